import type { AssignmentStatus } from "@/modules/staffing/inputs";
import { laborBlockers } from "./labor";
import type { Blocker, Commitment } from "./shapes";

/** Shifts of one person beside each other, by the same rules that a new one has to pass. */

/** A shift that somebody is planned for, was offered, or has. */
export interface Stint extends Commitment {
  readonly userId: string;
  readonly role: string;
  readonly status: AssignmentStatus;
}

/** What they do or did; an offer may still be declined, so it stands in the way of nothing. */
const FIRM: ReadonlySet<AssignmentStatus> = new Set(["created", "accepted", "checked_in", "checked_out"]);
/** Where something can still be done about it. */
const OPEN_TO_CHANGE: ReadonlySet<AssignmentStatus> = new Set([
  "created",
  "offered",
  "accepted",
  "checked_in",
]);

/** By assignment, for those that something stands against: overlaps, ways, rest and hours. */
export function clashesOf(stints: readonly Stint[]): ReadonlyMap<string, readonly Blocker[]> {
  const clashes = new Map<string, readonly Blocker[]>();
  for (const own of byPerson(stints).values()) {
    const firm = own.filter(({ status }) => FIRM.has(status));
    for (const stint of own) {
      const others = firm.filter(({ eventId }) => eventId !== stint.eventId);
      if (!OPEN_TO_CHANGE.has(stint.status) || others.length === 0) continue;
      const blockers = laborBlockers(stint, others);
      if (blockers.length > 0) clashes.set(stint.assignmentId, blockers);
    }
  }
  return clashes;
}

function byPerson(stints: readonly Stint[]): ReadonlyMap<string, readonly Stint[]> {
  const people = new Map<string, Stint[]>();
  for (const stint of stints) {
    const own = people.get(stint.userId);
    if (own) own.push(stint);
    else people.set(stint.userId, [stint]);
  }
  return people;
}
