import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { EventInstanceStatus } from "@/modules/event-instances/inputs";
import { clientId } from "./actors";
import { venues } from "./bookings";

/** An event as a row says it; what is left out is two hours at the park, scheduled and nobody's. */
export interface EventRowSpec {
  readonly id: string;
  /** ISO 8601 UTC. */
  readonly startsAt: string;
  readonly minutes?: number;
  readonly title?: string;
  readonly status?: EventInstanceStatus;
  readonly locationId?: string;
  readonly managerId?: string | null;
  readonly clientId?: string;
}

/**
 * Events as rows alone, each with an approved booking that bears its id: for reads that need many of them, or odd
 * ones. Their clients, venues and managers are there already.
 */
export async function insertEventRows(db: Queryable, specs: readonly EventRowSpec[]): Promise<void> {
  const rows = specs.map((spec) => ({
    minutes: 120,
    title: "Autumn tour",
    status: "scheduled",
    locationId: venues.park.id,
    managerId: null,
    clientId,
    ...spec,
  }));
  await db.execute(sql`
    INSERT INTO booking (id, client_id, title, status, time_zone, plan, created_by, created_at, waiting_for,
      waiting_since, updated_at)
    SELECT r.id, r."clientId", r.title, 'approved', 'UTC', '{"activities": []}', 'system', now(), 'nobody', now(), now()
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (id uuid, "clientId" uuid, title text)`);
  await db.execute(sql`
    INSERT INTO event_instance (id, booking_id, client_id, status, local_start, starts_at, ends_at, booked_start,
      booked_end, time_zone, location_id, manager_id, actual_start, actual_end, created_at, updated_at)
    SELECT r.id, r.id, r."clientId", r.status, to_char(r."startsAt" AT TIME ZONE l.time_zone, 'YYYY-MM-DD"T"HH24:MI'),
      r."startsAt", e.ends_at, r."startsAt", e.ends_at, l.time_zone, l.id, r."managerId",
      CASE WHEN r.status IN ('in_progress', 'completed') THEN r."startsAt" END,
      CASE WHEN r.status = 'completed' THEN e.ends_at END, now(), now()
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (id uuid, "clientId" uuid, status text,
      "startsAt" timestamptz, minutes integer, "locationId" uuid, "managerId" uuid)
    JOIN location l ON l.id = r."locationId",
    LATERAL (SELECT r."startsAt" + make_interval(mins => r.minutes) AS ends_at) AS e`);
}

/** Field managers by id and name. */
export async function insertManagers(
  db: Queryable,
  managers: readonly { readonly id: string; readonly name: string; readonly active?: boolean }[],
): Promise<void> {
  await db.execute(sql`
    INSERT INTO person (id, name, email, role, active)
    SELECT p.id, p.name, p.id || '@people.example', 'manager', coalesce(p.active, true)
    FROM jsonb_to_recordset(${JSON.stringify(managers)}::jsonb) AS p (id uuid, name text, active boolean)`);
}
