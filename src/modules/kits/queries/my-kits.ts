import "server-only";
import type { PersonActor } from "@/commands/actor";
import type { Queryable } from "@/db/database";
import { type Sql, sql } from "@/db/sql";
import type { AssignmentStatus } from "@/modules/kits/inputs";

/** One kit that somebody has, or has to see to. Instants are ISO 8601 UTC. */
export interface MyKit {
  readonly kitAssignmentId: string;
  readonly status: AssignmentStatus;
  /** Null until a certain kit is bound. */
  readonly code: string | null;
  readonly templateName: string;
  readonly activityType: string;
  readonly event: {
    readonly id: string;
    readonly number: number;
    readonly title: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly timeZone: string;
    readonly venueName: string;
  };
  /** Who has it; null while it lies at its home. */
  readonly holder: { readonly name: string; readonly isMe: boolean } | null;
  readonly expectedReturn: string | null;
  readonly isOverdue: boolean;
}

const SHOWN_MAX = 200;
const DAYS_AHEAD = 2;

interface Row {
  readonly id: string;
  readonly status: AssignmentStatus;
  readonly code: string | null;
  readonly template_name: string;
  readonly activity_type: string;
  readonly event_id: string;
  readonly number: number;
  readonly title: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly time_zone: string;
  readonly venue_name: string;
  readonly holder_id: string | null;
  readonly holder_name: string | null;
  readonly expected_return: Date | null;
  readonly is_overdue: boolean;
}

/**
 * The kits that the reader has, those that are out for their events, and those that their events of the next two days
 * need; for an agent those that are out for their own activities. What is overdue first, then by time.
 */
export async function myKits(db: Queryable, actor: PersonActor): Promise<readonly MyKit[]> {
  const rows = await db.query<Row>(sql`
    SELECT a.id, a.status, u.code, t.name AS template_name, y.activity_type, e.id AS event_id, e.number, b.title,
      e.starts_at, e.ends_at, e.time_zone, l.name AS venue_name, h.id AS holder_id, h.name AS holder_name,
      a.expected_return,
      a.status IN ('checked_out', 'partly_returned') AND a.expected_return < now() AS is_overdue
    FROM kit_assignment a
    JOIN event_instance e ON e.id = a.event_id
    JOIN booking b ON b.id = e.booking_id
    JOIN location l ON l.id = e.location_id
    JOIN activity y ON y.id = a.activity_id
    JOIN kit_template t ON t.id = a.kit_template_id
    LEFT JOIN kit_instance u ON u.id = a.kit_instance_id
    LEFT JOIN kit_custody c ON c.kit_instance_id = u.id AND c.until_at IS NULL AND c.kit_assignment_id = a.id
    LEFT JOIN person h ON h.id = c.holder_id
    WHERE a.id IN (${heldBy(actor)} UNION ${seenTo(actor)})
    ORDER BY is_overdue DESC, e.starts_at, t.name, a.id LIMIT ${SHOWN_MAX}`);
  return rows.map((row) => toMyKit(row, actor));
}

function heldBy({ id }: PersonActor): Sql {
  return sql`SELECT kit_assignment_id FROM kit_custody WHERE holder_id = ${id} AND until_at IS NULL`;
}

function seenTo({ id, role }: PersonActor): Sql {
  const isOut = sql`k.status IN ('checked_out', 'partly_returned')`;
  if (role === "agent") {
    return sql`
      SELECT k.id FROM kit_assignment k JOIN staff_assignment s ON s.activity_id = k.activity_id
      WHERE s.user_id = ${id} AND s.status IN ('accepted', 'checked_in', 'checked_out') AND ${isOut}`;
  }
  return sql`
    SELECT k.id FROM kit_assignment k JOIN event_instance m ON m.id = k.event_id
    WHERE m.manager_id = ${id} AND m.status <> 'cancelled' AND (${isOut}
      OR (k.status IN ('assigned', 'prepared') AND m.ends_at > now()
        AND m.starts_at < now() + make_interval(days => ${DAYS_AHEAD})))`;
}

function toMyKit(row: Row, { id }: PersonActor): MyKit {
  return {
    kitAssignmentId: row.id,
    status: row.status,
    code: row.code,
    templateName: row.template_name,
    activityType: row.activity_type,
    event: {
      id: row.event_id,
      number: row.number,
      title: row.title,
      startsAt: row.starts_at.toISOString(),
      endsAt: row.ends_at.toISOString(),
      timeZone: row.time_zone,
      venueName: row.venue_name,
    },
    holder: row.holder_name === null ? null : { name: row.holder_name, isMe: row.holder_id === id },
    expectedReturn: row.expected_return?.toISOString() ?? null,
    isOverdue: row.is_overdue,
  };
}
