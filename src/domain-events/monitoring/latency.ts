/**
 * Upper bounds of the latency histogram (recorded → done) in milliseconds, each inclusive; a last class is open.
 * Stored counts are by class, so a change needs a migration of `event_rollup`.
 */
export const LATENCY_BOUNDS_MS = [
  5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 60_000, 600_000,
] as const;

/** Milliseconds; null where nothing was done. */
export interface Percentiles {
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
}

/** Percentiles of a histogram by class, as exact as its classes. */
export function percentiles(histogram: readonly number[]): Percentiles {
  return {
    p50: quantile(histogram, 0.5),
    p95: quantile(histogram, 0.95),
    p99: quantile(histogram, 0.99),
  };
}

/**
 * The latency in milliseconds that this share of deliveries did not exceed, spread evenly within its class; the
 * last bound for what lies beyond it, since nothing more is known. Null for an empty histogram.
 * @param share above 0, at most 1
 */
export function quantile(histogram: readonly number[], share: number): number | null {
  const total = histogram.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const wanted = share * total;
  let below = 0;
  for (const [index, count] of histogram.entries()) {
    if (count > 0 && below + count >= wanted) return withinClass(index, (wanted - below) / count);
    below += count;
  }
  return LATENCY_BOUNDS_MS[LATENCY_BOUNDS_MS.length - 1] ?? null;
}

function withinClass(index: number, part: number): number {
  const last = LATENCY_BOUNDS_MS[LATENCY_BOUNDS_MS.length - 1] ?? 0;
  const upper = LATENCY_BOUNDS_MS[index] ?? last;
  const lower = index === 0 ? 0 : (LATENCY_BOUNDS_MS[index - 1] ?? last);
  return lower + (upper - lower) * part;
}
