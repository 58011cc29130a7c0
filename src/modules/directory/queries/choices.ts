import "server-only";
import type { PersonActor } from "@/commands/actor";
import type { Database } from "@/db/database";
import { sql } from "@/db/sql";
import { likePattern } from "@/values/like-pattern";

/** What the fields of a booking form offer. */
export interface BookingChoices {
  readonly venues: readonly {
    readonly id: string;
    readonly name: string;
    readonly city: string;
    readonly timeZone: string;
    /** The reader's own company has booked it; never for others. */
    readonly isUsedBefore: boolean;
  }[];
  readonly kitTemplates: readonly { readonly id: string; readonly name: string }[];
  /** Only for admins, who book on behalf of a client. */
  readonly clients: readonly { readonly id: string; readonly name: string }[];
  /** Whom the reader's own company named last, so that nobody types it twice. */
  readonly lastContact: { readonly name: string; readonly phone: string; readonly email: string } | null;
}

const VENUES_MAX = 50;

/**
 * Venues whose name or city holds the words (those the client used last come first), kit templates and, for
 * admins, clients. `withIds` are venues that the form already shows and must stay selectable.
 */
export async function bookingChoices(
  db: Database,
  reader: PersonActor,
  input: { readonly q?: string | undefined; readonly withIds: readonly string[] },
): Promise<BookingChoices> {
  const words = input.q ? likePattern(input.q) : null;
  const isAdmin = reader.role === "admin";
  const [venues, kitTemplates, clients, contacts] = await Promise.all([
    db.query<BookingChoices["venues"][number]>(sql`
      SELECT l.id, l.name, l.city, l.time_zone AS "timeZone",
        used.at IS NOT NULL AS "isUsedBefore"
      FROM location l
      LEFT JOIN LATERAL (
        SELECT max(b.updated_at) AS at FROM booking_venue v JOIN booking b ON b.id = v.booking_id
        WHERE v.location_id = l.id AND b.client_id = ${reader.clientId}::uuid) AS used ON true
      WHERE l.archived_at IS NULL
        AND (l.id = ANY (${[...input.withIds]}::uuid[])
          OR ${words}::text IS NULL OR l.name ILIKE ${words} OR l.city ILIKE ${words})
      ORDER BY (l.id = ANY (${[...input.withIds]}::uuid[])) DESC, used.at DESC NULLS LAST, l.name, l.id
      LIMIT ${VENUES_MAX}`),
    db.query<BookingChoices["kitTemplates"][number]>(sql`
      SELECT id, name FROM kit_template WHERE archived_at IS NULL ORDER BY name LIMIT 200`),
    isAdmin
      ? db.query<BookingChoices["clients"][number]>(sql`
          SELECT id, name FROM client WHERE archived_at IS NULL ORDER BY name LIMIT 500`)
      : [],
    db.query<{ contact: NonNullable<BookingChoices["lastContact"]> }>(sql`
      SELECT contact FROM booking
      WHERE client_id = ${reader.clientId}::uuid AND jsonb_typeof(contact) = 'object'
      ORDER BY created_at DESC, id DESC LIMIT 1`),
  ]);
  return { venues, kitTemplates, clients, lastContact: contacts[0]?.contact ?? null };
}
