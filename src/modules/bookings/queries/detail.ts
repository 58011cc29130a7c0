import "server-only";
import type { PersonActor } from "@/commands/actor";
import { notFound } from "@/commands/errors";
import type { Database } from "@/db/database";
import { sql } from "@/db/sql";
import { type Booking, bookingNumber, type ChangeRequest, type WaitingFor } from "@/modules/bookings/booking";
import type { ClockNote } from "@/modules/bookings/content";
import type { BookingDateStatus, BookingStatus, Contact, Plan, Recurrence } from "@/modules/bookings/inputs";
import { type BookingAbilities, bookingAbilities, bookingPolicy } from "@/modules/bookings/policy";
import { readBooking } from "@/modules/bookings/store/read-booking";
import { toOffsetDateTime } from "@/values/venue-time";
import { visibleTo } from "./scope";

export interface BookingDateView {
  readonly dateId: string;
  /** The start with the venue's offset, as payloads and commands name the date. */
  readonly date: string;
  readonly localStart: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly status: BookingDateStatus;
  readonly clockNote: ClockNote | null;
  readonly reason: string | null;
  /** Another start that the agency offers, on the venue's clock. */
  readonly proposedLocalStart: string | null;
  /** The event generated from this date, if any; for a manager, if it is theirs. */
  readonly event: BookingEventView | null;
}

/** What became of a date, in words that everybody may read who may read the booking. */
export interface BookingEventView {
  readonly eventId: string;
  readonly number: number;
  readonly status: string;
  /** As planned now; another time than the date's where the event was moved. */
  readonly startsAt: string;
  readonly endsAt: string;
  /** When it took place and what was counted; null until it is completed. */
  readonly result: {
    readonly startedAt: string;
    readonly endedAt: string;
    readonly metrics: Readonly<Record<string, number>>;
  } | null;
  readonly can: { readonly reportIssue: boolean };
}

/** A booking as its page shows it. Names are looked up at reading; instants are ISO 8601 UTC. */
export interface BookingDetail {
  readonly bookingId: string;
  readonly number: string;
  readonly version: number;
  readonly status: BookingStatus;
  readonly needsReapproval: boolean;
  readonly title: string;
  readonly client: { readonly id: string; readonly name: string };
  readonly venues: readonly {
    readonly id: string;
    readonly name: string;
    readonly address: string;
    readonly city: string;
  }[];
  readonly timeZone: string;
  readonly dates: readonly BookingDateView[];
  readonly recurrence: Recurrence | null;
  readonly plan: Plan;
  /** Names of the kit templates in the plan, by id. */
  readonly kitNames: Readonly<Record<string, string>>;
  readonly contact: Contact | null;
  readonly notes: string;
  /** This and the next two are null for a manager. */
  readonly changeRequest: Pick<ChangeRequest, "requestedAt" | "holdUntil" | "changes"> | null;
  readonly rejection: { readonly reason: string; readonly allowResubmission: boolean } | null;
  readonly cancellation: { readonly reason: string; readonly cancelledAt: string } | null;
  /** Only for admins. */
  readonly override: { readonly reason: string; readonly by: string; readonly at: string } | null;
  readonly copiedFrom: { readonly bookingId: string; readonly number: string } | null;
  readonly submittedAt: string | null;
  /** Who asked, by name; only for admins. */
  readonly requestedBy: string | null;
  /** The last decision; only for admins. */
  readonly decided: { readonly by: string; readonly at: string } | null;
  /** Why this admin may not decide it, whatever its state: they asked for it themselves. */
  readonly decideRefusal: string | null;
  readonly waitingFor: WaitingFor;
  readonly waitingSince: string;
  readonly can: BookingAbilities;
}

interface ContextRow {
  readonly client_name: string;
  readonly venues: BookingDetail["venues"];
  readonly kit_names: Readonly<Record<string, string>>;
  readonly events: readonly EventRow[];
  readonly copied_number: number | null;
  readonly override_by: string | null;
  readonly requested_by: string | null;
  readonly decided_by: string | null;
}

/** An event inside the JSON aggregate: instants are epoch milliseconds. */
interface EventRow {
  readonly id: string;
  readonly number: number;
  readonly status: string;
  readonly booked_ms: number;
  readonly starts_ms: number;
  readonly ends_ms: number;
  readonly started_ms: number | null;
  readonly ended_ms: number | null;
  readonly metrics: Readonly<Record<string, number>> | null;
}

/** One booking for its page; throws `NOT_FOUND` alike for a missing and for an invisible one. */
export async function bookingById(
  db: Database,
  reader: PersonActor,
  bookingId: string,
): Promise<BookingDetail> {
  const booking = await visibleBooking(db, reader, bookingId);
  const kitIds = booking.plan.activities.flatMap((activity) => activity.kits.map((kit) => kit.kitTemplateId));
  const managerId = reader.role === "manager" ? reader.id : null;
  const [row] = await db.query<ContextRow>(sql`
    SELECT c.name AS client_name,
      (SELECT json_agg(json_build_object('id', l.id, 'name', l.name, 'address', l.address, 'city', l.city)
          ORDER BY v.rank)
        FROM booking_venue v JOIN location l ON l.id = v.location_id WHERE v.booking_id = ${bookingId}) AS venues,
      coalesce((SELECT json_object_agg(k.id, k.name) FROM kit_template k WHERE k.id = ANY (${kitIds}::uuid[])),
        '{}') AS kit_names,
      coalesce((SELECT json_agg(json_build_object('id', e.id, 'number', e.number, 'status', e.status,
          'booked_ms', round(extract(epoch FROM e.booked_start) * 1000),
          'starts_ms', round(extract(epoch FROM e.starts_at) * 1000),
          'ends_ms', round(extract(epoch FROM e.ends_at) * 1000),
          'started_ms', round(extract(epoch FROM e.actual_start) * 1000),
          'ended_ms', round(extract(epoch FROM e.actual_end) * 1000),
          'metrics', e.outcome -> 'metrics') ORDER BY e.status <> 'cancelled', e.number)
        FROM event_instance e WHERE e.booking_id = ${bookingId}
          AND (${managerId}::uuid IS NULL OR e.manager_id = ${managerId}::uuid)), '[]') AS events,
      (SELECT o.number FROM booking o WHERE o.id = ${booking.copiedFrom}::uuid) AS copied_number,
      (SELECT p.name FROM person p WHERE p.id::text = ${booking.override?.by ?? ""}) AS override_by,
      (SELECT p.name FROM person p WHERE p.id::text = ${booking.submittedBy ?? booking.createdBy}) AS requested_by,
      (SELECT p.name FROM person p WHERE p.id::text = ${booking.decidedBy ?? ""}) AS decided_by
    FROM client c WHERE c.id = ${booking.clientId}`);
  if (!row) throw notFound("booking");
  return toDetail(booking, row, reader);
}

/** The booking itself, if the reader may know of it. */
export async function visibleBooking(db: Database, reader: PersonActor, bookingId: string): Promise<Booking> {
  const [seen] = await db.query<{ id: string }>(sql`
    SELECT b.id FROM booking b WHERE b.id = ${bookingId} AND ${visibleTo(reader)}`);
  const booking = seen ? await readBooking(db, bookingId) : null;
  if (!booking) throw notFound("booking");
  return booking;
}

function toDetail(booking: Booking, row: ContextRow, reader: PersonActor): BookingDetail {
  // The live one of a date comes last, so it is the one that stays in the map.
  const events = new Map(row.events.map((event) => [isoOf(event.booked_ms), event]));
  const agency = reader.role === "admin";
  const insider = agency || reader.role === "client";
  return {
    bookingId: booking.id,
    number: bookingNumber(booking),
    version: booking.version,
    status: booking.status,
    needsReapproval: booking.needsReapproval,
    title: booking.title,
    client: { id: booking.clientId, name: row.client_name },
    venues: row.venues,
    timeZone: booking.timeZone,
    dates: booking.dates.map((date) => {
      const event = events.get(date.startsAt);
      return {
        dateId: date.id,
        date: toOffsetDateTime(date.startsAt, booking.timeZone),
        localStart: date.localStart,
        startsAt: date.startsAt,
        endsAt: date.endsAt,
        status: date.status,
        clockNote: date.clockNote,
        reason: insider ? date.reason : null,
        proposedLocalStart: date.proposedLocalStart,
        // One that was cancelled says something only where the date itself still stands.
        event:
          event && (event.status !== "cancelled" || date.status === "approved")
            ? toEvent(event, insider)
            : null,
      };
    }),
    recurrence: booking.recurrence,
    plan: booking.plan,
    kitNames: row.kit_names,
    contact: insider ? booking.contact : null,
    notes: insider ? booking.notes : "",
    ...(insider ? exchanged(booking) : { changeRequest: null, rejection: null, cancellation: null }),
    override:
      agency && booking.override
        ? { reason: booking.override.reason, by: row.override_by ?? "an admin", at: booking.override.at }
        : null,
    copiedFrom:
      booking.copiedFrom !== null && row.copied_number !== null
        ? { bookingId: booking.copiedFrom, number: `BK-${row.copied_number}` }
        : null,
    submittedAt: booking.submittedAt,
    requestedBy: agency ? row.requested_by : null,
    decided:
      agency && booking.decidedAt !== null
        ? { by: row.decided_by ?? "a former team member", at: booking.decidedAt }
        : null,
    decideRefusal: agency ? decideRefusal(reader, booking) : null,
    waitingFor: booking.waitingFor,
    waitingSince: booking.waitingSince,
    can: bookingAbilities(reader, {
      ...booking,
      allowResubmission: booking.rejection?.allowResubmission ?? null,
    }),
  };
}

/** What agency and client wrote to each other about a decision; for these two alone (security.md 4.2). */
function exchanged({
  changeRequest,
  rejection,
  cancellation,
}: Booking): Pick<BookingDetail, "changeRequest" | "rejection" | "cancellation"> {
  return {
    changeRequest: changeRequest && {
      requestedAt: changeRequest.requestedAt,
      holdUntil: changeRequest.holdUntil,
      changes: changeRequest.changes,
    },
    rejection: rejection && {
      reason: rejection.reason,
      allowResubmission: rejection.allowResubmission,
    },
    cancellation: cancellation && {
      reason: cancellation.reason,
      cancelledAt: cancellation.cancelledAt,
    },
  };
}

function decideRefusal(reader: PersonActor, booking: Booking): string | null {
  const answer = bookingPolicy(reader, { type: "approve" }, booking);
  return typeof answer === "object" ? answer.deny : null;
}

function toEvent(event: EventRow, mayReport: boolean): BookingEventView {
  const { started_ms, ended_ms, metrics } = event;
  const isOver = event.status === "completed" && started_ms !== null && ended_ms !== null;
  return {
    eventId: event.id,
    number: event.number,
    status: event.status,
    startsAt: isoOf(event.starts_ms),
    endsAt: isoOf(event.ends_ms),
    result: isOver
      ? { startedAt: isoOf(started_ms), endedAt: isoOf(ended_ms), metrics: metrics ?? {} }
      : null,
    can: { reportIssue: mayReport && event.status !== "cancelled" },
  };
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}
