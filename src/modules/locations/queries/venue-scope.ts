import "server-only";
import type { PersonActor } from "@/commands/actor";
import { type Sql, sql } from "@/db/sql";

/** Events `e` that the reader may know of: all for admins, their own for managers, none for others. */
export function readable(actor: PersonActor): Sql {
  return sql`(${actor.role === "admin"}::boolean
    OR (${actor.role === "manager"}::boolean AND e.manager_id = ${actor.id}))`;
}

/** The event `e` was moved after its confirmation `c`, to another date or there and back. */
export const movedSince = sql`EXISTS (
    SELECT FROM event_venue_standing v
    WHERE v.event_id = e.id AND NOT v.confirmed AND v.fact_at >= c.confirmed_at)`;
/** The confirmation `c` is for the venue and the start that the event `e` has had since (domain.md rule 50). */
export const isConfirmed = sql`(c.status = 'confirmed' AND c.location_id = e.location_id
    AND c.starts_at = e.starts_at AND NOT ${movedSince})`;
export const isAhead = sql`(e.ends_at > now() AND e.status NOT IN ('completed', 'cancelled'))`;
