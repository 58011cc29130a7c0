import "server-only";
import type { DecisionContext } from "@/commands/decider";
import { conflict } from "@/commands/errors";
import type { Tx } from "@/db/database";
import { type Sql, sql } from "@/db/sql";
import { type Booking, type BookingDate, type BookingState, contentOf } from "@/modules/bookings/booking";
import { changedFields } from "@/modules/bookings/content";

/**
 * Saves row, dates, venues and, when a reviewer would notice, the content of the new version. A new booking is one
 * statement, a change one for each; the version in the condition turns a lost lock into a conflict instead of an
 * overwritten row.
 */
export async function save(
  tx: Tx,
  change: { readonly before: BookingState; readonly after: BookingState; readonly context: DecisionContext },
): Promise<void> {
  const { before, after, context } = change;
  if (!after.exists) return;
  if (!before.exists) {
    await tx.execute(insertAll(after, context));
    return;
  }
  const fields = changedFields(contentOf(before), contentOf(after));
  // Sent in this order without waiting.
  await Promise.all([
    updateRow(tx, after, before.version, context.now),
    saveDates(tx, before, after),
    fields.includes("locationIds") ? saveVenues(tx, after) : null,
    fields.length > 0 ? tx.execute(insertRevision(after, context)) : null,
  ]);
}

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** References are checked when the statement ends, so that its parts need no order. */
const insertAll = (booking: Booking, context: DecisionContext): Sql => sql`
  WITH one AS (${insertRow(booking, context.now)}),
    dates AS (${insertDates(booking, booking.dates)}),
    venues AS (${insertVenues(booking)})
  ${insertRevision(booking, context)}`;

const insertRow = (booking: Booking, now: string): Sql => sql`
    INSERT INTO booking (id, client_id, title, status, version, needs_reapproval, time_zone, plan, recurrence, rrule,
      notes, contact, copied_from, import_key, created_by, created_at, submitted_by, submitted_at,
      waiting_for, waiting_since, updated_at)
    VALUES (${booking.id}, ${booking.clientId}, ${booking.title}, ${booking.status}, ${booking.version}, false,
      ${booking.timeZone}, ${json(booking.plan)}::jsonb, ${json(booking.recurrence)}::jsonb, ${booking.rrule},
      ${booking.notes}, ${json(booking.contact)}::jsonb, ${booking.copiedFrom}, ${booking.importKey},
      ${booking.createdBy}, ${booking.createdAt}, ${booking.submittedBy}, ${booking.submittedAt},
      ${booking.waitingFor}, ${booking.waitingSince}, ${now})`;

async function updateRow(tx: Tx, booking: Booking, fromVersion: number, now: string): Promise<void> {
  const changed = await tx.execute(sql`
    UPDATE booking SET title = ${booking.title}, status = ${booking.status}, version = ${booking.version},
      needs_reapproval = ${booking.needsReapproval}, time_zone = ${booking.timeZone},
      plan = ${json(booking.plan)}::jsonb, recurrence = ${json(booking.recurrence)}::jsonb,
      rrule = ${booking.rrule}, notes = ${booking.notes}, contact = ${json(booking.contact)}::jsonb,
      change_request = ${json(booking.changeRequest)}::jsonb, rejection = ${json(booking.rejection)}::jsonb,
      cancellation = ${json(booking.cancellation)}::jsonb, override = ${json(booking.override)}::jsonb,
      submitted_by = ${booking.submittedBy}, submitted_at = ${booking.submittedAt},
      changed_by = ${[...booking.changedBy]}::text[],
      decided_by = ${booking.decidedBy}, decided_at = ${booking.decidedAt},
      waiting_for = ${booking.waitingFor}, waiting_since = ${booking.waitingSince}, updated_at = ${now}
    WHERE id = ${booking.id} AND version = ${fromVersion}`);
  if (changed !== 1) throw conflict("The booking was changed by somebody else just now. Reload it.");
}

/** Writes the dates that are new or changed and removes those that are gone. */
async function saveDates(tx: Tx, before: Booking, after: Booking): Promise<void> {
  const old = new Map(before.dates.map((date) => [date.id, date]));
  const sameZone = before.timeZone === after.timeZone;
  const changed = after.dates.filter((date) => {
    const known = old.get(date.id);
    return !sameZone || known === undefined || JSON.stringify(known) !== JSON.stringify(date);
  });
  const kept = new Set(after.dates.map((date) => date.id));
  const gone = [...old.keys()].filter((id) => !kept.has(id));
  await Promise.all([
    gone.length > 0 ? tx.execute(sql`DELETE FROM booking_date WHERE id = ANY (${gone}::uuid[])`) : null,
    changed.length > 0 ? tx.execute(upsertDates(after, changed)) : null,
  ]);
}

const insertDates = (booking: Booking, dates: readonly BookingDate[]): Sql => sql`
    INSERT INTO booking_date (id, booking_id, local_start, starts_at, ends_at, time_zone, status, clock_note,
      reason, proposed_local_start)
    SELECT d.id, ${booking.id}, d."localStart", d."startsAt", d."endsAt", ${booking.timeZone}, d.status,
      d."clockNote", d.reason, d."proposedLocalStart"
    FROM jsonb_to_recordset(${JSON.stringify(dates)}::jsonb) AS d (id uuid, "localStart" text,
      "startsAt" timestamptz, "endsAt" timestamptz, status text, "clockNote" text, reason text,
      "proposedLocalStart" text)`;

const upsertDates = (booking: Booking, changed: readonly BookingDate[]): Sql => sql`
    ${insertDates(booking, changed)}
    ON CONFLICT (id) DO UPDATE SET status = excluded.status, reason = excluded.reason,
      proposed_local_start = excluded.proposed_local_start, local_start = excluded.local_start,
      clock_note = excluded.clock_note, time_zone = excluded.time_zone`;

async function saveVenues(tx: Tx, booking: Booking): Promise<void> {
  await Promise.all([
    tx.execute(sql`DELETE FROM booking_venue WHERE booking_id = ${booking.id}`),
    tx.execute(insertVenues(booking)),
  ]);
}

const insertVenues = (booking: Booking): Sql => sql`
    INSERT INTO booking_venue (booking_id, location_id, rank)
    SELECT ${booking.id}, v.id, v.place - 1
    FROM unnest(${[...booking.locationIds]}::uuid[]) WITH ORDINALITY AS v (id, place)`;

const insertRevision = (booking: Booking, { actor, now }: DecisionContext): Sql => sql`
    INSERT INTO booking_revision (booking_id, version, content, changed_by, changed_at)
    VALUES (${booking.id}, ${booking.version}, ${JSON.stringify(contentOf(booking))}::jsonb,
      ${actor.kind === "person" ? actor.id : "system"}, ${now})`;
