import { instantMs } from "@/values/civil";
import { travelMinutes } from "@/values/travel";
import { type LaborRules, strictest } from "./labor-rules";
import type { Commitment, Stay } from "./shapes";

/** Work as hours count it: elapsed, whatever the clocks did, across events and midnight (domain.md rules 3 and 26). */

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** A stay at one event; several roles there are one attendance (domain.md rule 34). */
export interface Attendance {
  readonly start: number;
  readonly end: number;
  readonly stay: Stay;
  /** Null for the shift in question. */
  readonly commitment: Commitment | null;
}

/** The shift with all that a person has taken and that does not clash with it, by start; one entry per event. */
export function attendances(shift: Stay, commitments: readonly Commitment[]): readonly Attendance[] {
  const byEvent = new Map<string, Attendance>([[shift.eventId, attendanceOf(shift, null)]]);
  for (const commitment of commitments) {
    const here = attendanceOf(commitment, commitment);
    const known = byEvent.get(commitment.eventId);
    byEvent.set(commitment.eventId, known ? joined(known, here) : here);
  }
  return [...byEvent.values()].sort((one, other) => one.start - other.start);
}

function attendanceOf(stay: Stay, commitment: Commitment | null): Attendance {
  return { start: instantMs(stay.startsAt), end: instantMs(stay.endsAt), stay, commitment };
}

function joined(one: Attendance, other: Attendance): Attendance {
  return { ...one, start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
}

export function isShift({ commitment }: Attendance): boolean {
  return commitment === null;
}

/** Hours between two that follow each other, without the way between them; negative where the way takes longer. */
export function freeHours(earlier: Attendance, later: Attendance): number {
  return (later.start - earlier.end - travelMinutes(earlier.stay, later.stay) * MINUTE_MS) / HOUR_MS;
}

export function rulesFor(all: readonly Attendance[]): LaborRules {
  return strictest(all.map(({ stay }) => stay.country));
}

/** The working day that the shift falls into: all that is parted from it by less than the rest its neighbors ask for. */
export function dutyOf(all: readonly Attendance[]): readonly Attendance[] {
  const own = all.findIndex(isShift);
  let [first, last] = [own, own];
  while (isOneDuty(all[first - 1], all[first])) first--;
  while (isOneDuty(all[last], all[last + 1])) last++;
  return all.slice(first, last + 1);
}

function isOneDuty(earlier: Attendance | undefined, later: Attendance | undefined): boolean {
  if (!earlier || !later) return false;
  return freeHours(earlier, later) < rulesFor([earlier, later]).restHours;
}

/** From the first start to the last end. */
export function spanHours(duty: readonly Attendance[]): number {
  const start = Math.min(...duty.map((one) => one.start));
  return (Math.max(...duty.map((one) => one.end)) - start) / HOUR_MS;
}

/** The most work that falls into any so many hours that hold some of the shift, and who asks for it. */
export function busiest(
  all: readonly Attendance[],
  windowHours: number,
): { readonly hours: number; readonly within: readonly Attendance[] } {
  const shift = all.find(isShift);
  const length = windowHours * HOUR_MS;
  const starts = all.flatMap(({ start, end }) => [start, end - length]);
  let most: { hours: number; within: readonly Attendance[] } = { hours: 0, within: [] };
  for (const start of starts) {
    const window = { start, end: start + length };
    if (!shift || workIn(shift, window) === 0) continue;
    const within = all.filter((one) => workIn(one, window) > 0);
    const hours = within.reduce((sum, one) => sum + workIn(one, window), 0) / HOUR_MS;
    if (hours > most.hours) most = { hours, within };
  }
  return most;
}

function workIn(one: Attendance, window: { readonly start: number; readonly end: number }): number {
  return Math.max(0, Math.min(one.end, window.end) - Math.max(one.start, window.start));
}
