import type { BookingContent, RequestedDate } from "./content";
import type { BookingDateStatus, BookingStatus } from "./inputs";

/** What a booking is. Instants are ISO 8601 UTC; `…By` is a person's id or `system`. */

export interface BookingDate extends RequestedDate {
  readonly id: string;
  readonly status: BookingDateStatus;
  /** Why it was declined. */
  readonly reason: string | null;
  /** Another start that the agency offers, on the venue's clock. */
  readonly proposedLocalStart: string | null;
}

export interface ChangeRequest {
  readonly requestedBy: string;
  readonly requestedAt: string;
  /** Instant until which the requested dates stay softly held (domain.md rule 12). */
  readonly holdUntil: string;
  /** The dates that it holds, those asked for when it was made, as `dateKey` writes them. */
  readonly heldDates: readonly string[];
  readonly changes: readonly {
    readonly field: string;
    readonly reason: string;
    readonly suggestedValue?: string | undefined;
  }[];
}

export interface Rejection {
  readonly rejectedBy: string;
  readonly rejectedAt: string;
  readonly reason: string;
  readonly allowResubmission: boolean;
}

export interface Cancellation {
  readonly cancelledBy: string;
  readonly cancelledAt: string;
  readonly reason: string;
}

export interface RecordedOverride {
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  /** The warnings that were pushed through, by date. */
  readonly snapshot: unknown;
}

export interface Booking extends Omit<BookingContent, "dates"> {
  readonly exists: true;
  readonly id: string;
  readonly number: number | null;
  readonly clientId: string;
  readonly status: BookingStatus;
  readonly version: number;
  readonly needsReapproval: boolean;
  readonly dates: readonly BookingDate[];
  readonly changeRequest: ChangeRequest | null;
  readonly rejection: Rejection | null;
  readonly cancellation: Cancellation | null;
  readonly override: RecordedOverride | null;
  readonly copiedFrom: string | null;
  readonly importKey: string | null;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly submittedBy: string | null;
  /** Who added to what it asks for, or moved it, since it was last approved whole (decision 0005); sorted. */
  readonly changedBy: readonly string[];
  readonly submittedAt: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly waitingFor: WaitingFor;
  readonly waitingSince: string;
}

export type WaitingFor = "client" | "agency" | "nobody";

/** Before its first fact a booking is only an id and, for the policy, the client it would belong to. */
export interface NoBooking {
  readonly exists: false;
  readonly clientId: string | null;
}

export type BookingState = NoBooking | Booking;

/** Not decided yet, by the agency or by the client who was offered another start. */
export function isOpen({ status }: Pick<BookingDate, "status">): boolean {
  return status === "undecided" || status === "proposed";
}

/** The dates that wait for the agency's word; a re-approval without a new date asks about those approved before. */
export function datesToDecide<Date extends Pick<BookingDate, "status">>(booking: {
  readonly status: BookingStatus;
  readonly dates: readonly Date[];
}): readonly Date[] {
  const undecided = booking.dates.filter((date) => date.status === "undecided");
  const again = booking.status === "submitted" && booking.dates.every((date) => !isOpen(date));
  return again ? booking.dates.filter((date) => date.status === "approved") : undecided;
}

/** Who has to act next. */
export function waitingFor(status: BookingStatus, dates: readonly Pick<BookingDate, "status">[]): WaitingFor {
  switch (status) {
    case "draft":
    case "changes_requested":
      return "client";
    case "submitted":
      return "agency";
    case "partially_approved":
      return dates.some((date) => date.status === "undecided") ? "agency" : "client";
    case "approved":
    case "rejected":
    case "cancelled":
      return "nobody";
    default:
      return neverStatus(status);
  }
}

function neverStatus(status: never): never {
  throw new Error(`unknown booking status ${String(status)}`);
}

/** The content of a booking as a decision reviews it, without what was decided. */
export function contentOf(booking: Booking): BookingContent {
  const { title, locationIds, timeZone, recurrence, rrule, plan, contact, notes } = booking;
  const dates = booking.dates.map(({ localStart, startsAt, endsAt, clockNote }) => ({
    localStart,
    startsAt,
    endsAt,
    clockNote,
  }));
  return { title, locationIds, timeZone, dates, recurrence, rrule, plan, contact, notes };
}

/** `BK-1042`, or `BK-new` before the database gave the number. */
export function bookingNumber(booking: Pick<Booking, "number">): string {
  return `BK-${booking.number ?? "new"}`;
}
