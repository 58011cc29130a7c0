import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/** An entry of the log that a gate or a tick rests on. */
export interface RecordEvidence {
  readonly factId: string;
  readonly type: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** A person's id or `system`. */
  readonly by: string;
}

export interface RecordFacts {
  readonly evidence: readonly RecordEvidence[];
  /** The last move, `from` with the venue's offset; null when the event was never moved. */
  readonly moved: {
    readonly from: string;
    readonly reason: string;
    readonly by: string;
    readonly at: string;
  } | null;
  /** Who did all that. */
  readonly actorIds: readonly string[];
}

interface FactRow {
  readonly id: string;
  readonly type: string;
  readonly timestamp: Date;
  readonly actor_id: string | null;
  readonly is_evidence: boolean;
  readonly original_date: string | null;
  readonly reason: string | null;
}

/** More than a checklist and an event's moves come to. */
const FACTS_MAX = 200;

/** What the log says of one event beyond its rows. `since` is when its row was made: no fact of it is older. */
export async function readRecordFacts(
  db: Queryable,
  {
    eventId,
    bookingId,
    since,
  }: { readonly eventId: string; readonly bookingId: string; readonly since: Date },
): Promise<RecordFacts> {
  const rows = await db.query<FactRow>(sql`
    WITH evidence AS (
      SELECT t.evidence AS id FROM preparation_task t WHERE t.event_id = ${eventId} AND t.evidence IS NOT NULL
      UNION SELECT v.fact_id FROM event_venue_standing v WHERE v.event_id = ${eventId})
    SELECT l.id, l.type, l."timestamp", l.actor_id, l.id IN (SELECT id FROM evidence) AS is_evidence,
      l.payload ->> 'originalDate' AS original_date, l.payload ->> 'reason' AS reason
    FROM event_log l
    WHERE l.correlation_id = ${bookingId} AND l.entity_ids @> ARRAY['event:' || ${eventId}::text]
      AND l.recorded_at >= ${since} AND l.category IN ('event', 'location')
      AND (l.id IN (SELECT id FROM evidence) OR l.type = 'EVENT_RESCHEDULED')
    ORDER BY l.position DESC LIMIT ${FACTS_MAX}`);
  return {
    evidence: rows.filter((row) => row.is_evidence).map(toEvidence),
    moved: toMove(rows.find(({ type }) => type === "EVENT_RESCHEDULED")),
    actorIds: rows.flatMap(({ actor_id }) => (actor_id === null ? [] : [actor_id])),
  };
}

function byOf({ actor_id }: FactRow): string {
  return actor_id ?? "system";
}

function toEvidence(row: FactRow): RecordEvidence {
  return { factId: row.id, type: row.type, at: row.timestamp.toISOString(), by: byOf(row) };
}

function toMove(row: FactRow | undefined): RecordFacts["moved"] {
  if (!row || row.original_date === null || row.reason === null) return null;
  return { from: row.original_date, reason: row.reason, by: byOf(row), at: row.timestamp.toISOString() };
}
