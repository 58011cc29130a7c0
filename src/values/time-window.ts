import { type Instant, instantMs } from "./civil";

/** Half-open windows `[startsAt, endsAt)` (domain.md rule 6). Safe in the browser. */

export interface TimeWindow {
  readonly startsAt: Instant;
  /** Not part of the window. */
  readonly endsAt: Instant;
}

/** Elapsed length, whatever the clocks did meanwhile (domain.md rule 3). */
export function durationMs({ startsAt, endsAt }: TimeWindow): number {
  return instantMs(endsAt) - instantMs(startsAt);
}

export function elapsedHours(window: TimeWindow): number {
  return durationMs(window) / 3_600_000;
}

/** True when both share a moment; back-to-back windows do not. Both hold at least one moment. */
export function windowsOverlap(a: TimeWindow, b: TimeWindow): boolean {
  return instantMs(a.startsAt) < instantMs(b.endsAt) && instantMs(b.startsAt) < instantMs(a.endsAt);
}
