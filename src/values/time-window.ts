import { type Instant, instantMs } from "./civil";

/** Half-open windows `[startsAt, endsAt)` (domain.md rule 6). Safe in the browser. */

export interface TimeWindow {
  startsAt: Instant;
  /** Not part of the window. */
  endsAt: Instant;
}

/** True when the window holds at least one moment. */
export function isTimeWindow({ startsAt, endsAt }: TimeWindow): boolean {
  return instantMs(startsAt) < instantMs(endsAt);
}

/** Elapsed length, whatever the clocks did meanwhile (domain.md rule 3). */
export function durationMs({ startsAt, endsAt }: TimeWindow): number {
  return instantMs(endsAt) - instantMs(startsAt);
}

export function elapsedHours(window: TimeWindow): number {
  return durationMs(window) / 3_600_000;
}

/** True when both share a moment. Back-to-back windows do not, unless `bufferMinutes` must lie between them. */
export function windowsOverlap(a: TimeWindow, b: TimeWindow, bufferMinutes = 0): boolean {
  const bufferMs = bufferMinutes * 60_000;
  return (
    isTimeWindow(a) &&
    isTimeWindow(b) &&
    instantMs(a.startsAt) < instantMs(b.endsAt) + bufferMs &&
    instantMs(b.startsAt) < instantMs(a.endsAt) + bufferMs
  );
}

/** True when the moment lies in the window; its end does not. */
export function windowContains(window: TimeWindow, moment: Instant): boolean {
  const ms = instantMs(moment);
  return instantMs(window.startsAt) <= ms && ms < instantMs(window.endsAt);
}

/** True when the inner window lies wholly in the outer one. */
export function windowCovers(outer: TimeWindow, inner: TimeWindow): boolean {
  return (
    instantMs(outer.startsAt) <= instantMs(inner.startsAt) &&
    instantMs(inner.endsAt) <= instantMs(outer.endsAt)
  );
}
