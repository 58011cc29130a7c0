import type { DecisionContext } from "@/commands/decider";
import type { PayloadOf } from "@/domain-events/catalog/catalog";
import type { Fact } from "@/domain-events/catalog/fact";
import { addMinutes, endOfLocalDate, localDateTime, toIsoInstant } from "@/values/venue-time";
import {
  type Booking,
  type BookingDate,
  type BookingState,
  contentOf,
  isOpen,
  type RecordedOverride,
  waitingFor,
} from "./booking";
import type { BookingCommand } from "./commands";
import { type BookingContent, dateKey, materiality } from "./content";
import type { BookingStatus } from "./inputs";
import { type BookingOutside, hasBegun, isAsDecided, isOver } from "./outside";

interface Origin {
  readonly command: BookingCommand;
  readonly outside: BookingOutside;
  readonly context: DecisionContext;
}

/** The next state of a booking after one of its own facts, a version higher; others leave it as it is. */
export function evolve(state: BookingState, fact: Fact, origin: Origin): BookingState {
  if (fact.type === "BOOKING_CREATED") return created(fact.payload, origin);
  if (!state.exists) return state;
  const next = changed(state, fact, origin);
  if (next === state) return state;
  return { ...next, version: state.version + 1, ...waiting(state, next, origin.context.now) };
}

function changed(booking: Booking, fact: Fact, origin: Origin): Booking {
  switch (fact.type) {
    case "BOOKING_SUBMITTED":
      return submitted(booking, fact.payload.submittedBy, fact.payload.submittedAt);
    case "BOOKING_UPDATED":
      return updated(booking, fact.payload, origin);
    case "BOOKING_APPROVED":
      return approved(booking, fact, origin.context);
    case "BOOKING_DATES_DECLINED":
      return declined(booking, fact.payload);
    case "BOOKING_REJECTED": {
      const { rejectedBy, rejectedAt, reason, allowResubmission } = fact.payload;
      const rejection = { rejectedBy, rejectedAt, reason, allowResubmission };
      const refused = decided(booking, rejectedBy, rejectedAt);
      return { ...refused, status: "rejected", needsReapproval: false, rejection };
    }
    case "BOOKING_CHANGES_REQUESTED": {
      const { requestedBy, requestedAt, changes } = fact.payload;
      const holdUntil = holdEnd(booking, origin);
      const heldDates = booking.dates.filter(({ status }) => status !== "declined").map(dateKey);
      const changeRequest = { requestedBy, requestedAt, holdUntil, heldDates, changes };
      return { ...booking, status: "changes_requested", changeRequest };
    }
    case "BOOKING_CANCELLED": {
      const { cancelledBy, cancelledAt, reason } = fact.payload;
      return { ...booking, status: "cancelled", cancellation: { cancelledBy, cancelledAt, reason } };
    }
    default:
      return booking;
  }
}

function created(
  payload: { bookingId: string; clientId: string; createdBy: string },
  { command, outside, context }: Origin,
): Booking {
  const content = outside.original?.content ?? outside.resolved?.content;
  if (!content) throw new Error("a booking was created without content");
  return {
    exists: true,
    id: payload.bookingId,
    number: null,
    clientId: payload.clientId,
    status: "draft",
    version: 1,
    needsReapproval: false,
    ...content,
    dates: content.dates.map((date) => undecided(date, context)),
    changeRequest: null,
    rejection: null,
    cancellation: null,
    override: null,
    copiedFrom: outside.original?.id ?? null,
    importKey: command.type === "import" ? command.importKey : null,
    createdBy: payload.createdBy,
    createdAt: context.now,
    submittedBy: null,
    changedBy: [],
    submittedAt: null,
    decidedBy: null,
    decidedAt: null,
    waitingFor: "client",
    waitingSince: context.now,
  };
}

function undecided(date: BookingContent["dates"][number], context: DecisionContext): BookingDate {
  return { ...date, id: context.newId(), status: "undecided", reason: null, proposedLocalStart: null };
}

function submitted(booking: Booking, submittedBy: string, submittedAt: string): Booking {
  const again = booking.status === "rejected";
  return {
    ...booking,
    status: "submitted",
    submittedBy,
    submittedAt,
    changeRequest: null,
    rejection: null,
    dates: again ? booking.dates.map(reopened) : booking.dates,
  };
}

function reopened(date: BookingDate): BookingDate {
  return { ...date, status: "undecided", reason: null, proposedLocalStart: null };
}

/**
 * Kept dates keep their verdict, unless venue or plan grew: then those that have not begun are decided again
 * (rules 11 and 14). An answer to a change request stays with the client until it is submitted.
 */
function updated(
  booking: Booking,
  { updatedBy, needsReapproval }: PayloadOf<"BOOKING_UPDATED">,
  { outside, context }: Origin,
): Booking {
  const content = outside.resolved?.content;
  if (!content) throw new Error("a booking was updated without content");
  const asks = materiality(contentOf(booking), content);
  const reopen = needsReapproval && asks === "everything";
  const begun = new Set(
    outside.standingEvents.filter((event) => hasBegun(event, context.now)).map((event) => event.startsAt),
  );
  const known = new Map(booking.dates.map((date) => [dateKey(date), date]));
  const dates = content.dates.map((date) => {
    const old = known.get(dateKey(date));
    if (!old) return undecided(date, context);
    const kept = { ...old, localStart: date.localStart, clockNote: date.clockNote };
    return reopen && old.status === "approved" && !begun.has(old.startsAt) && !isOver(old, context.now)
      ? reopened(kept)
      : kept;
  });
  const changedBy = asks === "nothing" ? booking.changedBy : withPerson(booking.changedBy, updatedBy);
  const next = { ...booking, ...content, dates, changedBy };
  if (isNothingLeft(next, outside)) return takenBack(next, outside);
  if (!needsReapproval) return shrunk(next);
  const wasApproved = booking.status === "approved" || booking.status === "partially_approved";
  return { ...next, status: wasApproved ? "submitted" : booking.status, needsReapproval: true };
}

function withPerson(people: readonly string[], id: string): readonly string[] {
  return people.includes(id) ? people : [...people, id].sort();
}

/** True when another approval was asked for, and the edit took back what asked, or the last date it was asked for. */
function isNothingLeft(booking: Booking, outside: BookingOutside): boolean {
  if (booking.status !== "submitted" || !booking.needsReapproval) return false;
  return isAsDecided(contentOf(booking), outside) || !booking.dates.some(isOpen);
}

/** Whatever asked for another approval is gone: a date whose event still stands is approved as it was (rule 11). */
function takenBack(booking: Booking, { standingEvents }: BookingOutside): Booking {
  const stood = new Set(standingEvents.map(dateKey));
  const dates = booking.dates.map((date) =>
    date.status === "undecided" && stood.has(dateKey(date)) ? { ...date, status: "approved" as const } : date,
  );
  return settledByEdit({ ...booking, dates, needsReapproval: false });
}

function shrunk(booking: Booking): Booking {
  return booking.status === "partially_approved" ? settledByEdit(booking) : booking;
}

/**
 * Taking dates out can settle a booking that was decided in part: without its last open date it is approved,
 * without its last approved date it waits for a decision as a whole.
 */
function settledByEdit(booking: Booking): Booking {
  const stands = booking.dates.some((date) => date.status === "approved");
  return stands ? settled(booking) : { ...booking, status: "submitted" };
}

function decidedStatus(dates: readonly BookingDate[]): BookingStatus {
  return dates.some(isOpen) ? "partially_approved" : "approved";
}

function decided(booking: Booking, decidedBy: string, decidedAt: string): Booking {
  return { ...booking, decidedBy, decidedAt };
}

/** The verdicts as they stand now; with the last of them nobody's change is left to decide about. */
function settled(booking: Booking): Booking {
  const status = decidedStatus(booking.dates);
  const changedBy = status === "approved" ? [] : booking.changedBy;
  return { ...booking, status, changedBy, needsReapproval: false };
}

function approved(
  booking: Booking,
  fact: Extract<Fact, { type: "BOOKING_APPROVED" }>,
  context: DecisionContext,
): Booking {
  const { approvedBy, approvedAt, eventDates } = fact.payload;
  const starts = new Set(eventDates.map((date) => toIsoInstant(date)));
  const dates = booking.dates.map((date) =>
    starts.has(date.startsAt)
      ? { ...date, status: "approved" as const, reason: null, proposedLocalStart: null }
      : date,
  );
  const override: RecordedOverride | null = fact.metadata?.override
    ? { ...fact.metadata.override, at: context.now }
    : booking.override;
  return settled({ ...decided(booking, approvedBy, approvedAt), dates, override });
}

function declined(booking: Booking, payload: PayloadOf<"BOOKING_DATES_DECLINED">): Booking {
  const verdicts = new Map(payload.dates.map((item) => [toIsoInstant(item.date), item]));
  const dates = booking.dates.map((date): BookingDate => {
    const verdict = verdicts.get(date.startsAt);
    if (!verdict) return date;
    const proposed = verdict.proposedDate;
    return {
      ...date,
      status: proposed === undefined ? "declined" : "proposed",
      reason: verdict.reason,
      proposedLocalStart: proposed === undefined ? null : localDateTime(proposed, booking.timeZone),
    };
  });
  return settled({ ...decided(booking, payload.declinedBy, payload.declinedAt), dates });
}

const HOLD_DAYS = 7;

/** The end of the answer-by date at the venue; seven days from now when none was named. */
function holdEnd(booking: Booking, { command, context }: Origin): string {
  const named = command.type === "requestChanges" ? command.answerBy : undefined;
  if (named !== undefined) return endOfLocalDate(named, booking.timeZone);
  return addMinutes(context.now, HOLD_DAYS * 24 * 60);
}

function waiting(before: Booking, after: Booking, now: string) {
  const next = waitingFor(after.status, after.dates);
  const since = next === before.waitingFor && after.status === before.status ? before.waitingSince : now;
  return { waitingFor: next, waitingSince: since };
}
