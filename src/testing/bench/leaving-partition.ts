import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { createDatabase, type Database } from "@/db/database";
import { syncSubscriptions } from "@/domain-events/dispatch/subscriptions";
import { catalog } from "@/domain-events/catalog/catalog";
import { appendEvents } from "@/domain-events/log/append";
import { runRetention } from "@/domain-events/retention/run-retention";
import { sealWholeLog } from "@/domain-events/sealing/seal";
import { withClient } from "@/launch/roles.mjs";
import { median, percentile } from "./measure";
import { makeFact } from "./work";

export interface LeavingPartitionOptions {
  /** As the owner of the tables of a migrated, empty database. */
  readonly url: string;
  /** Facts in the month that leaves. */
  readonly rows: number;
  readonly writers: number;
  /** How long the writers are measured alone, before and after. */
  readonly seconds: number;
  print(line: object): void;
}

/** The writers' p99 while a month leaves, at most so many times what it is without (issue, Speed and size). */
const RATIO_MAX = 2;

/**
 * A month of facts is exported, detached and dropped while writers append: their p99 with it against without it, one
 * JSON line per phase. Sealing, writers and retention share this process, as they do in a server. Resolves to whether
 * the target is met.
 */
export async function benchLeavingPartition(options: LeavingPartitionOptions): Promise<boolean> {
  const { url, rows, writers, seconds, print } = options;
  const folder = mkdtempSync(join(tmpdir(), "muster-bench-archive-"));
  const owner = createDatabase({ url, max: 3, applicationName: "bench-retention" });
  const requests = createDatabase({ url, max: writers, applicationName: "bench-writers" });
  try {
    await syncSubscriptions(owner);
    await fillMonth(url, rows);
    const sealMs = await timed(() => sealWholeLog(owner));
    print({ figure: "seal", rows, per_s: (rows / sealMs) * 1000 });
    const alone = [await writeFor(requests, writers, wait(seconds))];
    let leftMs = 0;
    const during = await writeFor(requests, writers, async () => {
      leftMs = await timed(() => monthLeaves(owner, folder, rows));
    });
    alone.push(await writeFor(requests, writers, wait(seconds)));
    const without = median(alone.map((phase) => phase.p99_ms));
    const ratio = during.p99_ms / without;
    print({ figure: "leaving_partition", phase: "without", runs: alone });
    print({ figure: "leaving_partition", phase: "with", ...during, left_s: leftMs / 1000 });
    print({ figure: "leaving_partition", p99_ratio: ratio, target: RATIO_MAX, ok: ratio <= RATIO_MAX });
    return ratio <= RATIO_MAX;
  } finally {
    await Promise.all([owner.close(), requests.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function monthLeaves(owner: Database, folder: string, rows: number): Promise<void> {
  const run = await runRetention(owner, { folder });
  const gone = run?.leaves.filter((leaf) => leaf.outcome === "goes" && leaf.leaf.category === "kit") ?? [];
  const entries = gone.reduce((sum, leaf) => sum + (leaf.entries ?? 0), 0);
  if (entries !== rows) throw new Error(`${entries} of ${rows} facts left`);
}

/** Kit facts of a whole month, more than a year ago; thirty to a booking. */
async function fillMonth(url: string, rows: number): Promise<void> {
  const payload = JSON.stringify(catalog.KIT_PREPARED.example);
  await withClient(url, async (owner) => {
    await owner.query("SET statement_timeout = 0");
    await owner.query(`
      SELECT make_event_partition('event_log_kit', start, (start + interval '1 month')::date, to_char(start, 'YYYY_MM'))
      FROM event_period_start((now() - interval '14 months')::date, 1) AS start`);
    await owner.query(
      `INSERT INTO event_log (id, type, category, "timestamp", correlation_id, source, payload, metadata, recorded_at,
         expires_on, actor_id, entity_ids)
       SELECT gen_random_uuid(), 'KIT_PREPARED', 'kit', at, 'booking-' || n / 30, 'kits.prepare', $2::jsonb,
         '{"userId": "0199c8a0-1000-7000-8000-000000000011", "version": "1"}', at, (at + interval '1 year')::date,
         '0199c8a0-1000-7000-8000-000000000011', ARRAY['kit:' || n % 500]
       FROM generate_series(0, $1::integer - 1) AS n
       CROSS JOIN LATERAL (SELECT date_trunc('month', now() - interval '14 months') + n * (interval '27 days' / $1) AS at) t`,
      [rows, payload],
    );
    await owner.query(
      "INSERT INTO event_identity (id, recorded_at, category) SELECT id, recorded_at, category FROM event_log",
    );
    await owner.query("ANALYZE");
  });
}

interface Phase {
  readonly appends: number;
  readonly p50_ms: number;
  readonly p99_ms: number;
  readonly max_ms: number;
}

/** Appends with so many writers for as long as the work takes. */
async function writeFor(db: Database, writers: number, work: () => Promise<unknown>): Promise<Phase> {
  const times: number[] = [];
  let isWorking = true;
  const writer = async () => {
    while (isWorking) {
      const began = performance.now();
      await db.transaction((tx) => appendEvents(tx, [makeFact(times.length)]));
      times.push(performance.now() - began);
    }
  };
  const writing = Promise.all(Array.from({ length: writers }, writer));
  await work().finally(() => {
    isWorking = false;
  });
  await writing;
  times.sort((one, other) => one - other);
  const part = (share: number) => percentile(times, share);
  return { appends: times.length, p50_ms: part(0.5), p99_ms: part(0.99), max_ms: part(1) };
}

function wait(seconds: number): () => Promise<void> {
  return () => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
