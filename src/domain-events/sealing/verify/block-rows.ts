import type { Database, Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { readByIndex } from "@/domain-events/sealing/by-index";
import type { LeafPart } from "@/domain-events/sealing/block-digest";
import type { RedactedField, Salts } from "@/domain-events/sealing/entry-digest";
import { type SealedRow, sealedColumns, type SealPlace } from "@/domain-events/sealing/sealed-row";
import type { RedactionNote } from "./problem";

/** A block of the chain as it is stored. */
export interface SealBlock {
  readonly block: number;
  readonly epoch: number;
  readonly cluster: string;
  readonly floor: string;
  readonly place: SealPlace;
  readonly entries: number;
  readonly previous: Buffer;
  readonly digest: Buffer;
}

/** The blocks behind one, in their order. */
export async function readBlocks(db: Queryable, after: number, limit: number): Promise<readonly SealBlock[]> {
  const rows = await db.query<{
    block: string;
    epoch: number;
    cluster: string;
    floor: string;
    xid_text: string;
    position: string;
    entries: number;
    previous: Buffer;
    digest: Buffer;
  }>(sql`
    SELECT block, epoch, cluster, floor_position AS floor, last_xid::text AS xid_text, last_position AS position, entries,
      previous, digest
    FROM event_seal WHERE block > ${after} ORDER BY event_seal.block LIMIT ${limit}::integer`);
  return rows.map(({ block, xid_text: xid, position, ...row }) => ({
    ...row,
    block: Number(block),
    place: { xid, position },
  }));
}

export async function readLeafParts(db: Queryable, block: number): Promise<readonly LeafPart[]> {
  return db.query<LeafPart & { leaf: string }>(sql`
    SELECT leaf, entries, digest FROM event_seal_leaf WHERE block = ${block}`);
}

/** The seal of one fact. */
export interface EntrySeal {
  readonly position: string;
  readonly xid_text: string;
  readonly event_id: string;
  readonly type: string;
  readonly leaf: string;
  readonly envelope: Buffer;
  readonly payload: Buffer;
  readonly metadata: Buffer;
  readonly salts: Salts;
}

/** In the order in which they were sealed. */
export async function readEntrySeals(db: Queryable, block: number): Promise<readonly EntrySeal[]> {
  return db.query<EntrySeal>(sql`
    SELECT position, xid::text AS xid_text, event_id, type, leaf, envelope_digest AS envelope,
      payload_digest AS payload, metadata_digest AS metadata, salts
    FROM event_entry_seal WHERE block = ${block} ORDER BY event_entry_seal.xid, event_entry_seal.position`);
}

/** A row of the log with the block that sealed it; null when none did. */
export interface FoundRow extends SealedRow {
  readonly sealed_in: string | null;
}

/** What the log holds from one place to another, the first excluded. */
export async function readRange(
  db: Database,
  after: SealPlace,
  upTo: SealPlace,
): Promise<readonly FoundRow[]> {
  return readByIndex<FoundRow>(
    db,
    sql`
    SELECT ${sealedColumns}, s.block AS sealed_in
    FROM event_log l LEFT JOIN event_entry_seal s ON s.position = l.position AND s.event_id = l.id
    WHERE (l.xid, l.position) > (${after.xid}::xid8, ${after.position}::bigint)
      AND (l.xid, l.position) <= (${upTo.xid}::xid8, ${upTo.position}::bigint)`,
  );
}

/** The rows at these positions, wherever their transaction number puts them now. */
export async function readPositions(
  db: Queryable,
  positions: readonly string[],
): Promise<readonly FoundRow[]> {
  return db.query<FoundRow>(sql`
    SELECT ${sealedColumns}, s.block AS sealed_in
    FROM event_log l LEFT JOIN event_entry_seal s ON s.position = l.position AND s.event_id = l.id
    WHERE l.position = ANY (${positions}::bigint[])`);
}

/** What was redacted in these entries, by position and pointer. */
export interface Redactions {
  readonly byPosition: ReadonlyMap<string, ReadonlyMap<string, RedactedField>>;
  readonly notes: readonly RedactionNote[];
}

export async function readRedactions(db: Queryable, positions: readonly string[]): Promise<Redactions> {
  const rows = await db.query<{
    position: string;
    event_id: string;
    path: string;
    digest: Buffer;
    marker_text: string | null;
    reference: string;
    reason: string;
    at: string;
  }>(sql`
    SELECT position, event_id, path, field_digest AS digest, marker::text AS marker_text, reference, reason,
      to_char(redacted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') AS at
    FROM event_redaction WHERE position = ANY (${positions}::bigint[]) ORDER BY event_redaction.position, path`);
  const byPosition = new Map<string, Map<string, RedactedField>>();
  for (const { position, path, digest, marker_text: marker } of rows) {
    const fields = byPosition.get(position) ?? new Map<string, RedactedField>();
    byPosition.set(position, fields.set(path, { digest, marker }));
  }
  const notes = rows.map(({ position, event_id: id, path, at, reference, reason }) => ({
    position,
    id,
    path,
    at,
    reference,
    reason,
  }));
  return { byPosition, notes };
}
