import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { Category } from "@/domain-events/catalog/catalog";
import { type ReadEvent, readStored } from "@/domain-events/catalog/upcast";
import { type StoredRow, storedEvent } from "./stored-row";

/** A fact as the log's screens show it; `read.known` is false for a type or version that this code does not know. */
export interface LoggedEvent {
  /** A whole number as text: for display and paging, not commit order. */
  readonly position: string;
  readonly category: string;
  /** ISO 8601 UTC with milliseconds. */
  readonly recordedAt: string;
  /** `YYYY-MM-DD`, UTC. */
  readonly expiresOn: string;
  /** Causes above it. */
  readonly depth: number;
  readonly schemaVersion: number;
  readonly causationId: string | null;
  readonly actorId: string | null;
  /** `<kind>:<id>` of every record that the payload names. */
  readonly entityIds: readonly string[];
  readonly read: ReadEvent;
}

/** Where a page ended; the next one goes on behind it. */
export interface LogCursor {
  readonly recordedAt: string;
  readonly position: string;
}

export interface LogPage {
  /** Newest first. */
  readonly events: readonly LoggedEvent[];
  /** Undefined on the last page. */
  readonly next: LogCursor | undefined;
}

interface LogRow extends StoredRow {
  readonly position: string;
  readonly recorded_at: Date;
  readonly expires_on_text: string;
  readonly causation_id: string | null;
  readonly actor_id: string | null;
  readonly entity_ids: string[];
}

function loggedEvent(row: LogRow): LoggedEvent {
  return {
    position: row.position,
    category: row.category,
    recordedAt: row.recorded_at.toISOString(),
    expiresOn: row.expires_on_text,
    depth: row.depth,
    schemaVersion: row.schema_version,
    causationId: row.causation_id,
    actorId: row.actor_id,
    entityIds: row.entity_ids,
    read: readStored(storedEvent(row)),
  };
}

/** The facts of one correlation, newest first. `before` is the position that the last page ended with. */
export async function readCorrelation(
  db: Queryable,
  correlationId: string,
  { limit, before }: { readonly limit: number; readonly before?: string },
): Promise<readonly LoggedEvent[]> {
  const rows = await db.query<LogRow>(sql`
    SELECT position, id, type, category, "timestamp", correlation_id, source, payload, metadata, recorded_at,
      expires_on::text AS expires_on_text, schema_version, depth, causation_id, actor_id, entity_ids
    FROM event_log
    WHERE correlation_id = ${correlationId} AND (${before ?? null}::bigint IS NULL OR position < ${before ?? null}::bigint)
    ORDER BY position DESC LIMIT ${limit}::integer`);
  return rows.map(loggedEvent);
}

/** One fact by its id, undefined when the log does not hold it (any more). */
export async function readEvent(db: Queryable, id: string): Promise<LoggedEvent | undefined> {
  const [row] = await db.query<LogRow>(sql`
    SELECT l.position, l.id, l.type, l.category, l."timestamp", l.correlation_id, l.source, l.payload, l.metadata,
      l.recorded_at, l.expires_on::text AS expires_on_text, l.schema_version, l.depth, l.causation_id, l.actor_id,
      l.entity_ids
    FROM event_identity i
    CROSS JOIN LATERAL (
      SELECT * FROM event_log e
      WHERE e.id = i.id AND e.recorded_at = i.recorded_at AND e.category = i.category LIMIT 1) AS l
    WHERE i.id = ${id}::uuid`);
  return row && loggedEvent(row);
}

export interface LogSearch {
  readonly types?: readonly string[];
  readonly categories?: readonly Category[];
  readonly correlationId?: string;
  /** `<kind>:<id>` of a record that the payload names. */
  readonly entityId?: string;
  readonly actorId?: string;
  /** ISO 8601, inclusive: every search is bounded in time. */
  readonly from: string;
  /** ISO 8601, exclusive. */
  readonly to?: string;
  readonly cursor?: LogCursor;
  readonly limit: number;
}

/** Facts in a time range, newest first, paged by (recorded at, position): stable while facts are added. */
export async function searchEvents(db: Queryable, search: LogSearch): Promise<LogPage> {
  const rows = await db.query<LogRow>(searchStatement(search));
  const page = rows.slice(0, search.limit);
  const last = rows.length > search.limit ? page.at(-1) : undefined;
  return {
    events: page.map(loggedEvent),
    next: last && { recordedAt: last.recorded_at.toISOString(), position: last.position },
  };
}

const searchStatement = (search: LogSearch) => sql`
  SELECT position, id, type, category, "timestamp", correlation_id, source, payload, metadata, recorded_at,
    expires_on::text AS expires_on_text, schema_version, depth, causation_id, actor_id, entity_ids
  FROM event_log
  WHERE recorded_at >= ${search.from}::timestamptz
    AND recorded_at < coalesce(${search.to ?? null}::timestamptz, 'infinity')
    AND (${search.types ?? null}::text[] IS NULL OR type = ANY (${search.types ?? null}::text[]))
    AND (${search.categories ?? null}::text[] IS NULL OR category = ANY (${search.categories ?? null}::text[]))
    AND (${search.correlationId ?? null}::text IS NULL OR correlation_id = ${search.correlationId ?? null})
    AND (${search.entityId ?? null}::text IS NULL OR entity_ids @> ARRAY[${search.entityId ?? null}::text])
    AND (${search.actorId ?? null}::text IS NULL OR actor_id = ${search.actorId ?? null})
    AND (${search.cursor?.recordedAt ?? null}::timestamptz IS NULL OR (recorded_at, position)
      < (${search.cursor?.recordedAt ?? null}::timestamptz, ${search.cursor?.position ?? null}::bigint))
  ORDER BY recorded_at DESC, position DESC LIMIT ${search.limit + 1}::integer`;
