import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { DomainEvent } from "@/domain-events/catalog/catalog";
import type { ToldBookingType } from "./messages/bookings";
import type { ToldEventType } from "./messages/event-instances";
import { isUuid } from "@/values/ids";
import type { Names } from "./messages/message";

export type ToldType = ToldBookingType | ToldEventType;

interface NamesRow {
  readonly number: number;
  readonly title: string;
  readonly time_zone: string;
  readonly client_id: string;
  readonly client_name: string;
  readonly was_sent: boolean;
  readonly venue_name: string | null;
  readonly actor_name: string | null;
  readonly actor_client_id: string | null;
  readonly manager_ids: string[] | null;
  readonly first_start: Date | null;
  readonly last_start: Date | null;
}

/** Looks up what the messages of a fact need, in one statement. Throws when the booking is not there. */
export async function readNames(tx: Tx, event: DomainEvent<ToldType>, now: string): Promise<Names> {
  const userId = event.metadata?.userId ?? "";
  const actorId = isUuid(userId) ? userId : null;
  const [row] = await tx.query<NamesRow>(sql`
    SELECT b.number, b.title, b.time_zone, c.id AS client_id, c.name AS client_name,
      b.submitted_at IS NOT NULL AS was_sent, l.name AS venue_name,
      a.name AS actor_name, a.client_id AS actor_client_id, e.manager_ids, e.first_start, e.last_start
    FROM booking b
    JOIN client c ON c.id = b.client_id
    LEFT JOIN booking_venue v ON v.booking_id = b.id AND v.rank = 0
    LEFT JOIN location l ON l.id = v.location_id
    LEFT JOIN person a ON a.id = ${actorId}::uuid
    CROSS JOIN (
      SELECT array_agg(DISTINCT manager_id) FILTER (WHERE manager_id IS NOT NULL)::text[] AS manager_ids,
        min(starts_at) AS first_start, max(starts_at) AS last_start
      FROM event_instance WHERE id = ANY (${[...namedEvents(event)]}::uuid[])) AS e
    WHERE b.id = ${event.payload.bookingId}`);
  if (!row) throw new Error(`no booking for ${event.type} ${event.id}`);
  return {
    bookingNumber: row.number,
    bookingTitle: row.title,
    clientId: row.client_id,
    clientName: row.client_name,
    wasSent: row.was_sent,
    venueName: row.venue_name ?? "a venue that is not known any more",
    timeZone: row.time_zone,
    actorName: row.actor_name,
    actorClientId: row.actor_client_id,
    managerIds: row.manager_ids ?? [],
    firstStart: row.first_start?.toISOString() ?? null,
    lastStart: row.last_start?.toISOString() ?? null,
    now,
  };
}

function namedEvents({ type, payload }: DomainEvent<ToldType>): readonly string[] {
  switch (type) {
    case "BOOKING_CANCELLED":
      return payload.affectedEventIds;
    case "EVENT_INSTANCES_GENERATED":
      return payload.eventIds;
    case "EVENT_CANCELLED":
    case "EVENT_HOLD_PLACED":
    case "EVENT_HOLD_LIFTED":
      return [payload.eventId];
    case "BOOKING_SUBMITTED":
    case "BOOKING_APPROVED":
    case "BOOKING_DATES_DECLINED":
    case "BOOKING_REJECTED":
    case "BOOKING_CHANGES_REQUESTED":
    case "BOOKING_UPDATED":
      return [];
    default:
      return neverType(type);
  }
}

function neverType(type: never): never {
  throw new Error(`no message for ${String(type)}`);
}
