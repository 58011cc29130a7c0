import "server-only";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { Engagement } from "@/modules/event-instances/life/manager-conflicts";
import { TRAVEL_MINUTES_MAX } from "@/values/travel";
import { addMinutes } from "@/values/venue-time";
import { readManagers } from "./board-choices";
import {
  conflictsWith,
  type EngagementRow,
  engagementOf,
  type ManagerConflict,
  type NeighborRow,
  neighborColumns,
  neighborTables,
} from "./engagements";

/** Somebody who could run the event, and what of theirs stands against it, by start. */
export interface ManagerChoice {
  readonly id: string;
  readonly name: string;
  readonly conflicts: readonly ManagerConflict[];
}

/** All active field managers by name, the one who has the event included. Throws `NOT_FOUND` for no such event. */
export async function managerChoices(db: Queryable, eventId: string): Promise<readonly ManagerChoice[]> {
  const [row] = await db.query<EngagementRow>(sql`
    SELECT e.starts_at, e.ends_at, e.location_id, l.latitude, l.longitude
    FROM event_instance e JOIN location l ON l.id = e.location_id WHERE e.id = ${eventId}`);
  if (!row) throw notFound("event");
  const event = engagementOf(row);
  const [managers, neighbors] = await Promise.all([readManagers(db), readNeighbors(db, eventId, event)]);
  return managers.map(({ id, name }) => {
    const theirs = neighbors.filter((neighbor) => neighbor.manager_id === id);
    return { id, name, conflicts: conflictsWith(event, theirs) };
  });
}

/** Unfinished events that have a manager, near enough in time for a way between the venues to matter. */
function readNeighbors(db: Queryable, eventId: string, { startsAt, endsAt }: Engagement) {
  return db.query<NeighborRow & { readonly manager_id: string }>(sql`
    SELECT ${neighborColumns}, e.manager_id FROM ${neighborTables}
    WHERE e.manager_id IS NOT NULL AND e.id <> ${eventId} AND e.status NOT IN ('completed', 'cancelled')
      AND e.starts_at < ${addMinutes(endsAt, TRAVEL_MINUTES_MAX)}
      AND e.ends_at > ${addMinutes(startsAt, -TRAVEL_MINUTES_MAX)}
    ORDER BY e.starts_at, e.id`);
}
