import { createDatabase } from "@/db/database";
import { syncSubscriptions } from "@/domain-events/dispatch/subscriptions";
import { withClient } from "@/launch/roles.mjs";
import type { BenchServer } from "./fresh-database";
import { benchLeavingPartition } from "./leaving-partition";
import { benchDrain } from "./log-drain";
import { fillLog } from "./log-fill";
import { compareRead, histogramTimes, logReads, sampleLog } from "./log-reads";

export const LOG_PARTS = ["reads", "drain", "leaving"] as const;
export type LogPart = (typeof LOG_PARTS)[number];

export interface BenchLogOptions {
  readonly server: BenchServer;
  readonly parts: readonly LogPart[];
  /** Facts in the large log, and in the month that leaves. */
  readonly rows: number;
  /** Open deliveries in the large backlog. */
  readonly deliveries: number;
  /** Of each read. */
  readonly rounds: number;
  readonly concurrency: number;
  readonly seconds: number;
  print(line: object): void;
}

/** What is compared with. */
const SMALL_LOG = 10_000;
/** Times a read may take of what it takes in the small log (issue, Speed and size). */
const RATIO_MAX = 1.5;
const HISTOGRAM_MS_MAX = 50;

/** The figures of a large log against a small one in the same run, one JSON line each; false when one misses. */
export async function benchLog(options: BenchLogOptions): Promise<boolean> {
  const { server, parts, rows, seconds, print } = options;
  let isMet = true;
  if (parts.includes("reads")) isMet = (await benchReads(options)) && isMet;
  if (parts.includes("drain")) isMet = (await benchDrain(options)) && isMet;
  if (parts.includes("leaving")) {
    const { url, drop } = await server.freshDatabase();
    const writers = options.concurrency;
    isMet = (await benchLeavingPartition({ url, rows, writers, seconds, print })) && isMet;
    await drop();
  }
  return isMet;
}

async function benchReads({ server, rows, rounds, print }: BenchLogOptions): Promise<boolean> {
  const small = await filledLog(server, SMALL_LOG);
  const large = await filledLog(server, rows);
  let isMet = true;
  try {
    print({ figure: "filled", rows, seconds: large.filledMs / 1000, bytes: large.bytes });
    const smallReads = logReads(small.database, small.samples);
    for (const [read, ofLarge] of logReads(large.database, large.samples)) {
      const ofSmall = smallReads.get(read);
      if (!ofSmall) throw new Error(`no such read: ${read}`);
      const figure = await compareRead(ofSmall, ofLarge, rounds);
      const ok = figure.ratio <= RATIO_MAX;
      isMet &&= ok;
      print({ figure: "read", read, ...figure, target: RATIO_MAX, ok });
    }
    for (const [bars, figure] of await histogramTimes(large.database, rounds)) {
      const ok = figure.p95_ms < HISTOGRAM_MS_MAX;
      isMet &&= ok;
      print({ figure: "histogram", of: bars, ...figure, target: HISTOGRAM_MS_MAX, ok });
    }
  } finally {
    await small.drop();
    await large.drop();
  }
  return isMet;
}

async function filledLog(server: BenchServer, rows: number) {
  const { url, drop } = await server.freshDatabase();
  const database = createDatabase({ url, max: 2, applicationName: "bench-log" });
  await syncSubscriptions(database);
  const began = Date.now();
  const [filledMs, samples] = await withClient(url, async (owner) => {
    await fillLog(owner, rows);
    return [Date.now() - began, await sampleLog(owner)] as const;
  });
  const size = await database.pool.query<{ bytes: number }>(
    "SELECT pg_database_size(current_database())::float8 AS bytes",
  );
  return {
    database,
    filledMs,
    samples,
    bytes: size.rows[0]?.bytes,
    drop: async () => {
      await database.close();
      await drop();
    },
  };
}
