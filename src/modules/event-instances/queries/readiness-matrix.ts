import "server-only";
import type { Queryable } from "@/db/database";
import { and, type Sql, sql } from "@/db/sql";
import type { EventInstanceStatus } from "@/modules/event-instances/inputs";
import type { ReadinessInput } from "@/modules/event-instances/inputs/overviews";
import type { ReadinessLoss } from "@/modules/event-instances/life/event-life";
import { type Needs, nothingPlanned } from "@/modules/event-instances/life/needs";
import { type ReadinessCell, readinessCells } from "@/modules/event-instances/life/readiness-cells";
import { readNeeds } from "@/modules/event-instances/store/life/needs";
import { venueIssueAt } from "@/modules/event-instances/store/life/read";
import { type TaskRow, toReadinessLoss, toVenueIssue } from "@/modules/event-instances/store/life/rows";
import { readStartCursor, writeStartCursor } from "./start-cursor";

/** One event ahead with how far each part of its readiness is. Instants are ISO 8601 UTC. */
export interface ReadinessRow {
  readonly id: string;
  /** Shown as `EV-221`. */
  readonly number: number;
  readonly title: string;
  readonly status: EventInstanceStatus;
  readonly onHold: boolean;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly venue: { readonly id: string; readonly name: string; readonly city: string };
  readonly client: { readonly id: string; readonly name: string };
  readonly manager: { readonly id: string; readonly name: string } | null;
  /** That it was ready, and why it is not any more. */
  readonly lost: ReadinessLoss | null;
  /** Staff, kits, logistics, venue. */
  readonly cells: readonly ReadinessCell[];
}

export interface ReadinessPage {
  readonly items: readonly ReadinessRow[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
  /** Of all pages, exact up to 1,000; `more` when there are more than that. */
  readonly total: { readonly count: number; readonly ready: number; readonly more: boolean };
}

interface MatrixRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly status: EventInstanceStatus;
  readonly on_hold: boolean;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly time_zone: string;
  readonly venue: ReadinessRow["venue"];
  readonly client: ReadinessRow["client"];
  readonly manager: ReadinessRow["manager"];
  readonly readiness_lost_at: Date | null;
  readonly readiness_lost_reasons: string[];
  readonly confirmed: boolean | null;
  readonly fact_id: string;
  readonly fact_at: Date;
  readonly issue_id: string | null;
  readonly reported_at: Date;
  readonly event_number: number;
  readonly now: Date;
}

type MatrixTask = Pick<TaskRow, "kind" | "status" | "due_at" | "done_at" | "evidence"> & {
  readonly event_id: string;
};

const COUNT_MAX = 1_000;

/**
 * A page of events that have not begun, by start. Four statements whatever there is: how much a page costs follows
 * from its length, not from how many events are ahead. Throws `INVALID` for a cursor of another list.
 */
export async function readinessMatrix(db: Queryable, input: ReadinessInput): Promise<ReadinessPage> {
  const wanted = conditions(input);
  const [rows, [total]] = await Promise.all([readEvents(db, wanted, input), countEvents(db, wanted)]);
  const page = rows.slice(0, input.limit);
  const ids = page.map(({ id }) => id);
  const [tasks, needs] = await Promise.all([readTasks(db, ids), readNeeds(db, ids)]);
  const last = page.at(-1);
  const count = total?.count ?? 0;
  return {
    items: page.map((row) => toRow(row, tasks.get(row.id) ?? [], needs.get(row.id) ?? nothingPlanned)),
    nextCursor:
      rows.length > input.limit && last ? writeStartCursor({ startsAt: last.starts_at, id: last.id }) : null,
    total: { count: Math.min(count, COUNT_MAX), ready: total?.ready ?? 0, more: count > COUNT_MAX },
  };
}

/**
 * Only what is asked for, so that the planner knows how little or how much that is. The states are spelled as in the
 * index that serves the matrix.
 */
function conditions(input: ReadinessInput): Sql {
  const { from, to, managerId, isUnassigned, isUnready, clientId, locationId, timeZone } = input;
  const ahead = sql`e.status IN ('scheduled', 'assigned', 'preparing', 'ready') AND e.ends_at > ${from}::timestamptz`;
  return [
    ...(to === undefined ? [] : [sql`e.starts_at < ${to}::timestamptz`]),
    ...(isUnassigned ? [sql`e.manager_id IS NULL`] : []),
    ...(managerId === undefined || isUnassigned ? [] : [sql`e.manager_id = ${managerId}::uuid`]),
    ...(clientId === undefined ? [] : [sql`e.client_id = ${clientId}::uuid`]),
    ...(locationId === undefined ? [] : [sql`e.location_id = ${locationId}::uuid`]),
    ...(timeZone === undefined ? [] : [sql`e.time_zone = ${timeZone}`]),
    ...(isUnready ? [sql`e.status <> 'ready'`] : []),
  ].reduce(and, ahead);
}

function readEvents(db: Queryable, wanted: Sql, { cursor, limit }: ReadinessInput): Promise<MatrixRow[]> {
  const after = cursor === undefined ? null : readStartCursor(cursor);
  const shown = after
    ? and(wanted, sql`(e.starts_at, e.id) > (${after.startsAt}::timestamptz, ${after.id}::uuid)`)
    : wanted;
  return db.query<MatrixRow>(sql`
    SELECT e.id, e.number, b.title, e.status, e.hold_reason IS NOT NULL AS on_hold, e.starts_at, e.ends_at, e.time_zone,
      e.readiness_lost_at, e.readiness_lost_reasons, v.confirmed, v.fact_id, v.fact_at, i.id AS issue_id,
      i.reported_at, i.event_number, clock_timestamp() AS now,
      json_build_object('id', l.id, 'name', l.name, 'city', l.city) AS venue,
      json_build_object('id', c.id, 'name', c.name) AS client,
      CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.name) END AS manager
    FROM (
      SELECT * FROM event_instance e
      WHERE ${shown} ORDER BY e.starts_at, e.id LIMIT ${limit + 1}) AS e
    JOIN booking b ON b.id = e.booking_id JOIN client c ON c.id = e.client_id JOIN location l ON l.id = e.location_id
    LEFT JOIN person p ON p.id = e.manager_id
    LEFT JOIN event_venue_standing v ON v.event_id = e.id
    LEFT JOIN LATERAL (${venueIssueAt(sql`e.location_id`)}) i ON true
    ORDER BY e.starts_at, e.id`);
}

function countEvents(db: Queryable, wanted: Sql) {
  return db.query<{ count: number; ready: number }>(sql`
    SELECT count(*)::integer AS count, count(*) FILTER (WHERE status = 'ready')::integer AS ready
    FROM (SELECT e.status FROM event_instance e WHERE ${wanted} LIMIT ${COUNT_MAX + 1}) AS counted`);
}

/** What the cells rest on, for the events of one page. */
async function readTasks(
  db: Queryable,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, readonly MatrixTask[]>> {
  const rows = await db.query<MatrixTask>(sql`
    SELECT event_id, kind, status, due_at, done_at, evidence FROM preparation_task
    WHERE event_id = ANY (${[...eventIds]}::uuid[])`);
  const byEvent = new Map<string, MatrixTask[]>();
  for (const row of rows) {
    const known = byEvent.get(row.event_id);
    if (known) known.push(row);
    else byEvent.set(row.event_id, [row]);
  }
  return byEvent;
}

function toRow(row: MatrixRow, tasks: readonly MatrixTask[], needs: Needs): ReadinessRow {
  const { id, number, title, status, on_hold, time_zone, venue, client, manager } = row;
  const standing =
    row.confirmed === null
      ? null
      : { confirmed: row.confirmed, factId: row.fact_id, factAt: row.fact_at.toISOString() };
  const venueIssue = row.issue_id === null ? null : toVenueIssue({ ...row, id: row.issue_id });
  const startsAt = row.starts_at.toISOString();
  const grounds = { status, startsAt, venue: standing, venueIssue, tasks: tasks.map(toTask) };
  return {
    id,
    number,
    title,
    status,
    venue,
    client,
    manager,
    onHold: on_hold,
    startsAt,
    endsAt: row.ends_at.toISOString(),
    timeZone: time_zone,
    lost: toReadinessLoss(row),
    cells: readinessCells(grounds, needs, row.now.toISOString()),
  };
}

function toTask({ kind, status, due_at, done_at, evidence }: MatrixTask) {
  return { kind, status, evidence, dueAt: due_at.toISOString(), doneAt: done_at?.toISOString() ?? null };
}
