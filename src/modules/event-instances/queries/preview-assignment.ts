import "server-only";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { EventInstanceStatus } from "@/modules/event-instances/inputs";
import { TRAVEL_MINUTES_MAX } from "@/values/travel";
import { canMove } from "@/modules/event-instances/life/moves";
import {
  conflictsWith,
  engagementOf,
  type ManagerConflict,
  type NeighborRow,
  neighborColumns,
  neighborTables,
} from "./engagements";

/** What giving one of several events to somebody would mean. */
export interface PlannedAssignment {
  readonly eventId: string;
  /** What `events.assignManager` asks for. */
  readonly version: number;
  /** False when it is theirs already, or has begun. */
  readonly isToAssign: boolean;
  /** With events that they have, and with others of the same selection. */
  readonly conflicts: readonly ManagerConflict[];
}

interface WantedRow extends NeighborRow {
  readonly version: number;
  readonly status: EventInstanceStatus;
  readonly manager_id: string | null;
}

/** One line per event, by start. Throws `NOT_FOUND` when one of them is not there. */
export async function previewAssignment(
  db: Queryable,
  { managerId, eventIds }: { readonly managerId: string; readonly eventIds: readonly string[] },
): Promise<readonly PlannedAssignment[]> {
  const wanted = await readWanted(db, eventIds);
  if (wanted.length < new Set(eventIds).size) throw notFound("event");
  const theirs = await readTheirs(db, managerId, wanted);
  const all = [...theirs, ...wanted];
  return wanted.map((row) => ({
    eventId: row.id,
    version: row.version,
    isToAssign: row.manager_id !== managerId && canMove("assignManager", row.status),
    conflicts: conflictsWith(
      engagementOf(row),
      all.filter((other) => other.id !== row.id),
    ),
  }));
}

function readWanted(db: Queryable, eventIds: readonly string[]): Promise<WantedRow[]> {
  return db.query<WantedRow>(sql`
    SELECT ${neighborColumns}, e.version, e.status, e.manager_id FROM ${neighborTables}
    WHERE e.id = ANY (${[...eventIds]}::uuid[]) ORDER BY e.starts_at, e.id`);
}

/** Their other unfinished events around the time of the selection. */
async function readTheirs(
  db: Queryable,
  managerId: string,
  wanted: readonly { readonly id: string }[],
): Promise<NeighborRow[]> {
  const ids = wanted.map(({ id }) => id);
  return db.query<NeighborRow>(sql`
    SELECT ${neighborColumns} FROM ${neighborTables}
    WHERE e.manager_id = ${managerId} AND e.status NOT IN ('completed', 'cancelled')
      AND NOT e.id = ANY (${ids}::uuid[])
      AND EXISTS (
        SELECT FROM event_instance w WHERE w.id = ANY (${ids}::uuid[])
          AND e.starts_at < w.ends_at + make_interval(mins => ${TRAVEL_MINUTES_MAX})
          AND e.ends_at > w.starts_at - make_interval(mins => ${TRAVEL_MINUTES_MAX}))
    ORDER BY e.starts_at, e.id`);
}
