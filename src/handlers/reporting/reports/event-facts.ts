import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { DomainEvent } from "@/domain-events/catalog/catalog";
import { isUuid } from "@/values/ids";
import { durationMs } from "@/values/time-window";

/** One counted fact, as `report_event_fact` keeps it; it names no person. */
export interface EventFactRow {
  readonly eventId: string;
  readonly type: string;
  readonly bookingId: string;
  readonly eventInstanceId: string;
  /** ISO 8601 UTC. */
  readonly occurredAt: string;
  /** Of a problem; null for other facts. */
  readonly severity: "low" | "medium" | "high" | "critical" | null;
  /** How long a completed event took, or how far one was moved, back when negative; null for other facts. */
  readonly minutes: number | null;
  /** Of a completed event; null for other facts. */
  readonly metExpectations: boolean | null;
}

const SEVERITY_OF_IMPACT = { minor: "low", moderate: "medium", major: "high" } as const;

/** What a fact adds to the report on events; null for the facts that it does not count. */
export function eventFactRow(event: DomainEvent): EventFactRow | null {
  switch (event.type) {
    case "EVENT_ASSIGNED_TO_MANAGER":
    case "EVENT_PREPARATION_STARTED":
    case "EVENT_READY":
    case "EVENT_READINESS_LOST":
    case "EVENT_STARTED":
    case "EVENT_CANCELLED":
    case "EVENT_ISSUE_ACKNOWLEDGED":
    case "EVENT_ISSUE_RESOLVED":
    case "EVENT_ISSUE_ESCALATED":
    case "EVENT_ISSUE_MERGED":
    case "ACTIVITY_STARTED":
    case "ACTIVITY_COMPLETED":
    case "ACTIVITY_CANCELLED":
    case "LOCATION_CONFIRMED":
    case "LOCATION_CONFIRMATION_REVOKED":
      return row(event);
    case "EVENT_COMPLETED": {
      const { actualStartTime, actualEndTime, outcomes } = event.payload;
      const minutes = minutesBetween(actualStartTime, actualEndTime);
      return row(event, { minutes, metExpectations: outcomes.metExpectations });
    }
    case "EVENT_RESCHEDULED":
      return row(event, { minutes: minutesBetween(event.payload.originalDate, event.payload.newDate) });
    case "EVENT_ISSUE_REPORTED":
      return row(event, { severity: event.payload.severity });
    case "ACTIVITY_ISSUE_REPORTED":
      return row(event, { severity: SEVERITY_OF_IMPACT[event.payload.impactLevel] });
    case "LOCATION_ISSUE_REPORTED":
    case "KIT_ISSUE_REPORTED": {
      const { needsImmediate, impactLevel } = event.payload;
      return row(event, { severity: needsImmediate ? "critical" : SEVERITY_OF_IMPACT[impactLevel] });
    }
    default:
      return null;
  }
}

type Measures = Partial<Pick<EventFactRow, "severity" | "minutes" | "metExpectations">>;

/** Facts of activities and venues name no booking, but their correlation is it (event-catalogue.md, Envelope). */
function row(
  event: Extract<DomainEvent, { payload: { eventId: string } }>,
  { severity = null, minutes = null, metExpectations = null }: Measures = {},
): EventFactRow | null {
  const { eventId } = event.payload;
  if (!isUuid(eventId) || !isUuid(event.correlationId)) return null;
  return {
    eventId: event.id,
    type: event.type,
    bookingId: event.correlationId,
    eventInstanceId: eventId,
    occurredAt: event.timestamp,
    severity,
    minutes,
    metExpectations,
  };
}

function minutesBetween(startsAt: string, endsAt: string): number {
  return Math.round(durationMs({ startsAt, endsAt }) / 60_000);
}

/** Adds the rows in one statement; a fact that is there already adds nothing. */
export async function addEventFacts(tx: Tx, rows: readonly EventFactRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    INSERT INTO report_event_fact (event_id, type, booking_id, event_instance_id, occurred_at, severity, minutes,
      met_expectations)
    SELECT r."eventId", r.type, r."bookingId", r."eventInstanceId", r."occurredAt", r.severity, r.minutes,
      r."metExpectations"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r ("eventId" uuid, type text, "bookingId" uuid,
      "eventInstanceId" uuid, "occurredAt" timestamptz, severity text, minutes integer, "metExpectations" boolean)
    ON CONFLICT (event_id) DO NOTHING`);
}
