import { durationMs, type TimeWindow, windowsOverlap } from "@/values/time-window";
import { type Place, travelMinutes } from "@/values/travel";

/** An event as a manager has to be there: when and where. */
export interface Engagement extends TimeWindow, Place {}

/** Why one person can hardly run both of two events. */
export interface Conflict {
  readonly kind: "overlap" | "travel";
  /** From the end of the earlier one to the start of the later one; 0 when they overlap. */
  readonly minutesBetween: number;
}

/** An overlap (domain.md rule 6), or too little time to travel from one venue to the other; null when both can be done. */
export function conflictBetween(one: Engagement, other: Engagement): Conflict | null {
  if (windowsOverlap(one, other)) return { kind: "overlap", minutesBetween: 0 };
  const [earlier, later] = one.startsAt < other.startsAt ? [one, other] : [other, one];
  const gap = { startsAt: earlier.endsAt, endsAt: later.startsAt };
  const minutesBetween = Math.floor(durationMs(gap) / 60_000);
  return minutesBetween < travelMinutes(one, other) ? { kind: "travel", minutesBetween } : null;
}
