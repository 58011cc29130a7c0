import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

const DUE_MAX = 100;

/** True while a need of the event is open or one of its kits is out: what lets go of kits, or moves them, has work. */
export async function hasKits(db: Queryable, eventId: string): Promise<boolean> {
  const [row] = await db.query<{ any: boolean }>(sql`
    SELECT EXISTS (
      SELECT FROM kit_assignment WHERE event_id = ${eventId} AND status NOT IN ('returned', 'cancelled')) AS any`);
  return row?.any === true;
}

/** An activity whose kits nobody has laid out, with the fact that made it. */
export interface ActivityToLayOut {
  readonly activityId: string;
  readonly factId: string;
}

/** Coming activities that ask for kits and have no need of any, such as those from before there were needs; 100 at most. */
export async function activitiesToLayOut(db: Queryable): Promise<readonly ActivityToLayOut[]> {
  return db.query<ActivityToLayOut>(sql`
    SELECT a.id AS "activityId", coalesce(f.id, a.id) AS "factId"
    FROM (
      SELECT a.id, a.booking_id, e.starts_at FROM activity a JOIN event_instance e ON e.id = a.event_id
      WHERE e.ends_at > now() AND e.status NOT IN ('completed', 'cancelled')
        AND a.status IN ('planned', 'in_progress') AND cardinality(a.required_kit_template_ids) > 0
        AND a.created_at < now() - interval '10 minutes'
        AND NOT EXISTS (SELECT FROM kit_assignment k WHERE k.activity_id = a.id)
      ORDER BY e.starts_at, a.id LIMIT ${DUE_MAX}) a
    LEFT JOIN LATERAL (
      SELECT l.id FROM event_log l
      WHERE l.correlation_id = a.booking_id::text AND l.category = 'activity' AND l.type = 'ACTIVITY_CREATED'
        AND l.payload ->> 'activityId' = a.id::text
      ORDER BY l.position DESC LIMIT 1) f ON true
    ORDER BY a.starts_at, a.id`);
}

/** A kit that is overdue while somebody else is to use it next, with the fact that let it out. */
export interface KitInTheWay {
  readonly kitInstanceId: string;
  readonly factId: string;
}

/** Overdue kits whose next use nobody has called at risk yet, the longest overdue first, 100 at most. */
export async function kitsInTheWay(db: Queryable): Promise<readonly KitInTheWay[]> {
  return db.query<KitInTheWay>(sql`
    SELECT o.kit_instance_id AS "kitInstanceId", coalesce(f.id, o.id) AS "factId"
    FROM (
      SELECT a.id, a.kit_instance_id, a.booking_id, a.expected_return FROM kit_assignment a
      CROSS JOIN LATERAL (
        SELECT n.id FROM kit_assignment n
        WHERE n.kit_instance_id = a.kit_instance_id AND n.event_id <> a.event_id
          AND n.status IN ('assigned', 'prepared') AND n.window_end > now()
        ORDER BY n.window_start, n.id LIMIT 1) n
      WHERE a.status IN ('checked_out', 'partly_returned') AND a.expected_return < now()
        AND NOT EXISTS (
          SELECT FROM kit_shortage_said s WHERE s.kit_assignment_id = n.id AND s.resolved_at IS NULL)
      ORDER BY a.expected_return, a.id LIMIT ${DUE_MAX}) o
    LEFT JOIN LATERAL (
      SELECT l.id FROM event_log l
      WHERE l.correlation_id = o.booking_id::text AND l.category = 'kit' AND l.type = 'KIT_CHECKED_OUT'
        AND l.payload ->> 'kitAssignmentId' = o.id::text
      ORDER BY l.position DESC LIMIT 1) f ON true
    ORDER BY o.expected_return, o.id`);
}
