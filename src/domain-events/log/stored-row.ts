import type { StoredEvent } from "@/domain-events/catalog/upcast";

/** The columns of `event_log` that make up a fact, as the driver reads them. */
export interface StoredRow {
  readonly id: string;
  readonly type: string;
  readonly category: string;
  readonly timestamp: Date;
  readonly correlation_id: string;
  readonly source: string;
  readonly payload: unknown;
  readonly metadata: unknown;
  readonly schema_version: number;
  readonly depth: number;
}

export function storedEvent(row: StoredRow): StoredEvent {
  return {
    id: row.id,
    type: row.type,
    version: row.schema_version,
    timestamp: row.timestamp.toISOString(),
    correlationId: row.correlation_id,
    source: row.source,
    payload: row.payload,
    metadata: row.metadata,
  };
}
