import type {
  BookedDate,
  BookingNow,
  ClockNote,
  EventInstance,
} from "@/modules/event-instances/event-instance";
import type { EventInstanceStatus } from "@/modules/event-instances/inputs";

/** Rows as `load` reads them; the ranges of their columns are held by check constraints, so their types are known. */

export interface BookingNowRow {
  readonly id: string;
  readonly client_id: string;
  readonly status: BookingNow["status"];
  readonly time_zone: string;
  readonly location_id: string | null;
  readonly dates: readonly BookedDateRow[];
}

/** A date inside the JSON aggregate: instants are epoch milliseconds. */
interface BookedDateRow {
  readonly local_start: string;
  readonly starts_ms: number;
  readonly ends_ms: number;
  readonly clock_note: ClockNote | null;
  readonly status: BookedDate["status"];
  readonly reason: string | null;
}

export interface EventInstanceRow {
  readonly id: string;
  readonly status: EventInstanceStatus;
  readonly hold_reason: string | null;
  readonly local_start: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly booked_start: Date;
  readonly booked_end: Date;
  readonly time_zone: string;
  readonly clock_note: ClockNote | null;
  readonly location_id: string;
  readonly manager_id: string | null;
  readonly cancelled_reason: string | null;
  readonly version: number;
}

/** Throws when the booking has no venue, which its own rules refuse. */
export function toBookingNow(row: BookingNowRow): BookingNow {
  if (row.location_id === null) throw new Error("a booking without a venue");
  return {
    id: row.id,
    clientId: row.client_id,
    status: row.status,
    timeZone: row.time_zone,
    locationId: row.location_id,
    dates: row.dates.map((date) => ({
      localStart: date.local_start,
      startsAt: new Date(date.starts_ms).toISOString(),
      endsAt: new Date(date.ends_ms).toISOString(),
      clockNote: date.clock_note,
      status: date.status,
      reason: date.reason,
    })),
  };
}

export function toEventInstance(row: EventInstanceRow): EventInstance {
  return {
    id: row.id,
    status: row.status,
    holdReason: row.hold_reason,
    localStart: row.local_start,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    bookedStart: row.booked_start.toISOString(),
    bookedEnd: row.booked_end.toISOString(),
    timeZone: row.time_zone,
    clockNote: row.clock_note,
    locationId: row.location_id,
    managerId: row.manager_id,
    cancelledReason: row.cancelled_reason,
    version: row.version,
  };
}
