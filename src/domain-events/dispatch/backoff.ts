const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Milliseconds until the next try after the first, second, … failure (engine.md §4); then the delivery is dead. */
export const BACKOFF_MS: readonly number[] = [
  1 * SECOND,
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  1 * HOUR,
  4 * HOUR,
  12 * HOUR,
];

const JITTER = 0.2;

/** A type or version that this code does not know is put off for so long, without counting. */
export const UNKNOWN_DELAY_MS = 5 * MINUTE;

/** A try that ended because its connection was lost. */
export const INTERRUPTED_DELAY_MS = 1 * SECOND;

/** Deaths of a worker while it ran one delivery alone, after which that delivery is dead. */
export const CRASHES_MAX = 3;

/**
 * Milliseconds until the next try after so many failures, ± 20 %; undefined when the list is used up.
 * @param random from 0 up to 1
 */
export function retryDelayMs(failures: number, random: number): number | undefined {
  const base = BACKOFF_MS[failures - 1];
  return base === undefined ? undefined : Math.round(base * (1 - JITTER + 2 * JITTER * random));
}

/** Failures after which a replay is dead: it may hold up what happens now for about half a minute, not for a day. */
const REPLAY_FAILURES_MAX = 4;

/** The same for a replay, whose list is short. */
export function replayDelayMs(failures: number, random: number): number | undefined {
  return failures < REPLAY_FAILURES_MAX ? retryDelayMs(failures, random) : undefined;
}

/** Milliseconds between two tries of something that fails, doubling from 50 ms to 2 s, with jitter. */
export function reconnectDelayMs(tries: number, random: number): number {
  return Math.round(Math.min(2 * SECOND, 50 * 2 ** Math.min(tries, 6)) * (0.5 + random / 2));
}
