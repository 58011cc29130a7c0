import type { Queryable } from "@/db/database";
import { type Sql, sql } from "@/db/sql";

/** A row of the log as it is hashed: every column as the text that Postgres prints. */
export interface SealedRow {
  readonly position: string;
  readonly id: string;
  readonly type: string;
  readonly category: string;
  readonly at: string;
  readonly correlation_id: string;
  readonly causation_id: string | null;
  readonly source: string;
  readonly payload_text: string;
  readonly metadata_text: string;
  /** UTC with microseconds. */
  readonly recorded_text: string;
  readonly expires_text: string;
  readonly xid_text: string;
  readonly schema_version: number;
  readonly depth: number;
  readonly actor_id: string | null;
  readonly request_id: string | null;
  readonly entity_ids: readonly string[];
  readonly digests_text: string | null;
  readonly leaf: string;
}

/** The columns of `SealedRow`, of `event_log l`. */
export const sealedColumns: Sql = sql`
  l.position::text AS position, l.id::text AS id, l.type, l.category,
  to_char(l."timestamp" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') AS at,
  l.correlation_id, l.causation_id::text AS causation_id, l.source,
  l.payload::text AS payload_text, l.metadata::text AS metadata_text,
  to_char(l.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') AS recorded_text,
  l.expires_on::text AS expires_text, l.xid::text AS xid_text, l.schema_version, l.depth, l.actor_id, l.request_id,
  l.entity_ids, nullif(concat(encode(l.digest, 'hex'), '/', encode(l.personal_digest, 'hex')), '/') AS digests_text, l.tableoid::regclass::text AS leaf`;

/** A place in commit-safe order, the order of the seals; numbers as text. */
export interface SealPlace {
  readonly xid: string;
  readonly position: string;
}

/** Before every place. */
export const SEAL_START: SealPlace = { xid: "0", position: "0" };

/** The last block of the chain. */
export interface LastSeal {
  /** A whole number; 0 when nothing is sealed. */
  readonly block: number;
  readonly epoch: number;
  readonly cluster: string;
  readonly floor: string;
  readonly place: SealPlace;
  readonly digest: Buffer;
}

/** What the first block is chained to. */
export const CHAIN_START = Buffer.alloc(32);

/** The end of the chain, undefined while nothing is sealed. */
export async function lastSeal(db: Queryable): Promise<LastSeal | undefined> {
  const [row] = await db.query<{
    block: string;
    epoch: number;
    cluster: string;
    floor: string;
    xid_text: string;
    position: string;
    digest: Buffer;
  }>(sql`
    SELECT block, epoch, cluster, floor_position AS floor, last_xid::text AS xid_text, last_position AS position, digest
    FROM event_seal ORDER BY event_seal.block DESC LIMIT 1`);
  if (!row) return undefined;
  const { epoch, cluster, floor, xid_text: xid, position, digest } = row;
  return { block: Number(row.block), epoch, cluster, floor, place: { xid, position }, digest };
}
