import { sql } from "@/db/sql";
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

export interface LogRow extends StoredRow {
  readonly position: string;
  readonly recorded_at: Date;
  readonly expires_on_text: string;
  readonly causation_id: string | null;
  readonly actor_id: string | null;
  readonly entity_ids: string[];
}

/** The columns of a `LogRow` from the log under the alias `l`. */
export const loggedColumns = sql`l.position, l.id, l.type, l.category, l."timestamp", l.correlation_id, l.source,
  l.payload, l.metadata, l.recorded_at, l.expires_on::text AS expires_on_text, l.schema_version, l.depth,
  l.causation_id, l.actor_id, l.entity_ids`;

export function loggedEvent(row: LogRow): LoggedEvent {
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
