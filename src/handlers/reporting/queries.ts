import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/** The figures of the admin's overview, all as of now by the database's clock. */
export interface Overview {
  /** Every state that has a booking. */
  readonly bookingsByStatus: readonly { readonly status: string; readonly count: number }[];
  readonly waitingForAgency: {
    readonly count: number;
    /** ISO 8601 UTC; null when nothing waits. */
    readonly oldestSince: string | null;
  };
  /** Of the last 30 days. */
  readonly decisions: {
    readonly approved: number;
    readonly rejected: number;
    readonly changesRequested: number;
    /** Half of the decisions were faster; null without any. */
    readonly medianHours: number | null;
  };
  /** Twelve weeks from Monday, UTC, the last being this one; weeks without any count 0. */
  readonly submittedPerWeek: readonly { readonly weekStart: string; readonly count: number }[];
  readonly events: {
    /** Starting within the next 14 days and not cancelled. */
    readonly next14Days: number;
    /** On hold and not yet begun, whenever they start. */
    readonly onHold: number;
  };
  /** What became of events in the last 30 days. */
  readonly eventOutcomes: {
    readonly completed: number;
    readonly metExpectations: number;
    readonly cancelled: number;
    readonly moved: number;
    readonly lostReadiness: number;
    /** Problems of events, activities and venues. */
    readonly issues: number;
    readonly graveIssues: number;
  };
}

/** Reads the overview; for admins, which the caller checks. */
export async function readOverview(db: Queryable): Promise<Overview> {
  const [bookingsByStatus, waitingForAgency, decisions, submittedPerWeek, events, eventOutcomes] =
    await Promise.all([
      db.query<{ status: string; count: number }>(sql`
      SELECT status, count(*)::integer AS count FROM booking GROUP BY status ORDER BY status`),
      readWaiting(db),
      readDecisions(db),
      db.query<{ weekStart: string; count: number }>(sql`
      SELECT to_char(week.start, 'YYYY-MM-DD') AS "weekStart", count(f.event_id)::integer AS count
      FROM generate_series(
        date_trunc('week', clock_timestamp() AT TIME ZONE 'UTC') - interval '11 weeks',
        date_trunc('week', clock_timestamp() AT TIME ZONE 'UTC'), interval '1 week') AS week (start)
      LEFT JOIN report_booking_fact f ON f.type = 'BOOKING_SUBMITTED'
        AND f.occurred_at >= week.start AT TIME ZONE 'UTC'
        AND f.occurred_at < (week.start + interval '1 week') AT TIME ZONE 'UTC'
      GROUP BY week.start ORDER BY week.start`),
      readEvents(db),
      readEventOutcomes(db),
    ]);
  return { bookingsByStatus, waitingForAgency, decisions, submittedPerWeek, events, eventOutcomes };
}

async function readWaiting(db: Queryable): Promise<Overview["waitingForAgency"]> {
  const [row] = await db.query<{ count: number; oldest: Date | null }>(sql`
    SELECT count(*)::integer AS count, min(waiting_since) AS oldest FROM booking WHERE waiting_for = 'agency'`);
  return { count: row?.count ?? 0, oldestSince: row?.oldest?.toISOString() ?? null };
}

async function readDecisions(db: Queryable): Promise<Overview["decisions"]> {
  const [row] = await db.query<Overview["decisions"]>(sql`
    SELECT count(*) FILTER (WHERE type = 'BOOKING_APPROVED')::integer AS approved,
      count(*) FILTER (WHERE type = 'BOOKING_REJECTED')::integer AS rejected,
      count(*) FILTER (WHERE type = 'BOOKING_CHANGES_REQUESTED')::integer AS "changesRequested",
      percentile_cont(0.5) WITHIN GROUP (ORDER BY decision_hours) AS "medianHours"
    FROM report_booking_fact
    WHERE occurred_at >= clock_timestamp() - interval '30 days'
      AND type IN ('BOOKING_APPROVED', 'BOOKING_REJECTED', 'BOOKING_CHANGES_REQUESTED')`);
  return row ?? { approved: 0, rejected: 0, changesRequested: 0, medianHours: null };
}

async function readEvents(db: Queryable): Promise<Overview["events"]> {
  const [row] = await db.query<Overview["events"]>(sql`
    SELECT count(*) FILTER (WHERE starts_at >= clock_timestamp()
        AND starts_at < clock_timestamp() + interval '14 days')::integer AS "next14Days",
      count(*) FILTER (WHERE hold_reason IS NOT NULL
        AND status NOT IN ('in_progress', 'completed'))::integer AS "onHold"
    FROM event_instance WHERE status <> 'cancelled'`);
  return row ?? { next14Days: 0, onHold: 0 };
}

async function readEventOutcomes(db: Queryable): Promise<Overview["eventOutcomes"]> {
  const [row] = await db.query<Overview["eventOutcomes"]>(sql`
    SELECT count(*) FILTER (WHERE type = 'EVENT_COMPLETED' AND is_last)::integer AS completed,
      count(*) FILTER (WHERE met_expectations AND is_last)::integer AS "metExpectations",
      count(*) FILTER (WHERE type = 'EVENT_CANCELLED')::integer AS cancelled,
      count(*) FILTER (WHERE type = 'EVENT_RESCHEDULED')::integer AS moved,
      count(*) FILTER (WHERE type = 'EVENT_READINESS_LOST')::integer AS "lostReadiness",
      count(*) FILTER (WHERE severity IS NOT NULL)::integer AS issues,
      count(*) FILTER (WHERE severity IN ('high', 'critical'))::integer AS "graveIssues"
    -- A revised outcome is the same event once more.
    FROM (SELECT *, row_number() OVER (PARTITION BY event_instance_id, type ORDER BY occurred_at DESC, event_id DESC)
        = 1 AS is_last
      FROM report_event_fact WHERE occurred_at >= clock_timestamp() - interval '30 days') AS fact`);
  if (!row) throw new Error("an aggregate returned no row");
  return row;
}
