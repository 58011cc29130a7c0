import type { staffRoles } from "./staff-roles";

/** The papers that the agency keeps of its people. */
export const staffPapers = [
  "Work permit",
  "Driving license",
  "Food handling certificate",
  "First aid certificate",
  "Working at height certificate",
] as const;

export type StaffPaper = (typeof staffPapers)[number];

/** What a role asks for beside the skill; roles that are not named ask for none. */
const papersByRole: Partial<Record<(typeof staffRoles)[number], readonly StaffPaper[]>> = {
  Driver: ["Driving license"],
  "Sampling crew": ["Food handling certificate"],
  Demonstrator: ["Food handling certificate"],
  "Setup crew": ["Working at height certificate"],
};

const byLowerCase: ReadonlyMap<string, readonly StaffPaper[]> = new Map(
  Object.entries(papersByRole).map(([role, papers]) => [role.toLowerCase(), papers]),
);

/** The papers that a role asks for, however it is spelled. */
export function papersFor(role: string): readonly StaffPaper[] {
  return byLowerCase.get(role.trim().toLowerCase()) ?? [];
}
