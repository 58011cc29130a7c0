import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Database, Tx } from "@/db/database";
import { sql } from "@/db/sql";
import { fact } from "@/domain-events/catalog/fact";
import { wake } from "@/domain-events/dispatch/wake";
import { appendEvents } from "@/domain-events/log/append";
import { type DetachOptions, detachPartition } from "@/domain-events/partitions/detach";
import { uuidRandomBytes, uuidv7 } from "@/values/ids";
import { newPersonToken } from "./archive-line";
import { archiveName, readArchive, writeArchive } from "./archive-file";
import { keptFor, type Leaf } from "./leaf";
import { archiveLines } from "./read-leaf";

/** How far a partition has come on its way out. */
export interface LeavingLeaf extends Leaf {
  /** The day by which everything in it had expired. */
  readonly asOf: string;
  readonly entries: number;
  /** Null for a partition that held nothing. */
  readonly file: string | null;
  readonly sha256: string | null;
  readonly state: "exported" | "detached";
}

export interface ExpireContext {
  readonly ownerDatabase: Database;
  /** Where archives go. */
  readonly folder: string;
  readonly detach?: DetachOptions;
  /** Keeps the lease of the run; throws when it is lost. */
  keepLease(): Promise<void>;
}

const READS_PER_RENEWAL = 100;
const FORGET_BATCH = 5_000;
const WHOLE_TABLE_TIMEOUT_MS = 900_000;

/** The first step: an archive on disk, then the record of it. A run that was killed in between writes it anew. */
export async function exportLeaf(context: ExpireContext, leaf: Leaf, asOf: string): Promise<LeavingLeaf> {
  const { ownerDatabase, folder } = context;
  const name = archiveName(leaf);
  const { lines, sha256 } = await writeArchive(folder, name, leased(context, leaf));
  const [file, checksum] = lines === 0 ? [null, null] : [name, sha256];
  await ownerDatabase.execute(sql`
    INSERT INTO event_archive (leaf, parent, category, from_at, to_at, as_of, entries, file, sha256, state)
    VALUES (${leaf.leaf}, ${leaf.parent}, ${leaf.category}, ${leaf.from}, ${leaf.to}, ${asOf}, ${lines}, ${file},
      ${checksum}, 'exported')`);
  return { ...leaf, asOf, entries: lines, file, sha256: checksum, state: "exported" };
}

async function* leased(context: ExpireContext, leaf: Leaf): AsyncGenerator<readonly string[]> {
  let reads = 0;
  for await (const lines of archiveLines(context.ownerDatabase, leaf, newPersonToken())) {
    if (reads % READS_PER_RENEWAL === 0) await context.keepLease();
    reads += 1;
    yield lines;
  }
}

/** The second step: out of the table. False when a reader would not leave; the partition stays half out until next time. */
export async function detachLeaf(context: ExpireContext, leaving: LeavingLeaf): Promise<boolean> {
  if (!(await detachPartition(context.ownerDatabase, leaving, context.detach))) return false;
  await context.ownerDatabase.execute(sql`
    UPDATE event_archive SET state = 'detached' WHERE leaf = ${leaving.leaf} AND state = 'exported'`);
  return true;
}

/**
 * The last step, once nothing can change the partition any more: compares it with its archive, forgets its ids and
 * seals, and in one transaction drops it, keeps the counts and puts `LOG_PARTITION_EXPIRED` into the log.
 */
export async function dropLeaf(context: ExpireContext, leaving: LeavingLeaf): Promise<void> {
  const { ownerDatabase } = context;
  await checkArchive(context, leaving);
  if (leaving.category !== null) await forgetEntries(context, leaving);
  await ownerDatabase.transaction(
    async (tx) => {
      await tx.execute(sql`SELECT drop_event_leaf(${leaving.leaf}, ${leaving.asOf}::date)`);
      await tx.execute(sql`
        UPDATE event_archive SET state = 'gone', gone_at = clock_timestamp() WHERE leaf = ${leaving.leaf}`);
      await appendExpired(tx, leaving);
    },
    { statementTimeoutMs: WHOLE_TABLE_TIMEOUT_MS },
  );
  wake();
}

/** Nothing is dropped that is not on disk: the file is read through once more, and the rows are counted. */
async function checkArchive(context: ExpireContext, leaving: LeavingLeaf): Promise<void> {
  const [row] = await context.ownerDatabase.transaction(
    (tx) => tx.query<{ entries: string }>(sql`SELECT count_event_leaf(${leaving.leaf}) AS entries`),
    { statementTimeoutMs: WHOLE_TABLE_TIMEOUT_MS },
  );
  if (Number(row?.entries) !== leaving.entries) {
    throw new Error(`${leaving.leaf} holds ${row?.entries} rows, its archive ${leaving.entries}: it stays`);
  }
  if (leaving.file === null) return;
  const { lines, sha256 } = readArchive(join(context.folder, leaving.file));
  let count = 0;
  for await (const _ of lines) count += 1;
  if (count !== leaving.entries || sha256() !== leaving.sha256) {
    throw new Error(`the archive ${leaving.file} is not as it was written: ${leaving.leaf} stays`);
  }
}

async function forgetEntries(context: ExpireContext, { leaf }: LeavingLeaf): Promise<void> {
  let after: string | null = "0";
  while (after !== null) {
    const rows: readonly { upto: string | null }[] = await context.ownerDatabase.query<{
      upto: string | null;
    }>(sql`SELECT forget_event_entries(${leaf}, ${after}::bigint, ${FORGET_BATCH}::integer) AS upto`);
    after = rows[0]?.upto ?? null;
    await context.keepLease();
  }
}

async function appendExpired(tx: Tx, leaving: LeavingLeaf): Promise<void> {
  const [clock] = await tx.query<{ now: Date }>(sql`SELECT clock_timestamp() AS now`);
  if (!clock) throw new Error("the database has no clock");
  const { now } = clock;
  await appendEvents(tx, [
    {
      id: uuidv7(now.getTime(), randomBytes(uuidRandomBytes)),
      correlationId: leaving.leaf,
      source: "operations.expire-partition",
      metadata: { userId: "system", actorRole: "system" },
      depth: 0,
      fact: fact("LOG_PARTITION_EXPIRED", {
        partition: leaving.leaf,
        category: leaving.category ?? "attempt",
        from: leaving.from.toISOString(),
        to: leaving.to.toISOString(),
        count: leaving.entries,
        archive: leaving.file ?? undefined,
        reason: keptFor(leaving.category),
        expiredBy: "system",
        expiredAt: now.toISOString(),
      }),
    },
  ]);
}
