import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/** What a line about a kit says of its event. Instants are ISO 8601 UTC. */
export interface EventHead {
  readonly id: string;
  /** Shown as `EV-221`. */
  readonly number: number;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly venueName: string;
  readonly managerName: string | null;
}

/** By their ids. */
export async function readEventHeads(
  db: Queryable,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, EventHead>> {
  const rows = await db.query<
    Omit<EventHead, "startsAt" | "endsAt"> & { readonly starts_at: Date; readonly ends_at: Date }
  >(sql`
    SELECT e.id, e.number, b.title, e.starts_at, e.ends_at, e.time_zone AS "timeZone", l.name AS "venueName",
      p.name AS "managerName"
    FROM event_instance e
    JOIN booking b ON b.id = e.booking_id JOIN location l ON l.id = e.location_id
    LEFT JOIN person p ON p.id = e.manager_id
    WHERE e.id = ANY (${[...eventIds]}::uuid[])`);
  return new Map(
    rows.map(({ starts_at, ends_at, ...row }) => [
      row.id,
      { ...row, startsAt: starts_at.toISOString(), endsAt: ends_at.toISOString() },
    ]),
  );
}
