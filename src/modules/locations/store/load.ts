import "server-only";
import { notFound } from "@/commands/errors";
import { lockPhotos } from "@/commands/photos/rows";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { LocationCommand } from "@/modules/locations/commands";
import { movedSince } from "@/modules/locations/queries/venue-scope";
import type { Confirmation, EventVenue, VenueOutside } from "@/modules/locations/venue";

interface EventRow {
  readonly id: string;
  readonly booking_id: string;
  readonly location_id: string;
  readonly starts_at: Date;
  readonly is_over: boolean;
  readonly manager_id: string | null;
}

interface ConfirmationRow {
  readonly location_id: string;
  readonly starts_at: Date;
  readonly status: Confirmation["status"];
  readonly contact_person: Confirmation["contactPerson"];
  readonly special_instructions: string | null;
  readonly access_details: string | null;
  readonly confirmed_by: string;
  readonly confirmed_at: Date;
  readonly revoked_reason: string | null;
  readonly version: number;
  readonly moved_since: boolean;
}

/** Locks the event, so that two commands about its venue, and a move of it, come one after the other. */
export async function load(
  tx: Tx,
  command: LocationCommand,
): Promise<{ readonly state: EventVenue; readonly outside: VenueOutside }> {
  await tx.execute(sql`SELECT FROM event_instance WHERE id = ${command.eventId} FOR UPDATE`);
  const [event] = await tx.query<EventRow>(sql`
    SELECT id, booking_id, location_id, starts_at, status IN ('completed', 'cancelled') AS is_over, manager_id
    FROM event_instance WHERE id = ${command.eventId}`);
  if (!event) throw notFound("event");
  const [confirmation] = await tx.query<ConfirmationRow>(sql`
    SELECT c.location_id, c.starts_at, c.status, contact_person, special_instructions, access_details, confirmed_by,
      confirmed_at, revoked_reason, c.version, ${movedSince} AS moved_since
    FROM location_confirmation c JOIN event_instance e ON e.id = c.event_id WHERE e.id = ${event.id}`);
  return {
    state: {
      eventId: event.id,
      bookingId: event.booking_id,
      locationId: event.location_id,
      startsAt: event.starts_at.toISOString(),
      isOver: event.is_over,
      managerId: event.manager_id,
      crewIds: command.type === "reportIssue" ? await readCrew(tx, event.id) : [],
      confirmation: confirmation ? toConfirmation(confirmation) : null,
      movedSince: confirmation?.moved_since ?? false,
    },
    outside: { photos: command.type === "reportIssue" ? await lockPhotos(tx, command.photoIds) : [] },
  };
}

/** Whoever has or had a shift at the event; their rows belong to another subject and are only read. */
async function readCrew(tx: Tx, eventId: string): Promise<readonly string[]> {
  const rows = await tx.query<{ user_id: string }>(sql`
    SELECT DISTINCT user_id FROM staff_assignment
    WHERE event_id = ${eventId} AND status IN ('accepted', 'checked_in', 'checked_out')`);
  return rows.map(({ user_id }) => user_id);
}

function toConfirmation(row: ConfirmationRow): Confirmation {
  return {
    locationId: row.location_id,
    startsAt: row.starts_at.toISOString(),
    status: row.status,
    contactPerson: row.contact_person,
    specialInstructions: row.special_instructions,
    accessDetails: row.access_details,
    confirmedBy: row.confirmed_by,
    confirmedAt: row.confirmed_at.toISOString(),
    revokedReason: row.revoked_reason,
    version: row.version,
  };
}
