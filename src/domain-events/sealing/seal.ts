import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Database, Tx } from "@/db/database";
import { sql } from "@/db/sql";
import { withRunnerLease } from "@/domain-events/dispatch/runner-lease";
import { readInOrder } from "./by-index";
import { blockDigest, LeafParts, type LeafPart } from "./block-digest";
import { digestRow, entryDigest, newSalts } from "./entry-digest";
import {
  CHAIN_START,
  type LastSeal,
  lastSeal,
  SEAL_START,
  sealedColumns,
  type SealedRow,
} from "./sealed-row";

/** Facts in one block at most: some milliseconds of hashing between two turns of the event loop. */
export const BLOCK_ENTRIES_MAX = 500;

const LEASE_MS = 60_000;
const TURN_PAUSE_MS = 200;
const BLOCK_TIMEOUT_MS = 60_000;

/**
 * Seals what is committed and not sealed yet, block by block, until it has caught up or the time is over; one process
 * at a time. As the owner of the tables: the application cannot write seals. Resolves to the number of sealed facts,
 * undefined when another process is at it.
 */
export async function sealLog(
  ownerDatabase: Database,
  { holder = randomUUID() }: { holder?: string } = {},
): Promise<number | undefined> {
  return (await sealForAWhile(ownerDatabase, holder))?.sealed;
}

/**
 * Seals until it has caught up, however long it takes; takes turns with a process that is at it already. Resolves to the
 * number of facts that it sealed itself.
 */
export async function sealWholeLog(ownerDatabase: Database): Promise<number> {
  for (let all = 0; ; ) {
    const turn = await sealForAWhile(ownerDatabase, randomUUID());
    all += turn?.sealed ?? 0;
    if (turn?.isCaughtUp) return all;
    if (!turn) await pause(TURN_PAUSE_MS);
  }
}

interface Turn {
  readonly sealed: number;
  readonly isCaughtUp: boolean;
}

function sealForAWhile(ownerDatabase: Database, holder: string): Promise<Turn | undefined> {
  return withRunnerLease(ownerDatabase, { name: "sealing", holder, leaseMs: LEASE_MS }, async () => {
    const until = Date.now() + LEASE_MS / 2;
    let sealed = 0;
    for (;;) {
      const block = await sealBlock(ownerDatabase);
      sealed += block.sealed;
      if (block.isCaughtUp || Date.now() > until) return { sealed, isCaughtUp: block.isCaughtUp };
    }
  });
}

/** One block. A block with room left has caught up: what is appended meanwhile is for the next turn. */
async function sealBlock(ownerDatabase: Database): Promise<Turn> {
  return ownerDatabase.transaction(
    async (tx) => {
      // A second sealer, whose lease ran out while it was hashing, waits here and then finds its work done.
      await tx.execute(sql`LOCK TABLE event_seal IN SHARE ROW EXCLUSIVE MODE`);
      const last = await lastSeal(tx);
      const cluster = await clusterName(tx);
      if (last && last.cluster !== cluster) return sealAfterRestore(tx, last, cluster);
      const start = last ?? chainStart(cluster);
      const sealed = await writeBlock(tx, start, await committedRows(tx, start));
      return { sealed, isCaughtUp: sealed < BLOCK_ENTRIES_MAX };
    },
    { statementTimeoutMs: BLOCK_TIMEOUT_MS },
  );
}

function chainStart(cluster: string): LastSeal {
  return { block: 0, epoch: 1, cluster, floor: "0", place: SEAL_START, digest: CHAIN_START };
}

/** Tells a restored log from the one it was dumped from: transaction numbers start over with the cluster. */
async function clusterName(tx: Tx): Promise<string> {
  const [row] = await tx.query<{ name: string }>(sql`
    SELECT system_identifier::text AS name FROM pg_control_system()`);
  if (!row) throw new Error("the cluster has no identifier");
  return row.name;
}

/** Facts behind the last place of which no transaction can still add an earlier one. */
function committedRows(tx: Tx, { place, floor }: LastSeal): Promise<SealedRow[]> {
  return readInOrder<SealedRow>(
    tx,
    sql`
    SELECT ${sealedColumns} FROM event_log l
    WHERE (l.xid, l.position) > (${place.xid}::xid8, ${place.position}::bigint) AND l.position > ${floor}::bigint
      AND l.xid < pg_snapshot_xmin(pg_current_snapshot())
      AND NOT EXISTS (SELECT FROM event_entry_seal s WHERE s.position = l.position)
    ORDER BY l.xid, l.position LIMIT ${BLOCK_ENTRIES_MAX}::integer`,
  );
}

/**
 * In a new cluster: first what the old one had not sealed, then a new epoch, in which transaction numbers are small
 * again and only positions that the old cluster never reached count. Old are positions up to the highest sealed one
 * and transactions that the new cluster has not come to; whatever else is left may as well belong to the new epoch.
 */
async function sealAfterRestore(tx: Tx, last: LastSeal, cluster: string): Promise<Turn> {
  const [highest] = await tx.query<{ floor: string }>(sql`
    SELECT greatest(${last.place.position}::bigint, (SELECT max(position) FROM event_entry_seal))::text AS floor`);
  const floor = highest?.floor ?? last.place.position;
  const left = await tx.query<SealedRow>(sql`
    SELECT ${sealedColumns} FROM event_log l
    WHERE (l.xid, l.position) > (${last.place.xid}::xid8, ${last.place.position}::bigint)
      AND (l.position <= ${floor}::bigint OR l.xid >= pg_snapshot_xmax(pg_current_snapshot()))
      AND NOT EXISTS (SELECT FROM event_entry_seal s WHERE s.position = l.position)
    ORDER BY l.xid, l.position LIMIT ${BLOCK_ENTRIES_MAX}::integer`);
  if (left.length > 0) return { sealed: await writeBlock(tx, last, left), isCaughtUp: false };
  const epoch: LastSeal = { ...last, epoch: last.epoch + 1, cluster, floor, place: SEAL_START };
  const sealed = await writeBlock(tx, epoch, await committedRows(tx, epoch));
  return { sealed, isCaughtUp: sealed < BLOCK_ENTRIES_MAX };
}

async function writeBlock(tx: Tx, before: LastSeal, rows: readonly SealedRow[]): Promise<number> {
  const last = rows.at(-1);
  if (!last) return 0;
  const block = before.block + 1;
  const parts = new LeafParts();
  const entries = rows.map((row) => {
    const salts = newSalts(row);
    const digests = digestRow(row, salts).parts;
    parts.add(row.leaf, entryDigest(digests));
    return { row, salts, digests };
  });
  const leafParts = parts.finish();
  const { epoch, cluster, floor } = before;
  const head = { block, epoch, cluster, floor, entries: rows.length };
  const digest = blockDigest(
    before.digest,
    { ...head, lastXid: last.xid_text, lastPosition: last.position },
    leafParts,
  );
  const times = rows.map((row) => row.recorded_text).sort();
  await tx.execute(sql`
    INSERT INTO event_seal (block, epoch, cluster, floor_position, last_xid, last_position, entries,
      first_recorded_at, last_recorded_at, previous, digest)
    VALUES (${block}, ${epoch}, ${cluster}, ${floor}, ${last.xid_text}::xid8, ${last.position}, ${rows.length},
      ${times[0]}::timestamp AT TIME ZONE 'UTC', ${times.at(-1)}::timestamp AT TIME ZONE 'UTC', ${before.digest},
      ${digest})`);
  await Promise.all([writeLeafParts(tx, block, leafParts), writeEntries(tx, block, entries)]);
  return rows.length;
}

async function writeLeafParts(tx: Tx, block: number, parts: readonly LeafPart[]): Promise<void> {
  const rows = parts.map(({ leaf, entries, digest }) => ({ leaf, entries, digest: digest.toString("hex") }));
  await tx.execute(sql`
    INSERT INTO event_seal_leaf (leaf, block, entries, digest)
    SELECT leaf, ${block}, entries, decode(digest, 'hex')
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS t (leaf text, entries integer, digest text)`);
}

interface EntryToWrite {
  readonly row: SealedRow;
  readonly salts: Readonly<Record<string, string>>;
  readonly digests: { readonly envelope: Buffer; readonly payload: Buffer; readonly metadata: Buffer };
}

async function writeEntries(tx: Tx, block: number, entries: readonly EntryToWrite[]): Promise<void> {
  const rows = entries.map(({ row, salts, digests }) => ({
    position: row.position,
    xid: row.xid_text,
    id: row.id,
    type: row.type,
    leaf: row.leaf,
    envelope: digests.envelope.toString("hex"),
    payload: digests.payload.toString("hex"),
    metadata: digests.metadata.toString("hex"),
    salts,
  }));
  await tx.execute(sql`
    INSERT INTO event_entry_seal (position, block, xid, event_id, type, leaf, envelope_digest, payload_digest,
      metadata_digest, salts)
    SELECT position, ${block}, xid::xid8, id, type, leaf, decode(envelope, 'hex'), decode(payload, 'hex'),
      decode(metadata, 'hex'), salts
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS t (position bigint, xid text, id uuid, type text,
      leaf text, envelope text, payload text, metadata text, salts jsonb)`);
}
