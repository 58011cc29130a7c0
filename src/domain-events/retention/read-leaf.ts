import { sql } from "@/db/sql";
import type { Database, Queryable } from "@/db/database";
import { readByIndex } from "@/domain-events/sealing/by-index";
import { entryDigest } from "@/domain-events/sealing/entry-digest";
import { SEAL_START, type SealPlace } from "@/domain-events/sealing/sealed-row";
import { type ArchivedRow, archiveLine, type PersonToken } from "./archive-line";
import { firstExpiry, type Leaf, lastExpiry } from "./leaf";

/** Some milliseconds of work between two turns of the event loop: requests are answered meanwhile. */
const LINES_PER_READ = 200;

interface SealedArchiveRow extends Omit<ArchivedRow, "block" | "digest"> {
  readonly xid_text: string;
  readonly block: string | null;
  readonly envelope: Buffer;
  readonly payload: Buffer;
  readonly metadata: Buffer;
}

/** A partition of which a fact has no seal yet cannot be archived: its place in the chain is not known. */
export class UnsealedError extends Error {
  constructor(leaf: string) {
    super(`${leaf} holds log entries that are not sealed yet`);
    this.name = "UnsealedError";
  }
}

/** The lines of a partition's archive, in the order of the seals, two hundred in memory at a time. */
export async function* archiveLines(
  db: Database,
  leaf: Leaf,
  token: PersonToken,
): AsyncGenerator<readonly string[]> {
  if (leaf.category === null) yield* attemptLines(db, leaf);
  else yield* factLines(db, leaf, token);
}

async function* factLines(db: Database, leaf: Leaf, token: PersonToken): AsyncGenerator<readonly string[]> {
  let after: SealPlace = SEAL_START;
  for (;;) {
    const rows = await readFacts(db, leaf, after);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((row) => {
      if (row.block === null) throw new UnsealedError(leaf.leaf);
      return archiveLine({ ...row, block: row.block, digest: entryDigest(row).toString("hex") }, token);
    });
    after = { xid: last.xid_text, position: last.position };
  }
}

function readFacts(db: Database, leaf: Leaf, after: SealPlace): Promise<readonly SealedArchiveRow[]> {
  return readByIndex<SealedArchiveRow>(
    db,
    sql`
    SELECT l.position, l.id, l.type, l.category, l."timestamp", l.recorded_at, l.expires_on::text AS expires_text,
      l.correlation_id, l.source, l.payload::text AS payload_text, l.metadata::text AS metadata_text,
      l.schema_version, l.depth, l.xid::text AS xid_text, s.block, s.envelope_digest AS envelope,
      s.payload_digest AS payload, s.metadata_digest AS metadata
    FROM event_log l LEFT JOIN event_entry_seal s ON s.position = l.position
    WHERE l.category = ${leaf.category} AND l.recorded_at >= ${leaf.from}::timestamptz
      AND l.recorded_at < ${leaf.to}::timestamptz
      AND (l.xid, l.position) > (${after.xid}::xid8, ${after.position}::bigint)
    ORDER BY l.xid, l.position LIMIT ${LINES_PER_READ}::integer`,
  );
}

/** Pages of the table in one read, some 400 rows. */
const PAGES_PER_READ = 8;

/**
 * By pages of the table, since no index orders attempts and nothing is added to them any more. Errors of tries stay
 * behind: their texts may quote what a person entered.
 */
async function* attemptLines(db: Queryable, leaf: Leaf): AsyncGenerator<readonly string[]> {
  const [size] = await db.query<{ pages: number }>(sql`
    SELECT (pg_relation_size(${leaf.leaf}::regclass) / current_setting('block_size')::integer)::integer AS pages`);
  for (let page = 0; page < (size?.pages ?? 0); page += PAGES_PER_READ) {
    const rows = await db.query<{ line: string }>(sql`
      SELECT jsonb_build_object('eventId', event_id, 'handler', handler, 'run', run, 'position', position::text,
          'type', type, 'attempt', attempt, 'outcome', outcome, 'closes', closes, 'recordedAt', recorded_at,
          'startedAt', started_at, 'finishedAt', finished_at, 'expiresOn', expires_on)::text AS line
      FROM event_attempt
      WHERE expires_on >= ${firstExpiry(leaf)}::date AND expires_on <= ${lastExpiry(leaf)}::date
        AND ctid >= format('(%s,0)', ${page}::integer)::tid
        AND ctid < format('(%s,0)', ${page + PAGES_PER_READ}::integer)::tid`);
    yield rows.map((row) => row.line);
  }
}
