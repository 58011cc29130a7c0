import { type Sql, sql } from "@/db/sql";

/** One fact as the statements take it; everything in it was validated. */
export interface AppendRow {
  readonly id: string;
  readonly type: string;
  readonly category: string;
  readonly correlationId: string;
  readonly source: string;
  readonly payload: object;
  readonly metadata: {
    readonly userId?: string;
    readonly requestId?: string;
    readonly causationId?: string;
  };
  readonly version: number;
  readonly depth: number;
  /** Full years until it expires. */
  readonly years: number;
  readonly entities: readonly string[];
}

/**
 * Adds one fact and its deliveries; returns `id` and `recorded_at`, or nothing for an id that the log has. What
 * nearly every command sends: 40 % less work for the server than the statement for several.
 *
 * Order matters in both: the clock is read after the lock, so that times rise with positions within a
 * correlation. A day that the year of expiry does not have (29 February) becomes the next one, as in `expiresOn`.
 */
export const appendOneStatement = (row: AppendRow): Sql => sql`
  WITH fresh AS (
    INSERT INTO event_identity (id, recorded_at, category)
    SELECT ${row.id}::uuid, date_trunc('milliseconds', clock_timestamp()), ${row.category}
    FROM (SELECT pg_advisory_xact_lock(hashtextextended(${row.correlationId}, 0)) OFFSET 0) AS locked
    ON CONFLICT (id) DO NOTHING
    RETURNING recorded_at, (recorded_at AT TIME ZONE 'UTC')::date AS day
  ), logged AS (
    INSERT INTO event_log (
      id, type, category, "timestamp", correlation_id, causation_id, source, payload, metadata, recorded_at,
      expires_on, schema_version, depth, actor_id, request_id, entity_ids)
    SELECT
      ${row.id}::uuid, ${row.type}, ${row.category}, recorded_at, ${row.correlationId},
      ${row.metadata.causationId ?? null}::uuid, ${row.source}, ${JSON.stringify(row.payload)}::jsonb,
      ${JSON.stringify(row.metadata)}::jsonb, recorded_at,
      (day + make_interval(years => ${row.years}::integer))::date + (extract(day FROM day)
        <> extract(day FROM day + make_interval(years => ${row.years}::integer)))::integer,
      ${row.version}::integer, ${row.depth}::integer, ${row.metadata.userId ?? null},
      ${row.metadata.requestId ?? null}, ${row.entities}::text[]
    FROM fresh
    RETURNING position, recorded_at, expires_on
  ), owed AS (
    INSERT INTO event_delivery (
      handler, order_key, position, event_id, type, category, recorded_at, expires_on, due_at)
    SELECT h.name, CASE h.ordering WHEN 'correlation' THEN ${row.correlationId} ELSE ${row.id} END,
      l.position, ${row.id}::uuid, ${row.type}, ${row.category}, l.recorded_at, l.expires_on, l.recorded_at
    FROM logged l
    CROSS JOIN event_subscription s
    JOIN event_handler h ON h.name = s.handler
    WHERE s.type = ${row.type} AND s.until IS NULL
  )
  SELECT ${row.id} AS id, recorded_at FROM logged`;

/** The same for several facts, in their order. Locks their correlations in one order, against deadlocks. */
export const appendManyStatement = (rows: readonly AppendRow[]): Sql => sql`
  WITH facts AS MATERIALIZED (
    SELECT * FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS (
      id uuid, type text, category text, years integer, "correlationId" text, source text, payload jsonb,
      metadata jsonb, version integer, depth integer, entities text[])) WITH ORDINALITY AS f (
      id, type, category, years, correlation_id, source, payload, metadata, version, depth, entities, ord)
  ), locked AS MATERIALIZED (
    SELECT string_agg(pg_advisory_xact_lock(key)::text, '') AS nothing
    FROM (SELECT DISTINCT hashtextextended(correlation_id, 0) AS key FROM facts ORDER BY 1) AS keys
  ), moment AS MATERIALIZED (
    SELECT at, (at AT TIME ZONE 'UTC')::date AS day
    FROM (SELECT date_trunc('milliseconds', clock_timestamp()) AS at FROM locked OFFSET 0) AS clock
  ), fresh AS (
    INSERT INTO event_identity (id, recorded_at, category)
    SELECT f.id, m.at, f.category FROM moment m CROSS JOIN facts f
    ON CONFLICT (id) DO NOTHING
    RETURNING id
  ), logged AS (
    INSERT INTO event_log (
      id, type, category, "timestamp", correlation_id, causation_id, source, payload, metadata, recorded_at,
      expires_on, schema_version, depth, actor_id, request_id, entity_ids)
    SELECT
      f.id, f.type, f.category, m.at, f.correlation_id, (f.metadata ->> 'causationId')::uuid, f.source,
      f.payload, f.metadata, m.at,
      (m.day + make_interval(years => f.years))::date
        + (extract(day FROM m.day) <> extract(day FROM m.day + make_interval(years => f.years)))::integer,
      f.version, f.depth, f.metadata ->> 'userId', f.metadata ->> 'requestId', f.entities
    FROM fresh JOIN facts f USING (id) CROSS JOIN moment m
    ORDER BY f.ord
    RETURNING id, position, type, category, correlation_id, recorded_at, expires_on
  ), owed AS (
    INSERT INTO event_delivery (
      handler, order_key, position, event_id, type, category, recorded_at, expires_on, due_at)
    SELECT
      h.name, CASE h.ordering WHEN 'correlation' THEN l.correlation_id ELSE l.id::text END,
      l.position, l.id, l.type, l.category, l.recorded_at, l.expires_on, l.recorded_at
    FROM logged l
    JOIN event_subscription s ON s.type = l.type AND s.until IS NULL
    JOIN event_handler h ON h.name = s.handler
  )
  SELECT id, recorded_at FROM logged`;
