import type { Health } from "./chart-data";

export interface RecentFigures {
  readonly appended: number;
  readonly appendedPerMinute: number;
  readonly done: number;
  readonly donePerMinute: number;
  readonly failed: number;
  readonly retried: number;
  /** Failed tries of all tries, 0 to 1; null without any. */
  readonly errorShare: number | null;
  /** Milliseconds, of the slowest handler that is looked at. */
  readonly p50: number | null;
  readonly p95: number | null;
  readonly due: number;
  readonly later: number;
  readonly parked: number;
  readonly oldestMs: number | null;
}

/** The figures of one handler, or of all under the empty name; counts are of the range that is shown. */
export function recentFigures(health: Health, handler: string): RecentFigures {
  const minutes = (Date.parse(health.now) - Date.parse(health.from)) / 60_000;
  const lines = health.lines.filter((line) => handler === "" || line.handler === handler);
  const sum = (of: "done" | "failed" | "retried" | "dead" | "due" | "later" | "parked") =>
    lines.reduce((total, line) => total + line[of], 0);
  const points = health.series.find((one) => one.handler === handler)?.points ?? [];
  const appended = points.reduce((total, point) => total + point.appended, 0);
  const [done, failed] = [sum("done"), sum("failed") + sum("dead")];
  const oldest = lines.flatMap((line) => line.oldestDueAt ?? []).sort()[0];
  return {
    appended,
    appendedPerMinute: appended / minutes,
    done,
    donePerMinute: done / minutes,
    failed,
    retried: sum("retried"),
    errorShare: done + failed === 0 ? null : failed / (done + failed),
    p50: slowest(health, handler, "p50"),
    p95: slowest(health, handler, "p95"),
    due: sum("due"),
    later: sum("later"),
    parked: sum("parked"),
    oldestMs: oldest === undefined ? null : Math.max(0, Date.parse(health.now) - Date.parse(oldest)),
  };
}

function slowest({ handlers }: Health, handler: string, of: "p50" | "p95"): number | null {
  const values = handlers.flatMap((one) =>
    (handler === "" || one.handler === handler) && one[of] !== null ? [one[of]] : [],
  );
  return values.length === 0 ? null : Math.max(...values);
}
