import "server-only";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import {
  catalog,
  type DomainEvent,
  type EventType,
  type PayloadOf,
  parsePayload,
} from "@/domain-events/catalog/catalog";
import { entityIdsOf } from "@/domain-events/catalog/entity-ids";
import {
  type BaseEvent,
  type EventMetadata,
  type NewEnvelope,
  parseMetadata,
  parseNewEnvelope,
} from "@/domain-events/catalog/envelope";
import type { Fact } from "@/domain-events/catalog/fact";
import { retentionPolicy } from "@/domain-events/retention/policy";

/** Causes above a fact at most (event-catalogue.md, Routing). */
export const CAUSATION_DEPTH_MAX = 16;

/** A fact on its way into the log; its time and position are the database's. */
export interface NewEvent {
  /** UUIDv7. The same id a second time is ignored, with its deliveries. */
  readonly id: string;
  readonly fact: Fact;
  readonly correlationId: string;
  readonly source: string;
  readonly metadata: EventMetadata;
  /** Causes above it; 0 for what a person did. */
  readonly depth: number;
}

/** A chain of reactions that feeds itself. Trying again cannot help: the delivery that caused it is dead at once. */
export class CausationTooDeepError extends Error {
  readonly permanent = true;

  constructor(type: string) {
    super(`${type} would have more than ${CAUSATION_DEPTH_MAX} causes above it`);
    this.name = "CausationTooDeepError";
  }
}

const appending = new WeakSet<Tx>();

/** True when facts were added through this transaction: whoever commits it wakes the dispatcher. */
export function hasAppended(tx: Tx): boolean {
  return appending.has(tx);
}

interface LoggedRow {
  readonly id: string;
  readonly recorded_at: Date;
}

/**
 * Adds the facts and one delivery per subscribed handler to the open transaction, in one statement.
 *
 * Facts of one correlation get their positions in the order of their commits: the statement holds an advisory
 * lock on each correlation until the transaction ends. Resolves to the facts that are new, in their order; one
 * whose id the log already has is left out. Throws `InvalidEventError` for a payload, an envelope or metadata
 * that breaks the contract (event-catalogue.md), `CausationTooDeepError` past 16 causes; nothing is written then.
 * The caller wakes the dispatcher after its commit.
 */
export async function appendEvents(tx: Tx, events: readonly NewEvent[]): Promise<readonly DomainEvent[]> {
  if (events.length === 0) return [];
  const prepared = events.map(prepareEvent);
  const rows = await tx.query<LoggedRow>(appendStatement(JSON.stringify(prepared.map((one) => one.row))));
  appending.add(tx);
  const times = new Map(rows.map((row) => [row.id, row.recorded_at.toISOString()]));
  return prepared.flatMap(({ envelope, payload, metadata }) => {
    const timestamp = times.get(envelope.id);
    return timestamp === undefined ? [] : [logged(envelope, payload, metadata, timestamp)];
  });
}

function prepareEvent({ fact, depth, ...event }: NewEvent, index: number) {
  const { type } = fact;
  if (depth > CAUSATION_DEPTH_MAX) throw new CausationTooDeepError(type);
  const { version, category } = catalog[type];
  const envelope = parseNewEnvelope({
    id: event.id,
    type,
    correlationId: event.correlationId,
    source: event.source,
  });
  const payload = parsePayload(type, fact.payload);
  const metadata = parseMetadata({ ...event.metadata, version: String(version) });
  const row = {
    ord: index,
    ...envelope,
    category,
    years: retentionPolicy[category].yearsKept,
    payload,
    metadata,
    version,
    depth,
    entities: entityIdsOf(payload),
  };
  return { row, envelope, payload, metadata };
}

/** The payload was parsed as that of the envelope's type, which ties the two together. */
function logged<T extends EventType>(
  envelope: NewEnvelope,
  payload: PayloadOf<T>,
  metadata: EventMetadata,
  timestamp: string,
): DomainEvent;
function logged(
  envelope: NewEnvelope,
  payload: unknown,
  metadata: EventMetadata,
  timestamp: string,
): BaseEvent<string, unknown> {
  return { ...envelope, timestamp, payload, metadata };
}

/**
 * Order matters: the clock is read after the lock, so that times rise with positions within a correlation, and
 * the sequence is read after the sort. A day that the year of expiry does not have (29 February) becomes the
 * next one, as in `expiresOn`.
 */
const appendStatement = (rows: string) => sql`
  WITH facts AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(${rows}::jsonb) AS f (
      ord integer, id uuid, type text, category text, years integer, "correlationId" text, source text,
      payload jsonb, metadata jsonb, version integer, depth integer, entities text[])
  ), locked AS MATERIALIZED (
    SELECT string_agg(pg_advisory_xact_lock(key)::text, '') AS nothing
    FROM (SELECT DISTINCT hashtextextended("correlationId", 0) AS key FROM facts ORDER BY 1) AS keys
  ), moment AS MATERIALIZED (
    SELECT date_trunc('milliseconds', clock_timestamp()) AS at FROM locked
  ), fresh AS (
    INSERT INTO event_identity (id, recorded_at, category)
    SELECT f.id, m.at, f.category FROM moment m CROSS JOIN facts f ORDER BY f.ord
    ON CONFLICT (id) DO NOTHING
    RETURNING id
  ), logged AS (
    INSERT INTO event_log (
      id, type, category, "timestamp", correlation_id, causation_id, source, payload, metadata, recorded_at,
      expires_on, schema_version, depth, actor_id, request_id, entity_ids)
    SELECT
      f.id, f.type, f.category, m.at, f."correlationId", (f.metadata ->> 'causationId')::uuid, f.source,
      f.payload, f.metadata, m.at,
      (day.first + make_interval(years => f.years))::date
        + (extract(day FROM day.first) <> extract(day FROM day.first + make_interval(years => f.years)))::integer,
      f.version, f.depth, f.metadata ->> 'userId', f.metadata ->> 'requestId', f.entities
    FROM fresh JOIN facts f USING (id) CROSS JOIN moment m
    CROSS JOIN LATERAL (SELECT (m.at AT TIME ZONE 'UTC')::date AS first) AS day
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
