import "server-only";
import type { PersonActor } from "@/commands/actor";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { type Sql, sql } from "@/db/sql";
import type { ListIssuesInput } from "@/modules/event-instances/inputs/issues";
import { type IssueView, type IssueViewRow, toIssueView } from "./issue-row";

export interface IssuePage {
  readonly items: readonly IssueView[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
  /** Exact up to 1,000; `more` when there are more than that. */
  readonly total: { readonly count: number; readonly more: boolean };
}

const COUNT_MAX = 1_000;
const TOUCHED_MAX = 20;

/** The issues of the events that the reader runs: for admins all, for managers those of their own. */
export async function listIssues(
  db: Queryable,
  actor: PersonActor,
  input: ListIssuesInput,
): Promise<IssuePage> {
  const wanted = sql`${ofReader(actor)} AND ${filterOf(input)}`;
  const [rows, [counted]] = await Promise.all([
    readIssues(db, actor, {
      where: sql`${wanted} AND ${afterCursor(input)}`,
      order: orderOf(input),
      limit: input.limit + 1,
    }),
    db.query<{ count: number }>(sql`
      SELECT count(*)::int AS count FROM (
        SELECT FROM event_issue i JOIN event_instance e ON e.id = i.event_id
        WHERE ${wanted} LIMIT ${COUNT_MAX + 1}) AS found`),
  ]);
  const page = rows.slice(0, input.limit);
  const count = counted?.count ?? 0;
  return {
    items: page.map((row) => toIssueView(actor, row)),
    nextCursor: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null,
    total: { count: Math.min(count, COUNT_MAX), more: count > COUNT_MAX },
  };
}

/** One issue; for a report that joined another, that one. Throws `NOT_FOUND` alike for missing and foreign ones. */
export async function issueById(db: Queryable, actor: PersonActor, issueId: string): Promise<IssueView> {
  const standing = sql`(SELECT coalesce(merged_into, id) FROM event_issue WHERE id = ${issueId})`;
  const where = sql`${ofReader(actor)} AND i.id = ${standing}`;
  const [row] = await readIssues(db, actor, { where, order: sql`i.id`, limit: 1 });
  if (!row) throw notFound("issue");
  return toIssueView(actor, row);
}

function ofReader(actor: PersonActor): Sql {
  switch (actor.role) {
    case "admin":
      return sql`true`;
    case "manager":
      return sql`e.manager_id = ${actor.id}`;
    case "agent":
    case "client":
      return sql`false`;
    default:
      return neverRole(actor.role);
  }
}

function neverRole(role: never): never {
  throw new Error(`unknown role ${String(role)}`);
}

function filterOf({ show, severity, eventId, locationId }: ListIssuesInput): Sql {
  const state = show === "open" ? sql`i.status <> 'resolved'` : sql`i.status = 'resolved'`;
  const severities =
    severity && severity.length > 0 ? sql`i.severity = ANY (${severity}::text[])` : sql`true`;
  const event = eventId === undefined ? sql`true` : sql`i.event_id = ${eventId}`;
  const venue = locationId === undefined ? sql`true` : sql`e.location_id = ${locationId}`;
  return sql`i.merged_into IS NULL AND ${state} AND ${severities} AND ${event} AND ${venue}`;
}

const RANK = sql`array_position(ARRAY['critical', 'high', 'medium', 'low'], i.severity)`;

function orderOf({ show }: ListIssuesInput): Sql {
  return show === "open" ? sql`${RANK}, i.reported_at, i.id` : sql`i.resolved_at DESC, i.id DESC`;
}

/** A cursor that is gone, or no longer in this list, begins after where it would stand. */
function afterCursor({ show, cursor }: ListIssuesInput): Sql {
  if (cursor === undefined) return sql`true`;
  return show === "open"
    ? sql`(${RANK}, i.reported_at, i.id) > (SELECT ${RANK}, i.reported_at, i.id FROM event_issue i WHERE i.id = ${cursor})`
    : sql`(i.resolved_at, i.id) < (SELECT i.resolved_at, i.id FROM event_issue i WHERE i.id = ${cursor})`;
}

/**
 * The rows of a page come first, so that what hangs on an issue is looked up for these alone. Other events that an
 * issue touches are named to those who run them.
 */
function readIssues(
  db: Queryable,
  actor: PersonActor,
  { where, order, limit }: { readonly where: Sql; readonly order: Sql; readonly limit: number },
): Promise<IssueViewRow[]> {
  const isTheirs = actor.role === "admin" ? sql`true` : sql`o.manager_id = ${actor.id}`;
  return db.query<IssueViewRow>(sql`
    SELECT i.id, i.subject, coalesce(k.code, a.activity_type, l.name) AS about, i.issue_type, i.severity, i.status,
      i.description, i.immediate_action, i.photo_urls, reporter.name AS reporter, i.reported_at,
      acknowledger.name AS acknowledger, i.acknowledged_at, resolver.name AS resolver, i.resolved_at, i.resolution,
      i.due_at, i.escalations, joined.reports, touched.events AS touches, e.id AS event_id, e.number, b.title,
      e.starts_at, e.time_zone, e.status AS event_status, e.client_id,
      e.manager_id, manager.name AS manager_name
    FROM (
      SELECT i.* FROM event_issue i JOIN event_instance e ON e.id = i.event_id
      WHERE ${where} ORDER BY ${order} LIMIT ${limit}) AS i
    JOIN event_instance e ON e.id = i.event_id
    JOIN booking b ON b.id = e.booking_id
    LEFT JOIN activity a ON a.id = i.activity_id
    LEFT JOIN location l ON l.id = i.location_id
    LEFT JOIN kit_instance k ON k.id = i.kit_instance_id
    LEFT JOIN person reporter ON reporter.id::text = i.reported_by
    LEFT JOIN person acknowledger ON acknowledger.id::text = i.acknowledged_by
    LEFT JOIN person resolver ON resolver.id::text = i.resolved_by
    LEFT JOIN person manager ON manager.id = e.manager_id
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_object('id', r.id, 'reporter', p.name, 'severity', r.severity,
        'description', r.description, 'photoUrls', r.photo_urls,
        'reportedMs', round(extract(epoch FROM r.reported_at) * 1000)) ORDER BY r.reported_at, r.id), '[]') AS reports
      FROM event_issue r LEFT JOIN person p ON p.id::text = r.reported_by
      WHERE r.merged_into = i.id) AS joined
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_object('id', o.id, 'number', o.number, 'title', o.title,
        'startsMs', round(extract(epoch FROM o.starts_at) * 1000)) ORDER BY o.starts_at, o.id), '[]') AS events
      FROM (
        SELECT o.id, o.number, o.starts_at, ob.title
        FROM event_instance o JOIN booking ob ON ob.id = o.booking_id
        WHERE i.subject = 'location' AND i.severity = 'critical' AND i.status <> 'resolved'
          AND o.location_id = i.location_id AND o.id <> i.event_id AND o.ends_at > now()
          AND o.status IN ('scheduled', 'assigned', 'preparing', 'ready') AND ${isTheirs}
        ORDER BY o.starts_at, o.id LIMIT ${TOUCHED_MAX}) AS o) AS touched
    ORDER BY ${order}`);
}
