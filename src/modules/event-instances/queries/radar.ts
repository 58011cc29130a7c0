import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { EventInstanceStatus } from "@/modules/event-instances/inputs";
import type { EventIssue } from "@/modules/event-instances/life/event-life";
import {
  byTimeLeft,
  decisionRisk,
  eventRisks,
  issueRisk,
  RADAR_LIMITS,
  type Risk,
  type RiskKind,
} from "@/modules/event-instances/life/radar";

/** One thing that is late, with the record it is about and who should see to it. */
export interface RadarItem extends Risk {
  /** Unique in one answer. */
  readonly id: string;
  readonly record: "event" | "booking";
  readonly recordId: string;
  /** `EV-221` or `BK-1042`. */
  readonly code: string;
  readonly title: string;
  /** Null for a booking: its dates may be at several venues. */
  readonly venue: { readonly id: string; readonly name: string; readonly timeZone: string } | null;
  /** Of the event. */
  readonly window: { readonly startsAt: string; readonly endsAt: string } | null;
  /** Who should see to it; null when it is the desk. */
  readonly owner: { readonly id: string; readonly name: string } | null;
  /** What `events.acknowledgeIssue` asks for; null for other kinds. */
  readonly issueId: string | null;
}

export interface Radar {
  /** The least time left first. */
  readonly items: readonly RadarItem[];
  /** Of all that was found, shown or not. */
  readonly counts: Readonly<Record<RiskKind, number>>;
  /** There is more than this names: look at the lists instead. */
  readonly isCut: boolean;
}

/** Rows that are looked at per source, and items that one answer holds. */
const LOOKED_AT_MAX = 1_000;
const SHOWN_MAX = 200;

/** Everything late at this moment of the database's clock, in three statements; for admins, which the caller checks. */
export async function readRadar(db: Queryable): Promise<Radar> {
  const [events, issues, bookings] = await Promise.all([readEvents(db), readIssues(db), readBookings(db)]);
  const now = [...events, ...issues, ...bookings][0]?.now.toISOString() ?? "";
  const found = [...issues.flatMap(ofIssue), ...events.flatMap(ofEvent), ...bookings.flatMap(ofBooking)];
  found.sort(byTimeLeft(now));
  const isCut = [events, issues, bookings].some((rows) => rows.length > LOOKED_AT_MAX);
  return {
    items: found.slice(0, SHOWN_MAX),
    counts: countsOf(found),
    isCut: isCut || found.length > SHOWN_MAX,
  };
}

function countsOf(found: readonly Risk[]): Radar["counts"] {
  const count = (kind: RiskKind) => found.filter((risk) => risk.kind === kind).length;
  return {
    critical_issue: count("critical_issue"),
    not_started: count("not_started"),
    not_completed: count("not_completed"),
    venue_unconfirmed: count("venue_unconfirmed"),
    tasks_overdue: count("tasks_overdue"),
    no_manager: count("no_manager"),
    decision_overdue: count("decision_overdue"),
  };
}

interface OfEventRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly venue: NonNullable<RadarItem["venue"]>;
  readonly manager: RadarItem["owner"];
  readonly now: Date;
}

interface EventRow extends OfEventRow {
  readonly status: EventInstanceStatus;
  readonly on_hold: boolean;
  readonly created_at: Date;
  readonly confirmed: boolean | null;
  readonly fact_at: Date;
  readonly overdue: number | null;
  readonly oldest_due_at: Date | null;
  readonly first: string | null;
}

const ofEventColumns = sql`e.id, e.number, b.title, e.starts_at, e.ends_at, clock_timestamp() AS now,
      json_build_object('id', l.id, 'name', l.name, 'timeZone', l.time_zone) AS venue,
      CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.name) END AS manager`;
const withItsNames = sql`JOIN booking b ON b.id = e.booking_id JOIN location l ON l.id = e.location_id
    LEFT JOIN person p ON p.id = e.manager_id`;

/**
 * What runs, what starts soon or should have, and what has an overdue task, each by an index of its own. Open tasks
 * of events that have begun, are over or were cancelled are nobody's any more.
 */
function readEvents(db: Queryable): Promise<EventRow[]> {
  const soon = Math.max(RADAR_LIMITS.managerLeadHours, RADAR_LIMITS.venueLeadHours);
  return db.query<EventRow>(sql`
    WITH late AS (
      SELECT t.event_id, count(*)::integer AS overdue, min(t.due_at) AS oldest_due_at,
        (array_agg(t.description ORDER BY t.due_at, t.id))[1] AS first
      FROM preparation_task t JOIN event_instance e ON e.id = t.event_id
      WHERE t.status = 'open' AND t.due_at < clock_timestamp()
        AND e.status IN ('scheduled', 'assigned', 'preparing', 'ready')
      GROUP BY t.event_id),
    watched AS (
      SELECT id FROM event_instance WHERE status = 'in_progress'
      UNION
      SELECT id FROM event_instance WHERE status IN ('scheduled', 'assigned', 'preparing', 'ready')
        AND starts_at < clock_timestamp() + make_interval(hours => ${soon})
      UNION
      SELECT event_id FROM late)
    SELECT ${ofEventColumns}, e.status, e.hold_reason IS NOT NULL AS on_hold, e.created_at, v.confirmed, v.fact_at,
      t.overdue, t.oldest_due_at, t.first
    FROM watched w JOIN event_instance e ON e.id = w.id ${withItsNames}
    LEFT JOIN event_venue_standing v ON v.event_id = e.id
    LEFT JOIN late t ON t.event_id = e.id
    ORDER BY e.starts_at, e.id LIMIT ${LOOKED_AT_MAX + 1}`);
}

function ofEvent(row: EventRow): RadarItem[] {
  const { confirmed, fact_at, oldest_due_at, first, overdue } = row;
  const risks = eventRisks(
    {
      status: row.status,
      onHold: row.on_hold,
      startsAt: row.starts_at.toISOString(),
      endsAt: row.ends_at.toISOString(),
      createdAt: row.created_at.toISOString(),
      managerId: row.manager?.id ?? null,
      venue: confirmed === null ? null : { confirmed, factAt: fact_at.toISOString() },
      overdueTasks:
        overdue === null || oldest_due_at === null || first === null
          ? null
          : { count: overdue, oldestDueAt: oldest_due_at.toISOString(), first },
    },
    row.now.toISOString(),
  );
  return risks.map((risk) => ({ ...aboutEvent(row), ...risk, id: `${risk.kind} ${row.id}`, issueId: null }));
}

function aboutEvent(row: OfEventRow) {
  return {
    record: "event",
    recordId: row.id,
    code: `EV-${row.number}`,
    title: row.title,
    venue: row.venue,
    window: { startsAt: row.starts_at.toISOString(), endsAt: row.ends_at.toISOString() },
    owner: row.manager,
  } as const;
}

interface IssueRow extends OfEventRow {
  readonly issue_id: string;
  readonly severity: EventIssue["severity"];
  readonly issue_status: EventIssue["status"];
  readonly description: string;
  readonly reported_at: Date;
}

/** Whatever became of the event: somebody has to say that they know. */
function readIssues(db: Queryable): Promise<IssueRow[]> {
  return db.query<IssueRow>(sql`
    SELECT ${ofEventColumns}, i.id AS issue_id, i.severity, i.status AS issue_status, i.description, i.reported_at
    FROM event_issue i JOIN event_instance e ON e.id = i.event_id ${withItsNames}
    WHERE i.status = 'reported' AND i.severity = 'critical' AND i.merged_into IS NULL
    ORDER BY i.reported_at, i.id LIMIT ${LOOKED_AT_MAX + 1}`);
}

function ofIssue(row: IssueRow): RadarItem[] {
  const { issue_id, severity, issue_status, description } = row;
  const risk = issueRisk(
    { severity, status: issue_status, description, reportedAt: row.reported_at.toISOString() },
    { startsAt: row.starts_at.toISOString(), endsAt: row.ends_at.toISOString() },
    row.now.toISOString(),
  );
  return risk ? [{ ...aboutEvent(row), ...risk, id: issue_id, issueId: issue_id }] : [];
}

interface BookingRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly waiting_since: Date;
  readonly undecided: number;
  readonly first_starts_at: Date | null;
  readonly now: Date;
}

/** The bookings that have waited longest for the agency; the queue's index serves it. */
function readBookings(db: Queryable): Promise<BookingRow[]> {
  return db.query<BookingRow>(sql`
    SELECT b.id, b.number, b.title, b.waiting_since, d.undecided, d.first_starts_at, clock_timestamp() AS now
    FROM booking b
    CROSS JOIN LATERAL (
      SELECT count(*)::integer AS undecided, min(starts_at) AS first_starts_at
      FROM booking_date WHERE booking_id = b.id AND status = 'undecided') AS d
    WHERE (CASE b.waiting_for WHEN 'agency' THEN 0 WHEN 'client' THEN 1 ELSE 2 END) = 0
    ORDER BY b.waiting_since, b.id LIMIT ${LOOKED_AT_MAX + 1}`);
}

function ofBooking(row: BookingRow): RadarItem[] {
  const { id, number, title, undecided } = row;
  const risk = decisionRisk(
    {
      waitingSince: row.waiting_since.toISOString(),
      undecided,
      firstStartsAt: row.first_starts_at?.toISOString() ?? null,
    },
    row.now.toISOString(),
  );
  if (!risk) return [];
  const about = { record: "booking", recordId: id, code: `BK-${number}`, title } as const;
  return [{ ...about, ...risk, id, venue: null, window: null, owner: null, issueId: null }];
}
