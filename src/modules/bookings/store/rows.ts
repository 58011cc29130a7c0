import type {
  Booking,
  BookingDate,
  Cancellation,
  ChangeRequest,
  RecordedOverride,
  Rejection,
  WaitingFor,
} from "@/modules/bookings/booking";
import type { ClockNote } from "@/modules/bookings/content";
import type { BookingDateStatus, BookingStatus, Contact, Plan, Recurrence } from "@/modules/bookings/inputs";

/**
 * A booking as `LOAD_BOOKING` reads it: one row, its dates and venues as JSON. The columns are written by
 * `save` only and their ranges are held by check constraints, so their types are known.
 */
export interface BookingRow {
  readonly id: string;
  readonly number: number;
  readonly client_id: string;
  readonly title: string;
  readonly status: BookingStatus;
  readonly version: number;
  readonly needs_reapproval: boolean;
  readonly time_zone: string;
  readonly plan: Plan;
  readonly recurrence: Recurrence | null;
  readonly rrule: string | null;
  readonly notes: string;
  readonly contact: Contact | null;
  readonly change_request: ChangeRequest | null;
  readonly rejection: Rejection | null;
  readonly cancellation: Cancellation | null;
  readonly override: RecordedOverride | null;
  readonly copied_from: string | null;
  readonly import_key: string | null;
  readonly created_by: string;
  readonly created_at: Date;
  readonly submitted_by: string | null;
  readonly changed_by: readonly string[];
  readonly submitted_at: Date | null;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly waiting_for: WaitingFor;
  readonly waiting_since: Date;
  readonly dates: readonly BookingDateRow[];
  readonly location_ids: readonly string[];
}

/** A date inside the JSON aggregate: instants are epoch milliseconds. */
export interface BookingDateRow {
  readonly id: string;
  readonly local_start: string;
  readonly starts_ms: number;
  readonly ends_ms: number;
  readonly status: BookingDateStatus;
  readonly clock_note: ClockNote | null;
  readonly reason: string | null;
  readonly proposed_local_start: string | null;
}

export function toBookingDate(row: BookingDateRow): BookingDate {
  return {
    id: row.id,
    localStart: row.local_start,
    startsAt: new Date(row.starts_ms).toISOString(),
    endsAt: new Date(row.ends_ms).toISOString(),
    status: row.status,
    clockNote: row.clock_note,
    reason: row.reason,
    proposedLocalStart: row.proposed_local_start,
  };
}

export function toBooking(row: BookingRow): Booking {
  return {
    exists: true,
    id: row.id,
    number: row.number,
    clientId: row.client_id,
    title: row.title,
    status: row.status,
    version: row.version,
    needsReapproval: row.needs_reapproval,
    locationIds: row.location_ids,
    timeZone: row.time_zone,
    dates: row.dates.map(toBookingDate),
    recurrence: row.recurrence,
    rrule: row.rrule,
    plan: row.plan,
    contact: row.contact,
    notes: row.notes,
    changeRequest: row.change_request,
    rejection: row.rejection,
    cancellation: row.cancellation,
    override: row.override,
    copiedFrom: row.copied_from,
    importKey: row.import_key,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    submittedBy: row.submitted_by,
    changedBy: row.changed_by,
    submittedAt: row.submitted_at?.toISOString() ?? null,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at?.toISOString() ?? null,
    waitingFor: row.waiting_for,
    waitingSince: row.waiting_since.toISOString(),
  };
}
