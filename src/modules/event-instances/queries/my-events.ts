import "server-only";
import type { PersonActor } from "@/commands/actor";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { EventInstanceStatus, MyEventsInput } from "@/modules/event-instances/inputs";
import type { PreparationTask, VenueIssue, VenueStanding } from "@/modules/event-instances/life/event-life";
import { type Needs, nothingPlanned } from "@/modules/event-instances/life/needs";
import { type ReadinessItem, readinessItems } from "@/modules/event-instances/life/readiness";
import { readNeeds } from "@/modules/event-instances/store/life/needs";
import { venueIssueAt } from "@/modules/event-instances/store/life/read";

/** One event that somebody runs: what a phone's list shows of it. Instants are ISO 8601 UTC. */
export interface MyEvent {
  readonly id: string;
  /** Shown as `EV-221`. */
  readonly number: number;
  readonly title: string;
  readonly clientName: string;
  readonly status: EventInstanceStatus;
  readonly holdReason: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly actualStart: string | null;
  readonly venue: { readonly name: string; readonly city: string };
  readonly readiness: readonly ReadinessItem[];
  readonly tasks: { readonly done: number; readonly total: number; readonly overdue: number };
  /** Not resolved yet. */
  readonly issues: { readonly open: number; readonly critical: number };
}

export interface MyEvents {
  /** By start, unfinished ones of the past first. */
  readonly items: readonly MyEvent[];
  /** How many start after the days that were asked for; exact up to 1,000. */
  readonly later: { readonly count: number; readonly more: boolean };
}

/** One phone shows no more; nobody runs this many events in a quarter. */
const SHOWN_MAX = 200;
const COUNT_MAX = 1_000;

/** The unfinished events that the reader has, up to so many days from now, in four statements however many there are. */
export async function myEvents(
  db: Queryable,
  actor: PersonActor,
  { days }: MyEventsInput,
): Promise<MyEvents> {
  const mine = sql`manager_id = ${actor.id} AND status NOT IN ('completed', 'cancelled')`;
  const until = sql`(now() + make_interval(days => ${days}))`;
  const [rows, [later]] = await Promise.all([
    db.query<Row>(sql`
      SELECT e.id, e.number, b.title, c.name AS client_name, e.status, e.hold_reason, e.starts_at, e.ends_at,
        e.time_zone, e.actual_start, l.name AS venue_name, l.city
      FROM event_instance e
      JOIN booking b ON b.id = e.booking_id
      JOIN client c ON c.id = e.client_id
      JOIN location l ON l.id = e.location_id
      WHERE e.id IN (SELECT id FROM event_instance WHERE ${mine} AND starts_at < ${until})
      ORDER BY e.starts_at, e.id LIMIT ${SHOWN_MAX}`),
    db.query<{ count: number }>(sql`
      SELECT count(*)::int AS count FROM (
        SELECT FROM event_instance WHERE ${mine} AND starts_at >= ${until} LIMIT ${COUNT_MAX + 1}) AS later`),
  ]);
  const count = later?.count ?? 0;
  return {
    items: await withGrounds(db, rows),
    later: { count: Math.min(count, COUNT_MAX), more: count > COUNT_MAX },
  };
}

interface Row {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly client_name: string;
  readonly status: EventInstanceStatus;
  readonly hold_reason: string | null;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly time_zone: string;
  readonly actual_start: Date | null;
  readonly venue_name: string;
  readonly city: string;
}

interface GroundRow {
  readonly event_id: string;
  readonly tasks: readonly (Pick<PreparationTask, "kind" | "status" | "doneAt" | "evidence"> & {
    readonly isOverdue: boolean;
  })[];
  readonly venue: VenueStanding | null;
  readonly venue_issue: VenueIssue | null;
  readonly open_issues: number;
  readonly critical_issues: number;
}

async function withGrounds(db: Queryable, rows: readonly Row[]): Promise<MyEvent[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [grounds, needs] = await Promise.all([readGrounds(db, ids), readNeeds(db, ids)]);
  const byEvent = new Map(grounds.map((ground) => [ground.event_id, ground]));
  return rows.flatMap((row) => {
    const ground = byEvent.get(row.id);
    return ground ? [toMyEvent(row, ground, needs.get(row.id) ?? nothingPlanned)] : [];
  });
}

/** What readiness rests on, for a page of events at once. */
function readGrounds(db: Queryable, eventIds: readonly string[]): Promise<GroundRow[]> {
  return db.query<GroundRow>(sql`
    SELECT e.id AS event_id,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', t.kind, 'status', t.status, 'evidence', t.evidence,
          'doneAt', to_char(t.done_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'isOverdue', t.status = 'open' AND t.due_at < now())), '[]')
        FROM preparation_task t WHERE t.event_id = e.id) AS tasks,
      (SELECT jsonb_build_object('confirmed', v.confirmed, 'factId', v.fact_id,
          'factAt', to_char(v.fact_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        FROM event_venue_standing v WHERE v.event_id = e.id) AS venue,
      (SELECT jsonb_build_object('issueId', i.id, 'eventNumber', i.event_number,
          'reportedAt', to_char(i.reported_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        FROM (${venueIssueAt(sql`e.location_id`)}) i) AS venue_issue,
      (SELECT count(*)::int FROM event_issue i
        WHERE i.event_id = e.id AND i.status <> 'resolved' AND i.merged_into IS NULL) AS open_issues,
      (SELECT count(*)::int FROM event_issue i
        WHERE i.event_id = e.id AND i.status <> 'resolved' AND i.severity = 'critical'
          AND i.merged_into IS NULL) AS critical_issues
    FROM event_instance e WHERE e.id = ANY (${[...eventIds]}::uuid[])`);
}

function toMyEvent(
  row: Row,
  { tasks, venue, venue_issue, open_issues, critical_issues }: GroundRow,
  needs: Needs,
): MyEvent {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    clientName: row.client_name,
    status: row.status,
    holdReason: row.hold_reason,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    timeZone: row.time_zone,
    actualStart: row.actual_start?.toISOString() ?? null,
    venue: { name: row.venue_name, city: row.city },
    readiness: readinessItems({ tasks, venue, venueIssue: venue_issue }, needs),
    tasks: {
      done: tasks.filter(({ status }) => status === "done").length,
      total: tasks.length,
      overdue: tasks.filter(({ isOverdue }) => isOverdue).length,
    },
    issues: { open: open_issues, critical: critical_issues },
  };
}
