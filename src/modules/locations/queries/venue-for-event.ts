import "server-only";
import type { PersonActor } from "@/commands/actor";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { isConfirmed, readable } from "./venue-scope";

/** The venue of one event as whoever runs the event needs it on the way. Instants are ISO 8601 UTC. */
export interface VenueForEvent {
  readonly eventId: string;
  readonly locationId: string;
  readonly name: string;
  readonly address: string;
  readonly city: string;
  readonly country: string;
  /** `confirmed` only for the venue and the start that the event has had since (domain.md rule 50). */
  readonly state: "unconfirmed" | "confirmed" | "revoked";
  /** What was said of this venue last, also when it does not hold any more. */
  readonly contactPerson: { readonly name: string; readonly phone: string; readonly email: string } | null;
  readonly specialInstructions: string | null;
  readonly accessDetails: string | null;
  readonly confirmedAt: string | null;
  readonly revokedReason: string | null;
  readonly can: { readonly confirm: boolean; readonly revokeConfirmation: boolean };
}

interface Row extends Omit<VenueForEvent, "state" | "confirmedAt" | "can"> {
  readonly isOver: boolean;
  readonly isConfirmed: boolean;
  readonly isRevoked: boolean;
  readonly confirmedAt: Date | null;
}

/** Throws `NOT_FOUND` alike for an event that is missing and for one that the reader does not run. */
export async function venueForEvent(
  db: Queryable,
  actor: PersonActor,
  eventId: string,
): Promise<VenueForEvent> {
  const [row] = await db.query<Row>(sql`
    SELECT e.id AS "eventId", l.id AS "locationId", l.name, l.address, l.city, l.country,
      e.status IN ('completed', 'cancelled') AS "isOver",
      ${isConfirmed} IS TRUE AS "isConfirmed",
      c.status IS NOT DISTINCT FROM 'revoked' AS "isRevoked",
      c.contact_person AS "contactPerson", c.special_instructions AS "specialInstructions",
      c.access_details AS "accessDetails", c.confirmed_at AS "confirmedAt", c.revoked_reason AS "revokedReason"
    FROM event_instance e
    JOIN location l ON l.id = e.location_id
    LEFT JOIN location_confirmation c ON c.event_id = e.id AND c.location_id = e.location_id
    WHERE e.id = ${eventId} AND ${readable(actor)}`);
  if (!row) throw notFound("event");
  const { isOver, isConfirmed: holds, isRevoked, confirmedAt, ...venue } = row;
  return {
    ...venue,
    state: holds ? "confirmed" : isRevoked ? "revoked" : "unconfirmed",
    confirmedAt: confirmedAt?.toISOString() ?? null,
    can: { confirm: !isOver, revokeConfirmation: holds && !isOver },
  };
}
