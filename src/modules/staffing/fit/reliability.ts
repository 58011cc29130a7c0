import { instantMs } from "@/values/civil";
import type { PastShift } from "./shapes";

/** How much a person can be counted on, from their past shifts alone: each one counts, the older the less. */

/** What one shift says, from 0 to 1. */
const VALUES: Readonly<Record<PastShift["outcome"], number>> = {
  kept: 1,
  late: 0.6,
  withdrawn: 0.3,
  no_show: 0,
};
/** After so many days a shift counts half. */
export const HALF_LIFE_DAYS = 180;
/** Somebody without a past is taken to be as good as so many shifts of this value. */
const PRIOR: { readonly weight: number; readonly value: number } = { weight: 3, value: 0.8 };
/** A withdrawal that comes nearer to the start than this counts. */
export const SHORT_NOTICE_HOURS = 48;
/** Later than this after the start is late. */
export const LATE_MINUTES = 10;

const DAY_MS = 86_400_000;

export interface Receipt extends PastShift {
  /** What it counts today, 1 for a shift of this moment. */
  readonly weight: number;
  readonly value: number;
}

export interface Reliability {
  /** From 0 to 1. */
  readonly value: number;
  /** The latest first. */
  readonly receipts: readonly Receipt[];
}

/** `now` is the moment at which the shifts have aged. */
export function reliabilityOf(past: readonly PastShift[], now: string): Reliability {
  const receipts = past
    .map((shift) => ({ ...shift, weight: weightAt(shift, now), value: VALUES[shift.outcome] }))
    .sort((one, other) => instantMs(other.at) - instantMs(one.at));
  const weight = receipts.reduce((sum, one) => sum + one.weight, PRIOR.weight);
  const total = receipts.reduce((sum, one) => sum + one.weight * one.value, PRIOR.weight * PRIOR.value);
  return { value: total / weight, receipts };
}

function weightAt({ at }: PastShift, now: string): number {
  const days = Math.max(0, (instantMs(now) - instantMs(at)) / DAY_MS);
  return 0.5 ** (days / HALF_LIFE_DAYS);
}
