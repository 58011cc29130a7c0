import "server-only";
import type { DecisionContext } from "@/commands/decider";
import { conflict } from "@/commands/errors";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { BookingInstances, EventInstance } from "@/modules/event-instances/event-instance";

/** Adds the new instances and changes the others, each in one statement whatever their number. */
export async function save(
  tx: Tx,
  change: {
    readonly before: BookingInstances;
    readonly after: BookingInstances;
    readonly context: DecisionContext;
  },
): Promise<void> {
  const { before, after, context } = change;
  const old = new Map(before.instances.map((instance) => [instance.id, instance]));
  const added = after.instances.filter((instance) => !old.has(instance.id));
  const changed = after.instances.filter((instance) => {
    const known = old.get(instance.id);
    return known !== undefined && known !== instance;
  });
  if (added.length > 0) await insertInstances(tx, after, added, context.now);
  if (changed.length > 0) await updateInstances(tx, changed, context.now);
}

async function insertInstances(
  tx: Tx,
  { booking }: BookingInstances,
  instances: readonly EventInstance[],
  now: string,
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO event_instance (id, booking_id, client_id, status, hold_reason, local_start, starts_at, ends_at,
      booked_start, booked_end, time_zone, clock_note, location_id, version, created_at, updated_at)
    SELECT i.id, ${booking.id}, ${booking.clientId}, i.status, i."holdReason", i."localStart", i."startsAt",
      i."endsAt", i."bookedStart", i."bookedEnd", i."timeZone", i."clockNote", i."locationId", 1, ${now}, ${now}
    FROM jsonb_to_recordset(${JSON.stringify(instances)}::jsonb) AS i (id uuid, status text,
      "holdReason" text, "localStart" text, "startsAt" timestamptz, "endsAt" timestamptz, "bookedStart" timestamptz,
      "bookedEnd" timestamptz, "timeZone" text,
      "clockNote" text, "locationId" uuid)
    ORDER BY i."startsAt"`);
}

/** The version in the condition turns a lost lock into a conflict instead of an overwritten row. */
async function updateInstances(tx: Tx, instances: readonly EventInstance[], now: string): Promise<void> {
  const updated = await tx.execute(sql`
    UPDATE event_instance e
    SET status = i.status, hold_reason = i."holdReason", cancelled_reason = i."cancelledReason",
      version = e.version + 1, updated_at = ${now}
    FROM jsonb_to_recordset(${JSON.stringify(instances)}::jsonb) AS i (id uuid, status text, "holdReason" text,
      "cancelledReason" text, version integer)
    WHERE e.id = i.id AND e.version = i.version`);
  if (updated !== instances.length) {
    throw conflict("An event was changed by somebody else just now. Reload it.");
  }
}
