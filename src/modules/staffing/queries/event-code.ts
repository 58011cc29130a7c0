import "server-only";
import type { PersonActor } from "@/commands/actor";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { type EventCode, eventCodeAt } from "@/modules/staffing/store/attendance/event-codes";

export interface ShownCode extends EventCode {
  readonly eventId: string;
  /** The database's clock, by which the code runs: a screen counts from it, not from its own. */
  readonly now: string;
}

/**
 * The code that a manager shows at an event now. For admins and the event's manager; everybody else gets the
 * `NOT_FOUND` of an event that does not exist.
 */
export async function codeOfEvent(db: Queryable, actor: PersonActor, eventId: string): Promise<ShownCode> {
  const [row] = await db.query<{ now: Date }>(sql`
    SELECT now() AS now FROM event_instance
    WHERE id = ${eventId}
      AND (${actor.role === "admin"} OR (${actor.role === "manager"} AND manager_id = ${actor.id}))`);
  if (!row) throw notFound("event");
  const now = row.now.toISOString();
  return { eventId, now, ...eventCodeAt(eventId, now) };
}
