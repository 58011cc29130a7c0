import { instantMs } from "@/values/civil";
import { durationMs } from "@/values/time-window";
import type { AttendedShift } from "./attendance";
import { SHIFT_HOURS_MAX } from "./check-in-times";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** Four places, a third of a second, as the row keeps them. */
const PLACES = 10_000;

/** To the place that is kept. */
export function keptHours(hours: number): number {
  return Math.round(hours * PLACES) / PLACES;
}

/** Elapsed time between two instants less unpaid minutes, in hours (rules 3 and 32); never below zero. */
export function workedHours(from: string, to: string, breakMinutes: number): number {
  const worked = durationMs({ startsAt: from, endsAt: to }) - breakMinutes * MINUTE_MS;
  return keptHours(Math.max(0, worked) / HOUR_MS);
}

export interface EndOfShift {
  readonly at: string;
  /** True where the clock was not believed, and the planned end stands instead. */
  readonly isAssumed: boolean;
}

/**
 * When a shift ended for somebody who leaves now: now, or the planned end once that is longer ago than anybody works
 * in one go (rule 32). Never before the check-in.
 */
export function endOfShift(
  { checkedInAt, endsAt }: { checkedInAt: string; endsAt: string },
  now: string,
): EndOfShift {
  const elapsed = durationMs({ startsAt: checkedInAt, endsAt: now });
  if (now <= endsAt || elapsed <= SHIFT_HOURS_MAX * HOUR_MS) return { at: now, isAssumed: false };
  return { at: assumedEnd({ checkedInAt, endsAt }), isAssumed: true };
}

/** The planned end, or the check-in where the event was moved to before it. */
export function assumedEnd({ checkedInAt, endsAt }: { checkedInAt: string; endsAt: string }): string {
  return endsAt > checkedInAt ? endsAt : checkedInAt;
}

/**
 * One attendance of one person, shared out to their shifts at the event by the length of each one's activity
 * (rule 34). The shares add up to the whole, to the place that is kept.
 */
export function shareHours(
  hours: number,
  shifts: readonly Pick<AttendedShift, "id" | "activityMinutes">[],
): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  let left = { hours, minutes: shifts.reduce((sum, { activityMinutes }) => sum + activityMinutes, 0) };
  for (const { id, activityMinutes } of shifts) {
    const share = left.minutes === 0 ? 0 : keptHours((left.hours * activityMinutes) / left.minutes);
    shares.set(id, share);
    left = { hours: keptHours(left.hours - share), minutes: left.minutes - activityMinutes };
  }
  return shares;
}

/** True where a break is longer than what it interrupts. */
export function breakIsTooLong(from: string, to: string, breakMinutes: number): boolean {
  return breakMinutes * MINUTE_MS > instantMs(to) - instantMs(from);
}
