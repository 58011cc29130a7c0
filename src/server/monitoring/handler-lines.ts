import type { OpenDeliveries } from "@/domain-events/monitoring/sample";
import type { TypeCounts } from "@/domain-events/monitoring/series";

/** What one handler did with one type, and what of it is open now. */
export interface HandlerLine extends TypeCounts {
  readonly due: number;
  readonly later: number;
  readonly running: number;
  readonly expiredLeases: number;
  readonly parked: number;
  /** ISO 8601 UTC; null while nothing is due. */
  readonly oldestDueAt: string | null;
}

/** Joins both, the lines that need somebody first: parked, then failed, then the longest wait, then the busiest. */
export function handlerLines(
  counts: readonly TypeCounts[],
  open: readonly OpenDeliveries[],
): readonly HandlerLine[] {
  const key = (one: { readonly handler: string; readonly type: string }) => `${one.handler} ${one.type}`;
  const countsByKey = new Map(counts.map((one) => [key(one), one]));
  const openByKey = new Map(open.map((one) => [key(one), one]));
  const keys = [...new Set([...countsByKey.keys(), ...openByKey.keys()])];
  const lines = keys.map((one) => ({ ...nothing(one), ...countsByKey.get(one), ...openByKey.get(one) }));
  return lines.sort(byUrgency);
}

function nothing(key: string): HandlerLine {
  const [handler = "", type = ""] = key.split(" ");
  const counts = { appended: 0, done: 0, failed: 0, retried: 0, dead: 0, p50: null, p95: null, p99: null };
  const open = { due: 0, later: 0, running: 0, expiredLeases: 0, parked: 0, oldestDueAt: null };
  return { handler, type, ...counts, ...open };
}

function byUrgency(a: HandlerLine, b: HandlerLine): number {
  return (
    b.parked - a.parked ||
    b.failed + b.dead - (a.failed + a.dead) ||
    waitingSince(a) - waitingSince(b) ||
    b.done - a.done ||
    `${a.handler} ${a.type}`.localeCompare(`${b.handler} ${b.type}`)
  );
}

/** The end of all time for what does not wait. */
function waitingSince({ oldestDueAt }: HandlerLine): number {
  return oldestDueAt === null ? Number.MAX_SAFE_INTEGER : Date.parse(oldestDueAt);
}
