import "server-only";
import type { DecisionContext } from "@/commands/decider";
import { conflict } from "@/commands/errors";
import { attachPhotos } from "@/commands/photos/rows";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { LocationCommand } from "@/modules/locations/commands";
import type { Confirmation, EventVenue } from "@/modules/locations/venue";

/** Keeps the latest confirmation of the event, and hangs the photos of a report on the event. */
export async function save(
  tx: Tx,
  change: {
    readonly before: EventVenue;
    readonly after: EventVenue;
    readonly command: LocationCommand;
    readonly context: DecisionContext;
  },
): Promise<void> {
  const { before, after, command, context } = change;
  const { confirmation, eventId } = after;
  if (confirmation && confirmation !== before.confirmation) await keep(tx, eventId, confirmation);
  if (command.type === "reportIssue") {
    await attachPhotos(tx, command.photoIds, {
      subject: "location",
      recordId: eventId,
      eventId,
      at: context.now,
    });
  }
}

/** The version in the condition turns a lost lock into a conflict instead of an overwritten row. */
async function keep(tx: Tx, eventId: string, to: Confirmation): Promise<void> {
  const contact = to.contactPerson && JSON.stringify(to.contactPerson);
  const kept = await tx.execute(sql`
    INSERT INTO location_confirmation AS c (event_id, location_id, starts_at, status, contact_person,
      special_instructions, access_details, confirmed_by, confirmed_at, revoked_reason, version)
    VALUES (${eventId}, ${to.locationId}, ${to.startsAt}, ${to.status}, ${contact}::jsonb,
      ${to.specialInstructions}, ${to.accessDetails}, ${to.confirmedBy}, ${to.confirmedAt}, ${to.revokedReason},
      ${to.version})
    ON CONFLICT (event_id) DO UPDATE SET location_id = excluded.location_id, starts_at = excluded.starts_at,
      status = excluded.status, contact_person = excluded.contact_person,
      special_instructions = excluded.special_instructions, access_details = excluded.access_details,
      confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at,
      revoked_reason = excluded.revoked_reason, version = excluded.version
    WHERE c.version = excluded.version - 1`);
  if (kept !== 1) throw conflict("This venue was changed by somebody else just now. Reload it.");
}
