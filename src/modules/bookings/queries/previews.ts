import "server-only";
import type { PersonActor } from "@/commands/actor";
import { forbidden, invalid } from "@/commands/errors";
import type { Database } from "@/db/database";
import { sql } from "@/db/sql";
import { bookingNumber, contentOf, datesToDecide } from "@/modules/bookings/booking";
import {
  type ContentDifference,
  differences,
  type RequestedDate,
  resolveSchedule,
} from "@/modules/bookings/content";
import { cancelledEvents } from "@/modules/bookings/decide/cancel";
import type { Schedule } from "@/modules/bookings/inputs";
import { bookingPolicy } from "@/modules/bookings/policy";
import type { GoneRecord } from "@/modules/bookings/outside";
import { readGone } from "@/modules/bookings/store/lookups";
import { readDecided, readStandingEvents } from "@/modules/bookings/store/read-booking";
import { readClashes } from "@/modules/bookings/store/read-clashes";
import { type DateVerdict, dateVerdicts } from "@/modules/bookings/verdicts";
import { visibleBooking } from "./detail";

/** Answers of the rules before anybody acts on them, computed by the same pure functions that then act. */

export interface RecurrencePreview {
  readonly timeZone: string;
  readonly rrule: string | null;
  readonly truncated: boolean;
  readonly dates: readonly RequestedDate[];
}

/** The dates that a schedule means at a venue, as submitting it would ask for them. */
export async function previewRecurrence(
  db: Database,
  input: { readonly locationIds: readonly string[]; readonly schedule: Schedule },
): Promise<RecurrencePreview> {
  const [venue] = await db.query<{ time_zone: string }>(sql`
    SELECT time_zone FROM location WHERE id = ${input.locationIds[0]} AND archived_at IS NULL`);
  if (!venue) throw invalid("Choose a venue first.", { locationIds: "Choose a venue from the list." });
  return { timeZone: venue.time_zone, ...resolveSchedule(input.schedule, venue.time_zone) };
}

export interface ApprovalPreview {
  readonly bookingId: string;
  readonly number: string;
  readonly version: number;
  /** When availability was looked at, by the database's clock. */
  readonly checkedAt: string;
  readonly verdicts: readonly DateVerdict[];
  /** What the directory does not have any more; with any of it there is no approval. */
  readonly gone: readonly { readonly kind: GoneRecord["kind"]; readonly id: string; readonly name: string }[];
  /** Ids of the dates that wait for the agency's word. */
  readonly toDecide: readonly string[];
  /** People of the client who are told about a decision. */
  readonly peopleTold: number;
  /** What changed since the content that was last decided about; empty for a first request. */
  readonly sinceDecision: readonly ContentDifference[];
}

/** What speaks for or against each date now; the approval itself looks again (rule 9). */
export async function previewApproval(
  db: Database,
  reader: PersonActor,
  bookingId: string,
): Promise<ApprovalPreview> {
  const booking = await visibleBooking(db, reader, bookingId);
  const allowed = bookingPolicy(reader, { type: "approve" }, booking);
  if (allowed !== "allow") throw typeof allowed === "object" ? forbidden(allowed.deny) : forbidden();
  const now = await databaseClock(db);
  const [clashes, gone, decided, told] = await Promise.all([
    readClashes(db, bookingId, booking.dates, now),
    readGone(db, booking),
    readDecided(db, booking),
    db.query<{ people: number }>(sql`
      SELECT count(*)::int AS people FROM person
      WHERE active AND role = 'client' AND client_id = ${booking.clientId}::uuid AND id <> ${reader.id}`),
  ]);
  return {
    bookingId,
    number: bookingNumber(booking),
    version: booking.version,
    checkedAt: now,
    verdicts: dateVerdicts(booking, clashes, now),
    gone: gone.map(({ kind, id, name }) => ({ kind, id, name })),
    toDecide: datesToDecide(booking).map((date) => date.id),
    peopleTold: told[0]?.people ?? 0,
    sinceDecision: decided ? differences(decided, contentOf(booking)) : [],
  };
}

export interface CancelPreview {
  readonly version: number;
  readonly events: readonly {
    readonly eventId: string;
    readonly number: number;
    readonly startsAt: string;
    readonly effect: "cancelled" | "running" | "kept";
  }[];
  /** People who will be told, without the one who cancels. */
  readonly peopleTold: number;
}

/** What a cancellation takes down and whom it tells (rule 14). */
export async function previewCancel(
  db: Database,
  reader: PersonActor,
  bookingId: string,
): Promise<CancelPreview> {
  const booking = await visibleBooking(db, reader, bookingId);
  const [now, events] = await Promise.all([databaseClock(db), readStandingEvents(db, bookingId)]);
  const { affected } = cancelledEvents(events, "keep", now);
  const gone = new Set(affected.map((event) => event.id));
  const managerIds = affected.flatMap((event) => event.managerId ?? []);
  // As the messages of a cancellation have it; of a draft that was never sent nobody hears.
  const [told] = await db.query<{ people: number }>(sql`
    SELECT count(*)::int AS people FROM person
    WHERE active AND id <> ${reader.id} AND ${booking.submittedAt !== null}::boolean
      AND ((role = 'client' AND client_id = ${booking.clientId}::uuid)
        OR (role = 'manager' AND id = ANY (${managerIds}::uuid[])))`);
  return {
    version: booking.version,
    events: events.map((event) => ({
      eventId: event.id,
      number: event.number,
      startsAt: event.startsAt,
      effect: gone.has(event.id) ? "cancelled" : event.status === "in_progress" ? "running" : "kept",
    })),
    peopleTold: told?.people ?? 0,
  };
}

async function databaseClock(db: Database): Promise<string> {
  const [row] = await db.query<{ now: Date }>(sql`SELECT clock_timestamp() AS now`);
  if (!row) throw new Error("the database returned no clock");
  return row.now.toISOString();
}
