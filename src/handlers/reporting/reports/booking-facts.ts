import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { DomainEvent } from "@/domain-events/catalog/catalog";
import { isUuid } from "@/values/ids";

/** One counted fact, as `report_booking_fact` keeps it. */
export interface BookingFactRow {
  readonly eventId: string;
  readonly type: string;
  readonly bookingId: string;
  readonly clientId: string;
  /** ISO 8601 UTC. */
  readonly occurredAt: string;
  /** Dates asked for, approved or declined by the fact, or events that it takes down. */
  readonly dates: number;
  /** True for what answers a request: its hours since the request are counted. */
  readonly decides: boolean;
}

/** What a fact adds to the report on bookings; null for the facts that it does not count. */
export function bookingFactRow(event: DomainEvent): BookingFactRow | null {
  switch (event.type) {
    case "BOOKING_CREATED":
    case "BOOKING_UPDATED":
      return row(event, 0);
    case "BOOKING_SUBMITTED":
      return row(event, event.payload.eventDates.length);
    case "BOOKING_APPROVED":
      return row(event, event.payload.eventDates.length, true);
    case "BOOKING_DATES_DECLINED":
      return row(event, event.payload.dates.length);
    case "BOOKING_REJECTED":
    case "BOOKING_CHANGES_REQUESTED":
      return row(event, 0, true);
    case "BOOKING_CANCELLED":
      return row(event, event.payload.affectedEventIds.length);
    default:
      return null;
  }
}

type CountedFact = Extract<DomainEvent, { payload: { bookingId: string; clientId: string } }>;

function row(event: CountedFact, dates: number, decides = false): BookingFactRow | null {
  const { bookingId, clientId } = event.payload;
  if (!isUuid(bookingId) || !isUuid(clientId)) return null;
  return {
    eventId: event.id,
    type: event.type,
    bookingId,
    clientId,
    occurredAt: event.timestamp,
    dates,
    decides,
  };
}

/**
 * Adds the rows in one statement; a fact that is there already adds nothing. The hours to a decision count from
 * the latest request before it: a submission, or an edit that asked for approval again. They are read from the
 * log, because this handler hears facts in any order.
 */
export async function addBookingFacts(tx: Tx, rows: readonly BookingFactRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    INSERT INTO report_booking_fact (event_id, type, booking_id, client_id, occurred_at, dates, decision_hours)
    SELECT r."eventId", r.type, r."bookingId", r."clientId", r."occurredAt", r.dates,
      CASE WHEN r.decides THEN (
        SELECT extract(epoch FROM r."occurredAt" - max(l."timestamp")) / 3600
        FROM event_log l
        WHERE l.correlation_id = r."bookingId"::text AND l.category = 'booking'
          AND l."timestamp" <= r."occurredAt"
          AND (l.type = 'BOOKING_SUBMITTED'
            OR (l.type = 'BOOKING_UPDATED' AND (l.payload ->> 'needsReapproval')::boolean))) END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r ("eventId" uuid, type text, "bookingId" uuid,
      "clientId" uuid, "occurredAt" timestamptz, dates integer, decides boolean)
    ON CONFLICT (event_id) DO NOTHING`);
}
