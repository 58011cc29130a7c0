import { type Instant, instantMs } from "./civil";
import { formatClock } from "./format-time";
import { localDateIn } from "./local-day";

/** Wall clocks and instants, light enough for the browser. `venue-time.ts` says more about them, with Temporal. */

const DAY_MS = 86_400_000;

/** The wall clock at a place, `YYYY-MM-DDTHH:mm`. */
export function localDateTimeIn(instant: Instant, timeZone: string): string {
  return `${localDateIn(instant, timeZone)}T${formatClock(instant, timeZone)}`;
}

/**
 * The instant that a wall clock at a place means, ISO 8601 UTC (domain.md rule 2): a time that the clocks skip moves
 * forward by the gap, one that they show twice is the first. `local` is `YYYY-MM-DDTHH:mm`.
 */
export function instantOfLocal(local: string, timeZone: string): string {
  const asUtcMs = Date.parse(`${local}:00Z`);
  const before = asUtcMs - offsetMs(asUtcMs - DAY_MS, timeZone);
  const after = asUtcMs - offsetMs(asUtcMs + DAY_MS, timeZone);
  const meant = [before, after].sort((one, other) => one - other).find((ms) => shows(ms, local, timeZone));
  // In a gap the clock went on as it was before, which is where the old offset leads.
  return new Date(meant ?? before).toISOString();
}

function shows(ms: number, local: string, timeZone: string): boolean {
  return localDateTimeIn(new Date(ms), timeZone) === local;
}

/** How far the clocks of the zone were ahead of UTC, to the minute. */
function offsetMs(ms: number, timeZone: string): number {
  const wholeMinute = Math.floor(ms / 60_000) * 60_000;
  return instantMs(`${localDateTimeIn(new Date(wholeMinute), timeZone)}:00Z`) - wholeMinute;
}
