import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { DomainEvent } from "@/domain-events/catalog/catalog";
import type { ToldStaffType } from "./messages/staffing";
import { isUuid } from "@/values/ids";
import type { AttendanceNames, ToldAttendanceType } from "./messages/attendance";
import type { ToldIssueType } from "./messages/event-issues";
import type { ToldLifeType } from "./messages/event-life";
import type { ToldKitType } from "./messages/kits";
import type { EventNames } from "./messages/message";

interface EventNamesRow {
  readonly booking_number: number;
  readonly booking_title: string;
  readonly client_id: string;
  readonly client_name: string;
  readonly venue_name: string;
  readonly time_zone: string;
  readonly actor_name: string | null;
  readonly actor_client_id: string | null;
  readonly manager_id: string | null;
  readonly number: number;
  readonly starts_at: Date;
  readonly ends_at: Date;
}

/**
 * Looks up what the messages about one event need, by the event: facts of activities and venues name no booking.
 * Throws when the event is not there.
 */
export async function readEventNames(
  tx: Tx,
  event: DomainEvent<ToldLifeType | ToldIssueType | ToldAttendanceType | ToldStaffType | ToldKitType>,
  now: string,
): Promise<EventNames> {
  const { eventId } = event.payload;
  const userId = event.metadata?.userId ?? "";
  const actorId = isUuid(userId) ? userId : null;
  const [row] = await tx.query<EventNamesRow>(sql`
    SELECT b.number AS booking_number, b.title AS booking_title, c.id AS client_id, c.name AS client_name,
      l.name AS venue_name, e.time_zone, a.name AS actor_name, a.client_id AS actor_client_id, e.manager_id,
      e.number, e.starts_at, e.ends_at
    FROM event_instance e
    JOIN booking b ON b.id = e.booking_id
    JOIN client c ON c.id = e.client_id
    JOIN location l ON l.id = e.location_id
    LEFT JOIN person a ON a.id = ${actorId}::uuid
    WHERE e.id = ${eventId}`);
  if (!row) throw new Error(`no event for ${event.type} ${event.id}`);
  const [startsAt, endsAt] = [row.starts_at.toISOString(), row.ends_at.toISOString()];
  return {
    bookingNumber: row.booking_number,
    bookingTitle: row.booking_title,
    clientId: row.client_id,
    clientName: row.client_name,
    wasSent: true,
    venueName: row.venue_name,
    timeZone: row.time_zone,
    actorName: row.actor_name,
    actorClientId: row.actor_client_id,
    managerIds: row.manager_id === null ? [] : [row.manager_id],
    firstStart: startsAt,
    lastStart: startsAt,
    now,
    event: { id: eventId, number: row.number, startsAt, endsAt },
    formerManagerId: await readFormerManager(tx, event),
  };
}

/** The same, with the name of whom the shift is of. */
export async function readAttendanceNames(
  tx: Tx,
  event: DomainEvent<ToldAttendanceType>,
  now: string,
): Promise<AttendanceNames> {
  const names = await readEventNames(tx, event, now);
  const [person] = await tx.query<{ name: string }>(sql`
    SELECT name FROM person WHERE id::text = ${event.payload.userId}`);
  return { ...names, personName: person?.name ?? null };
}

/** The manager that the assignment before this one named, from the log: the row holds the present one only. */
async function readFormerManager(tx: Tx, event: DomainEvent): Promise<string | null> {
  if (event.type !== "EVENT_ASSIGNED_TO_MANAGER") return null;
  const [row] = await tx.query<{ manager_id: string }>(sql`
    SELECT l.payload ->> 'managerId' AS manager_id FROM event_log l
    WHERE l.correlation_id = ${event.correlationId} AND l.category = 'event'
      AND l.type = 'EVENT_ASSIGNED_TO_MANAGER' AND l.payload ->> 'eventId' = ${event.payload.eventId}
      AND l.position < (SELECT t.position FROM event_log t WHERE t.correlation_id = ${event.correlationId} AND t.id = ${event.id})
    ORDER BY l.position DESC LIMIT 1`);
  return row && isUuid(row.manager_id) ? row.manager_id : null;
}
