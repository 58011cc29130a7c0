import { performance } from "node:perf_hooks";
import type { Client } from "pg";
import type { Database } from "@/db/database";
import type { LogSearch } from "@/domain-events/log/log-filter";
import { readCorrelation } from "@/domain-events/log/read";
import { searchEvents } from "@/domain-events/log/search";
import { readHistogram } from "@/domain-events/monitoring/histogram";
import { median, percentile } from "./measure";

/** A read of the log, and to how many rows it came. */
export type Read = () => Promise<number>;

const PAGE = 50;
/** As the screen asks for all of time: it always says up to when. */
const always = { from: "2000-01-01T00:00:00.000Z", to: new Date(Date.now() + 3_600_000).toISOString() };

/** Values that the facts of a log have. */
export interface LogSamples {
  readonly correlation: string;
  readonly client: string;
  readonly actor: string;
  readonly source: string;
  readonly frequentType: string;
  readonly rareType: string;
  readonly middleAt: Date;
  readonly middlePosition: string;
}

/** The page from the start, each single filter, two together, a deep page, and the timeline of a chain, by name. */
export function logReads(db: Database, one: LogSamples): ReadonlyMap<string, Read> {
  const page = (filter: Partial<LogSearch>, cursor?: { recordedAt: string; position: string }) => async () =>
    (await searchEvents(db, { ...always, ...filter, limit: PAGE, ...(cursor && { cursor }) })).events.length;
  return new Map<string, Read>([
    ["first page", page({})],
    ["deep page", page({}, { recordedAt: one.middleAt.toISOString(), position: one.middlePosition })],
    ["category", page({ categories: ["staff"] })],
    ["frequent type", page({ types: [one.frequentType] })],
    ["rare type", page({ types: [one.rareType] })],
    ["two types", page({ types: [one.frequentType, one.rareType] })],
    ["correlation", page({ correlationId: one.correlation })],
    ["booking", page({ entityIds: [`booking:${one.correlation}`] })],
    ["client", page({ entityIds: [one.client] })],
    ["actor", page({ actorId: one.actor })],
    ["source", page({ source: one.source })],
    ["payload field", page({ field: { name: "severity", value: "critical" } })],
    ["oldest first", page({ order: "oldest" })],
    ...(["pending", "running", "retrying", "blocked", "dead", "skipped", "done"] as const).map(
      (state): [string, Read] => [state, page({ delivery: { state } })],
    ),
    ["actor and type", page({ actorId: one.actor, types: [one.frequentType] })],
    ["timeline of a chain", async () => (await readCorrelation(db, one.correlation, { limit: 100 })).length],
  ]);
}

/** A chain of about the middle size, and a type of which a page can be full. Looks through the whole log. */
export async function sampleLog(owner: Client): Promise<LogSamples> {
  const { rows } = await owner.query<LogSamples>(
    `WITH young AS (SELECT * FROM event_log ORDER BY position DESC LIMIT 10000),
     types AS (SELECT type, count(*) AS facts FROM young GROUP BY type)
     SELECT (SELECT correlation_id FROM young GROUP BY 1 HAVING count(*) = 15 LIMIT 1) AS correlation,
       (SELECT entity FROM young, unnest(entity_ids) AS entity WHERE entity LIKE 'client:%' GROUP BY 1
         ORDER BY count(*), 1 LIMIT 1) AS client,
       (SELECT actor_id FROM young GROUP BY 1 ORDER BY count(*), 1 LIMIT 1) AS actor,
       (SELECT source FROM young GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1) AS source,
       (SELECT type FROM types ORDER BY facts DESC, 1 LIMIT 1) AS "frequentType",
       (SELECT type FROM types WHERE facts > 60 ORDER BY facts, 1 LIMIT 1) AS "rareType",
       m.recorded_at AS "middleAt", m.position AS "middlePosition"
     FROM event_log m WHERE m.position = (SELECT max(position) / 2 FROM event_log)`,
  );
  const [row] = rows;
  if (!row) throw new Error("the log is empty");
  return row;
}

export interface ReadFigure {
  readonly small_ms: number;
  readonly ms: number;
  readonly ratio: number;
  readonly rows: number;
  readonly small_rows: number;
}

/** Both in turns, so that whatever else the machine does hits both; medians. */
export async function compareRead(small: Read, large: Read, rounds: number): Promise<ReadFigure> {
  const times: [number[], number[]] = [[], []];
  let [smallRows, rows] = [await small(), await large()];
  for (let round = 0; round < rounds; round += 1) {
    times[0].push(await timed(async () => void (smallRows = await small())));
    times[1].push(await timed(async () => void (rows = await large())));
  }
  const [smallMs, ms] = [median(times[0]), median(times[1])];
  return { small_ms: smallMs, ms, ratio: ms / smallMs, rows, small_rows: smallRows };
}

/** As many bars of hours and days as a chart can draw, in the 95th percentile of milliseconds. */
export async function histogramTimes(
  db: Database,
  rounds: number,
): Promise<ReadonlyMap<string, { readonly p95_ms: number; readonly bars: number }>> {
  const to = new Date();
  const back = (days: number) => new Date(+to - days * 86_400_000);
  const ranges = [
    ["hours of 90 days", { grain: "hour", from: back(90), to }],
    ["days of 7 years", { grain: "day", from: back(2_555), to }],
    ["days of 7 years of a type", { grain: "day", from: back(2_555), to, type: "BOOKING_CREATED" }],
  ] as const;
  const figures = new Map<string, { p95_ms: number; bars: number }>();
  for (const [name, range] of ranges) {
    let bars = 0;
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      times.push(await timed(async () => void (bars = (await readHistogram(db, range)).length)));
    }
    figures.set(name, {
      p95_ms: percentile(
        [...times].sort((a, b) => a - b),
        0.95,
      ),
      bars,
    });
  }
  return figures;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
