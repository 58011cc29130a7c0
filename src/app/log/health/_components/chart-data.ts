import type { RouterOutputs } from "@/trpc/client";
import type { ChartTone } from "./chart-tone";

export type Health = RouterOutputs["log"]["monitoring"];
type Point = Health["series"][number]["points"][number];

export interface ChartLine {
  readonly label: string;
  readonly tone: ChartTone;
  /** One per step; null where nothing is known, which is drawn as a gap. */
  readonly values: readonly (number | null)[];
}

export interface ChartData {
  /** The beginnings of the steps, ISO 8601 UTC. */
  readonly steps: readonly string[];
  readonly lines: readonly ChartLine[];
}

const MINUTE = 60_000;

type Span = Pick<Health, "from" | "now" | "countedAt" | "stepMs">;

/** The beginnings of all steps of the range up to now. */
export function stepsOf({ from, now, stepMs }: Span): readonly string[] {
  const steps: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(now); at += stepMs) steps.push(new Date(at).toISOString());
  return steps;
}

/**
 * One value per step. A step without a point had nothing to count and is 0; one that is not over, or not counted to
 * its end, is not known yet and is null.
 */
function perStep(
  span: Span,
  points: readonly Point[],
  value: (point: Point) => number | null,
  absent: number | null,
): readonly (number | null)[] {
  const byStep = new Map(points.map((point) => [point.at, point]));
  return stepsOf(span).map((at) => {
    if (Date.parse(at) + span.stepMs > Date.parse(span.countedAt)) return null;
    const point = byStep.get(at);
    return point ? value(point) : absent;
  });
}

function add(all: readonly (readonly (number | null)[])[], steps: number): readonly (number | null)[] {
  return Array.from({ length: steps }, (_, index) => {
    const values = all.map((one) => one[index] ?? null);
    return values.includes(null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  });
}

/** The handlers that are looked at: one by name, or all of them. */
function chosen(health: Health, handler: string) {
  return health.series.filter((one) => one.handler !== "" && (handler === "" || one.handler === handler));
}

/** Recorded and handled per minute. For one handler: owed to it and done by it. */
export function throughput(health: Health, handler: string): ChartData {
  const perMinute = (count: number) => (count * MINUTE) / health.stepMs;
  const steps = stepsOf(health);
  const source = health.series.find((one) => one.handler === handler)?.points ?? [];
  const done = chosen(health, handler).map((one) => perStep(health, one.points, (p) => perMinute(p.done), 0));
  return {
    steps,
    lines: [
      {
        label: handler === "" ? "Recorded" : "Owed",
        tone: "accent",
        values: perStep(health, source, (point) => perMinute(point.appended), 0),
      },
      { label: "Handled", tone: "muted", values: add(done, steps.length) },
    ],
  };
}

const tones: readonly ChartTone[] = ["accent", "muted", "active"];

/** Milliseconds from recorded to done: the 95th percentile of each handler, or three of one. */
export function latency(health: Health, handler: string): ChartData {
  const [only] = handler === "" ? [] : chosen(health, handler);
  const lines = only
    ? (["p50", "p95", "p99"] as const).map((name) => ({
        label: name,
        values: perStep(health, only.points, (point) => point[name], null),
      }))
    : chosen(health, "").map((one) => ({
        label: `${one.handler} p95`,
        values: perStep(health, one.points, (point) => point.p95, null),
      }));
  return {
    steps: stepsOf(health),
    lines: lines.map((line, index) => ({ ...line, tone: tones[index % tones.length] ?? "accent" })),
  };
}

/** Failed tries and deliveries that gave up, per step. */
export function failures(health: Health, handler: string): ChartData {
  const steps = stepsOf(health);
  const sum = (of: "failed" | "dead") =>
    add(
      chosen(health, handler).map((one) => perStep(health, one.points, (point) => point[of], 0)),
      steps.length,
    );
  return {
    steps,
    lines: [
      { label: "Failed tries", tone: "caution", values: sum("failed") },
      { label: "Parked", tone: "problem", values: sum("dead") },
    ],
  };
}

/** Open deliveries at the end of each step, reckoned back from what is open now. Replays are left out. */
export function waiting(health: Health, handler: string): ChartData {
  const lines = chosen(health, handler).map((one, index) => {
    const account = health.accounts.find((other) => other.handler === one.handler);
    const growth = new Map(one.points.map((point) => [point.at, point.appended - point.settled]));
    let open: number = (account?.waiting ?? 0) + (account?.parked ?? 0);
    const newestFirst = [...stepsOf(health)].reverse().map((at) => {
      const atEnd = open;
      open -= growth.get(at) ?? 0;
      return account && Date.parse(at) <= Date.parse(health.countedAt) ? atEnd : null;
    });
    return {
      label: one.handler,
      tone: tones[index % tones.length] ?? "accent",
      values: newestFirst.reverse(),
    };
  });
  return { steps: stepsOf(health), lines };
}
