import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { conflict, invalid, ruleViolated } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import {
  type Booking,
  type BookingDate,
  type BookingState,
  bookingNumber,
  isOpen,
} from "@/modules/bookings/booking";
import type { CommandOf } from "@/modules/bookings/commands";
import { type BookingOutside, hasBegun } from "@/modules/bookings/outside";
import { type DateVerdict, dateVerdicts } from "@/modules/bookings/verdicts";
import { resolveLocalTime, toIsoInstant, toOffsetDateTime } from "@/values/venue-time";
import { refuseGone } from "./gone";
import { existing, fitting, inState, sameVersion } from "./guards";
import { offeredWindows, refuseHollowOffers } from "./proposals";

/** Approves some dates and declines others; the rest stays undecided (rules 8, 9 and 10). */
export function decideApprove(
  command: CommandOf<"approve">,
  state: BookingState,
  outside: BookingOutside,
  context: DecisionContext,
): readonly Fact[] {
  const booking = existing(state);
  inState(booking, "approve");
  sameVersion(booking, command.version, outside);
  const choice = chosenDates(command, booking);
  if (choice.approved.length === 0 && choice.declined.length === 0) return [];
  refuseEmptyApproval(booking, choice);
  if (choice.approved.length > 0) refuseGone(booking, outside);
  refuseHollowOffers(offeredWindows(command, booking), booking, outside, context.now);
  refuseBegunEvents(choice.declined, outside, context.now);
  const blocked = blockedDates(choice.approved, booking, outside, context.now);
  if (blocked.length > 0 && !command.override) throw collision(booking, blocked);
  const facts: Fact[] = [];
  if (choice.approved.length > 0) facts.push(approved(command, booking, choice.approved, blocked, context));
  if (choice.declined.length > 0) facts.push(fitting(declined(booking, choice.declined, context)));
  return facts;
}

interface DeclinedDate {
  readonly date: BookingDate;
  readonly reason: string;
  readonly proposedLocalStart: string | null;
}

interface Choice {
  readonly approved: readonly BookingDate[];
  readonly declined: readonly DeclinedDate[];
}

/**
 * The dates that the command names, each once and each of this booking. Approved ones need nothing more, unless
 * the booking waits for another approval and they are all there is to approve.
 */
function chosenDates(command: CommandOf<"approve">, booking: Booking): Choice {
  const byStart = new Map(booking.dates.map((date) => [date.startsAt, date]));
  const named = (text: string): BookingDate => {
    const date = byStart.get(toIsoInstant(text));
    if (!date) {
      throw conflict(`${text} is not a date of ${bookingNumber(booking)} any more. Reload and decide again.`);
    }
    return date;
  };
  const approved = command.eventDates.map(named);
  const declined = command.declinedDates.map((item) => ({
    date: named(item.date),
    reason: item.reason,
    proposedLocalStart: item.proposedDate ?? null,
  }));
  const ids = [...approved, ...declined.map((item) => item.date)].map((date) => date.id);
  if (new Set(ids).size !== ids.length) {
    throw invalid("A date is decided twice. Give each date one verdict.");
  }
  const standing = declined.find((item) => item.date.status === "approved");
  if (standing) {
    throw ruleViolated("date_already_approved", "An approved date cannot be declined. Cancel its event.");
  }
  const again = booking.status === "submitted" && booking.dates.every((date) => !isOpen(date));
  return { approved: approved.filter((date) => again || date.status !== "approved"), declined };
}

function refuseEmptyApproval(booking: Booking, choice: Choice): void {
  const stands = booking.dates.some((date) => date.status === "approved");
  if (choice.approved.length === 0 && !stands) {
    throw ruleViolated(
      "nothing_approved",
      "No date would be approved. Reject the booking, or ask the client for other dates.",
    );
  }
}

/** The event of a date that an edit reopened can have begun meanwhile; one that has not is taken down (workflow). */
function refuseBegunEvents(declined: readonly DeclinedDate[], outside: BookingOutside, now: string): void {
  const starts = new Set(declined.map((item) => item.date.startsAt));
  const begun = outside.standingEvents.filter((event) => starts.has(event.startsAt) && hasBegun(event, now));
  if (begun.length === 0) return;
  throw ruleViolated("event_began", "A date you decline has already begun. Leave it as it is.", {
    startsAt: begun.map((event) => event.startsAt),
  });
}

function blockedDates(
  dates: readonly BookingDate[],
  booking: Booking,
  outside: BookingOutside,
  now: string,
): DateVerdict[] {
  return dateVerdicts({ clientId: booking.clientId, dates }, outside.clashes, now).filter(
    (verdict) => verdict.verdict === "blocked",
  );
}

function collision(booking: Booking, blocked: readonly DateVerdict[]) {
  const [count, them] = blocked.length === 1 ? ["One date", "it"] : [`${blocked.length} dates`, "them"];
  return ruleViolated(
    "dates_blocked",
    `${count} of ${bookingNumber(booking)} cannot be approved as things stand. Decline ${them}, or approve anyway with a reason.`,
    { blocked },
  );
}

function approved(
  command: CommandOf<"approve">,
  booking: Booking,
  dates: readonly BookingDate[],
  blocked: readonly DateVerdict[],
  context: DecisionContext,
) {
  const by = actorId(context.actor);
  return fact(
    "BOOKING_APPROVED",
    {
      bookingId: booking.id,
      clientId: booking.clientId,
      title: booking.title,
      approvedBy: by,
      approvedAt: context.now,
      notes: command.notes || undefined,
      eventDates: dates.map((date) => toOffsetDateTime(date.startsAt, booking.timeZone)),
    },
    blocked.length > 0 && command.override
      ? { override: { reason: command.override.reason, by, snapshot: snapshotOf(blocked) } }
      : undefined,
  );
}

/** Bytes of JSON that the first warnings of a snapshot may take; the metadata has 4 KiB for everything. */
const SNAPSHOT_BYTES_MAX = 1200;

/**
 * The warnings in few words, as many dates as fit, and how many there were: metadata is small, and the other
 * booking can be opened by its number.
 */
export function snapshotOf(blocked: readonly DateVerdict[]) {
  let bytes = 0;
  const dates = blocked.map(warningsOf).filter((date) => {
    bytes += JSON.stringify(date).length + 1;
    return bytes <= SNAPSHOT_BYTES_MAX;
  });
  return { blocked: blocked.length, dates };
}

function warningsOf({ startsAt, warnings }: DateVerdict) {
  const words = warnings
    .slice(0, 2)
    .map((warning) =>
      "clash" in warning ? `${warning.kind} BK-${warning.clash.bookingNumber}` : warning.kind,
    );
  return { startsAt, warnings: words };
}

function declined(booking: Booking, dates: readonly DeclinedDate[], context: DecisionContext) {
  return fact("BOOKING_DATES_DECLINED", {
    bookingId: booking.id,
    clientId: booking.clientId,
    declinedBy: actorId(context.actor),
    declinedAt: context.now,
    dates: dates.map((item) => ({
      date: toOffsetDateTime(item.date.startsAt, booking.timeZone),
      reason: item.reason,
      proposedDate:
        item.proposedLocalStart === null
          ? undefined
          : resolveLocalTime(item.proposedLocalStart, booking.timeZone).offsetDateTime,
    })),
  });
}
