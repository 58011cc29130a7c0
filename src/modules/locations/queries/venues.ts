import "server-only";
import type { PersonActor } from "@/commands/actor";
import type { Queryable } from "@/db/database";
import { type Sql, sql } from "@/db/sql";
import type { ListVenuesInput } from "@/modules/locations/inputs";
import { likePattern } from "@/values/like-pattern";
import { isAhead, isConfirmed, readable } from "./venue-scope";

export interface VenueListItem {
  readonly id: string;
  readonly name: string;
  readonly city: string;
  readonly timeZone: string;
  /** Coming events there that the reader may know of, and how many of them are not confirmed. */
  readonly upcoming: number;
  readonly unconfirmed: number;
  /** Problems with the place that nobody has resolved, reported at any event there that the reader may know of. */
  readonly openIssues: number;
  /** Of the next one, ISO 8601 UTC. */
  readonly nextStartsAt: string | null;
}

export interface VenuePage {
  readonly items: readonly VenueListItem[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
  /** Exact up to 1,000; `more` when there are more than that. */
  readonly total: { readonly count: number; readonly more: boolean };
}

interface VenueRow {
  readonly id: string;
  readonly name: string;
  readonly city: string;
  readonly time_zone: string;
  readonly upcoming: number;
  readonly unconfirmed: number;
  readonly open_issues: number;
  readonly next_starts_at: Date | null;
}

const COUNT_MAX = 1_000;

/** The venues by name: for admins all that are in use, for managers those where they run or ran an event. */
export async function listVenues(
  db: Queryable,
  actor: PersonActor,
  input: ListVenuesInput,
): Promise<VenuePage> {
  const wanted = sql`(${wordsOf(input)} AND ((${actor.role === "admin"}::boolean AND l.archived_at IS NULL)
    OR EXISTS (SELECT FROM event_instance e WHERE e.location_id = l.id AND ${readable(actor)})))`;
  const [rows, [counted]] = await Promise.all([
    readRows(db, actor, { wanted, input }),
    db.query<{ count: number }>(sql`
      SELECT count(*)::int AS count FROM (SELECT FROM location l WHERE ${wanted} LIMIT ${COUNT_MAX + 1}) AS c`),
  ]);
  const page = rows.slice(0, input.limit);
  const count = counted?.count ?? 0;
  return {
    items: page.map(toItem),
    nextCursor: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null,
    total: { count: Math.min(count, COUNT_MAX), more: count > COUNT_MAX },
  };
}

function wordsOf({ q }: ListVenuesInput): Sql {
  const like = q ? likePattern(q) : null;
  return sql`(${like}::text IS NULL OR l.name ILIKE ${like} OR l.city ILIKE ${like})`;
}

function readRows(
  db: Queryable,
  actor: PersonActor,
  { wanted, input }: { readonly wanted: Sql; readonly input: ListVenuesInput },
): Promise<VenueRow[]> {
  const cursor = input.cursor ?? null;
  return db.query<VenueRow>(sql`
    SELECT l.id, l.name, l.city, l.time_zone, coalesce(s.upcoming, 0)::int AS upcoming,
      coalesce(s.unconfirmed, 0)::int AS unconfirmed, coalesce(p.open, 0)::int AS open_issues, s.next_starts_at
    FROM location l
    LEFT JOIN (
      SELECT e.location_id, count(*) AS upcoming, count(*) FILTER (WHERE ${isConfirmed} IS NOT TRUE) AS unconfirmed,
        min(e.starts_at) AS next_starts_at
      FROM event_instance e LEFT JOIN location_confirmation c ON c.event_id = e.id
      WHERE ${isAhead} AND ${readable(actor)} GROUP BY e.location_id) AS s ON s.location_id = l.id
    LEFT JOIN (
      SELECT i.location_id, count(*) AS open FROM event_issue i JOIN event_instance e ON e.id = i.event_id
      WHERE i.subject = 'location' AND i.status <> 'resolved' AND ${readable(actor)}
      GROUP BY i.location_id) AS p ON p.location_id = l.id
    WHERE ${wanted}
      AND (${cursor}::uuid IS NULL
        OR (lower(l.name), l.id) > (SELECT lower(b.name), b.id FROM location b WHERE b.id = ${cursor}))
    ORDER BY lower(l.name), l.id LIMIT ${input.limit + 1}`);
}

function toItem(row: VenueRow): VenueListItem {
  return {
    id: row.id,
    name: row.name,
    city: row.city,
    timeZone: row.time_zone,
    upcoming: row.upcoming,
    unconfirmed: row.unconfirmed,
    openIssues: row.open_issues,
    nextStartsAt: row.next_starts_at?.toISOString() ?? null,
  };
}
