import { laborBlockers } from "@/modules/staffing/fit/labor";
import type { Commitment } from "@/modules/staffing/fit/shapes";
import { instantMs } from "@/values/civil";
import type { PlanSlot, Roster, RosterProblem, Row, SlotGroup } from "./shapes";

/** Slots of one role of one event at one time, in the order of their starts. */
export function groupSlots(slots: readonly PlanSlot[]): readonly SlotGroup[] {
  const groups = new Map<string, PlanSlot[]>();
  for (const slot of slots) {
    const { eventId, role, startsAt, endsAt } = slot.shift;
    const key = [eventId, role.toLowerCase(), startsAt, endsAt].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), slot]);
  }
  return [...groups.values()]
    .flatMap((members) => (members[0] ? [{ slots: members, slot: members[0] }] : []))
    .sort((one, other) => (one.slot.shift.startsAt < other.slot.shift.startsAt ? -1 : 1));
}

/** A slot that is to be somebody's, as the rules of labor see what they have taken. */
export function asCommitment({ slotId, shift, code, title }: PlanSlot): Commitment {
  return { ...shift, assignmentId: slotId, code, title };
}

/** Two shifts further apart than this leave room for any way and any rest. */
const FAR_MS = 3 * 86_400_000;

/** True where nobody may have both. One place at one event is all that a plan gives to a person. */
export function areApart(one: PlanSlot, other: PlanSlot): boolean {
  if (one.shift.eventId === other.shift.eventId) return true;
  const gap = Math.max(
    instantMs(other.shift.startsAt) - instantMs(one.shift.endsAt),
    instantMs(one.shift.startsAt) - instantMs(other.shift.endsAt),
  );
  if (gap > FAR_MS) return false;
  return laborBlockers(one.shift, [asCommitment(other)]).length > 0;
}

/** The groups that a person has by this roster. */
export function groupsOf(problem: RosterProblem, roster: Roster): ReadonlyMap<string, readonly number[]> {
  const taken = new Map<string, number[]>();
  for (const place of roster) {
    const choice = problem.choices[place];
    if (choice) taken.set(choice.person, [...(taken.get(choice.person) ?? []), choice.group]);
  }
  return taken;
}

/** True where somebody may have all of these groups beside what they have taken. */
export function isAllowed(
  { groups, commitments }: RosterProblem,
  person: string,
  taken: readonly number[],
): boolean {
  const slots = taken.flatMap((group) => groups[group]?.slot ?? []);
  return slots.every((slot) => {
    const others = slots.filter((one) => one !== slot);
    if (others.some((one) => one.shift.eventId === slot.shift.eventId)) return false;
    return (
      laborBlockers(slot.shift, [...(commitments.get(person) ?? []), ...others.map(asCommitment)]).length ===
      0
    );
  });
}

/**
 * What a roster does wrong that the rows did not forbid: three shifts and more can break a rule together of which no
 * two do. One row for each such set and person, and for everybody else who could have the same one.
 */
export function missedRows(problem: RosterProblem, roster: Roster): readonly Row[] {
  const sets = [...groupsOf(problem, roster)]
    .filter(([person, taken]) => !isAllowed(problem, person, taken))
    .map(([, taken]) => taken);
  const people = [...new Set(problem.choices.map(({ person }) => person))];
  return sets.flatMap((set) =>
    people
      .filter((person) => !isAllowed(problem, person, set))
      .flatMap((person) => {
        const columns = columnsOf(problem, person, set);
        return columns.length === set.length ? [oneLess(columns)] : [];
      }),
  );
}

function columnsOf({ choices }: RosterProblem, person: string, set: readonly number[]): readonly number[] {
  return choices.flatMap((choice, place) =>
    choice.person === person && set.includes(choice.group) ? [place] : [],
  );
}

function oneLess(columns: readonly number[]): Row {
  return { columns, coefficients: columns.map(() => 1), max: columns.length - 1 };
}

export interface RosterValue {
  readonly filled: number;
  /** Of all fits. */
  readonly score: number;
}

export function valueOf({ choices }: RosterProblem, roster: Roster): RosterValue {
  return {
    filled: roster.length,
    score: roster.reduce((sum, place) => sum + (choices[place]?.score ?? 0), 0),
  };
}

/** More filled slots come first, then the better fit. */
export function isBetter(one: RosterValue, other: RosterValue): boolean {
  return one.filled !== other.filled ? one.filled > other.filled : one.score > other.score;
}
