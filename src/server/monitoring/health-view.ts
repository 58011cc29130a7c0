import "server-only";
import type { Queryable } from "@/db/database";
import { type Figures, readFigures } from "@/domain-events/monitoring/figures";
import { type Incident, readIncidents } from "@/domain-events/monitoring/incidents";
import type { Percentiles } from "@/domain-events/monitoring/latency";
import { type Mark, readMarks } from "@/domain-events/monitoring/marks";
import { readings } from "@/domain-events/monitoring/readings";
import { type Account, unaccounted } from "@/domain-events/monitoring/sample";
import {
  type HealthRange,
  readByHandler,
  readByType,
  readSeries,
  resolutions,
  type SeriesPoint,
  startOf,
} from "@/domain-events/monitoring/series";
import type { SealLag } from "@/domain-events/sealing/seal-states";
import { type Threshold, thresholds } from "@/domain-events/monitoring/thresholds";
import { type HandlerLine, handlerLines } from "./handler-lines";

export interface HealthAnswer {
  /** The database's clock, ISO 8601 UTC like all moments here. */
  readonly now: string;
  /** When the backlog was last measured; null before the first time. */
  readonly measuredAt: string | null;
  /** Nothing after this is counted yet. */
  readonly countedAt: string;
  readonly range: HealthRange;
  readonly from: string;
  readonly stepMs: number;
  /** One list per handler, and the facts themselves under the empty name; a step in which nothing happened is missing. */
  readonly series: readonly Series[];
  readonly marks: readonly {
    at: string;
    kind: Mark["kind"];
    subject: string;
    release: string | null;
  }[];
  readonly handlers: readonly HandlerHealth[];
  readonly lines: readonly HandlerLine[];
  readonly accounts: readonly (Account & { readonly missing: number })[];
  readonly reconciled: {
    readonly ranAt: string | null;
    readonly found: number;
    readonly filledEver: number;
    readonly foundAt: string | null;
  };
  readonly instances: readonly InstanceLine[];
  readonly sealing: SealLag;
  readonly database: {
    readonly runwayDays: number;
    readonly transactions: Figures["transactions"];
    /** Of the table of open deliveries; null while it is all but empty, when a share says nothing. */
    readonly deadTupleShare: number | null;
  };
  readonly limits: readonly LimitLine[];
  readonly incidents: readonly IncidentLine[];
}

/** A handler and its latency over the whole range. */
export interface HandlerHealth extends Percentiles {
  readonly handler: string;
  /** Null while it is not paused. */
  readonly pausedAt: string | null;
}

export interface Series {
  readonly handler: string;
  readonly points: readonly (Omit<SeriesPoint, "at" | "handler"> & { readonly at: string })[];
}

export interface InstanceLine {
  readonly id: string;
  readonly host: string;
  readonly pid: number;
  readonly release: string;
  readonly startedAt: string;
  readonly seenAt: string;
  readonly isAlive: boolean;
  readonly listening: boolean;
  readonly clockOffsetMs: number;
}

/** A limit and the worst of its present readings; `value` is null while there is nothing to measure. */
export interface LimitLine extends Threshold {
  readonly value: number | null;
  readonly subject: string;
  readonly detail: string;
  readonly isBroken: boolean;
}

export interface IncidentLine extends Omit<Incident, "openedAt" | "resolvedAt"> {
  readonly openedAt: string;
  readonly resolvedAt: string | null;
}

/** Everything the health page shows, from the rollups, the last sample and a few rows of state. */
export async function readHealth(db: Queryable, range: HealthRange): Promise<HealthAnswer> {
  const figures = await readFigures(db);
  const { now, sample } = figures;
  const from = startOf(range, now);
  const [series, byHandler, byType, marks, incidents] = await Promise.all([
    readSeries(db, range, now),
    readByHandler(db, range, now),
    readByType(db, range, now),
    readMarks(db, from),
    readIncidents(db),
  ]);
  return {
    now: now.toISOString(),
    measuredAt: iso(sample?.sampledAt),
    countedAt: figures.countedAt.toISOString(),
    range,
    from: from.toISOString(),
    stepMs: resolutions[range].stepMs,
    series: seriesOf(series, figures),
    marks: marks.map((mark) => ({ ...mark, at: mark.at.toISOString() })),
    handlers: figures.handlers.map(({ handler, pausedAt }) => ({
      ...NO_LATENCY,
      ...byHandler.find((one) => one.handler === handler),
      handler,
      pausedAt: iso(pausedAt),
    })),
    lines: handlerLines(byType, sample?.deliveries ?? []),
    accounts: (sample?.accounts ?? []).map((one) => ({ ...one, missing: unaccounted(one) })),
    reconciled: {
      ...figures.reconciled,
      ranAt: iso(figures.reconciled.ranAt),
      foundAt: iso(figures.reconciled.foundAt),
    },
    instances: figures.instances.map((one) => ({
      ...one,
      startedAt: one.startedAt.toISOString(),
      seenAt: one.seenAt.toISOString(),
    })),
    sealing: figures.sealing,
    database: {
      runwayDays: Math.floor(figures.runwayDays),
      transactions: figures.transactions,
      deadTupleShare: deadShare(figures),
    },
    limits: limitLines(figures),
    incidents: incidents.map(({ openedAt, resolvedAt, ...one }) => ({
      ...one,
      openedAt: openedAt.toISOString(),
      resolvedAt: iso(resolvedAt),
    })),
  };
}

const NO_LATENCY: Percentiles = { p50: null, p95: null, p99: null };

function iso(moment: Date | null | undefined): string | null {
  return moment?.toISOString() ?? null;
}

function seriesOf(points: readonly SeriesPoint[], { handlers }: Figures): readonly Series[] {
  return ["", ...handlers.map((one) => one.handler)].map((name) => ({
    handler: name,
    points: points.flatMap(({ handler, at, ...counts }) =>
      handler === name ? [{ ...counts, at: at.toISOString() }] : [],
    ),
  }));
}

const TUPLES_MIN = 1_000;

function deadShare({ hotTable: { live, dead } }: Figures): number | null {
  return live + dead < TUPLES_MIN ? null : dead / (live + dead);
}

function limitLines(figures: Figures): readonly LimitLine[] {
  const found = readings(figures);
  return Object.values(thresholds).map((threshold) => {
    const mine = found.filter((one) => one.alarm === threshold.alarm);
    const side = threshold.keep === "at most" ? -1 : 1;
    const [worst] = mine.sort((a, b) => side * (a.value - b.value));
    return {
      ...threshold,
      value: worst?.value ?? null,
      subject: worst?.subject ?? "",
      detail: worst?.detail ?? "Nothing to measure yet.",
      isBroken: worst?.isBroken ?? false,
    };
  });
}
