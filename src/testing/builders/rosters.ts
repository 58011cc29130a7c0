import type { Commitment } from "@/modules/staffing/fit/shapes";
import { groupSlots } from "@/modules/staffing/plan/roster";
import type { PlanSlot, RosterProblem } from "@/modules/staffing/plan/shapes";
import { testId } from "./actors";
import { shift } from "./candidates";

/** A slot of an event of its own on a day of October 2035, hours in UTC. */
export interface SlotTime {
  readonly day: number;
  readonly hour: number;
  readonly hours: number;
  /** The place of the event; slots of one have one time. */
  readonly event: number;
}

export function planSlot({ day, hour, hours, event }: SlotTime, index: number): PlanSlot {
  const start = Date.UTC(2035, 9, day, hour);
  return {
    slotId: testId(6, index),
    code: `EV-${event}`,
    title: "Autumn tour",
    shift: shift({
      eventId: testId(7, event),
      startsAt: new Date(start).toISOString(),
      endsAt: new Date(start + hours * 3_600_000).toISOString(),
      locationId: testId(3, event % 3),
      position: { latitude: 40.7 + (event % 3) / 20, longitude: -73.9 },
    }),
  };
}

/** A problem of these slots, with the score of each person for each group; null where they cannot have it. */
export function rosterProblem(
  times: readonly SlotTime[],
  scores: readonly (readonly (number | null)[])[],
  commitments: ReadonlyMap<string, readonly Commitment[]> = new Map(),
): RosterProblem {
  const groups = groupSlots(times.map(planSlot));
  const choices = scores.flatMap((ofPerson, person) =>
    groups.flatMap((_, group) => {
      const score = ofPerson[group];
      return score === null || score === undefined ? [] : [{ person: testId(2, 100 + person), group, score }];
    }),
  );
  return { groups, choices, commitments };
}
