/** What a caller may say about kits. Never who did it, or when: the server sets those. */

export const kitAssignmentStatuses = [
  "assigned",
  "prepared",
  "checked_out",
  "partly_returned",
  "returned",
  "cancelled",
] as const;
export type AssignmentStatus = (typeof kitAssignmentStatuses)[number];

export const conditions = ["excellent", "good", "fair", "poor", "damaged"] as const;
export type Condition = (typeof conditions)[number];

/** Where components are; those that never were here come from outside. */
export type Place = "outside" | "kit" | "spares" | "used" | "lost" | "written_off";
