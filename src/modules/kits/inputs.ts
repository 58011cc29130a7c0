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

/** What a kit can be, whichever of its facts makes it so. */
export const kitUnitStatuses = [
  "available",
  "in_use",
  "awaiting_inspection",
  "incomplete",
  "quarantined",
  "retired",
] as const;

/** What may become of parts in the warehouse; what packing and returning do to them is theirs to say. */
export const moveKinds = [
  "acquired",
  "topped_up",
  "put_away",
  "borrowed",
  "given_back",
  "missing",
  "found",
  "counted",
  "written_off",
] as const;
export type MoveKind = (typeof moveKinds)[number];
