import { conflict, invalid, notFound, type Refusal, ruleViolated } from "@/commands/errors";
import { limitProblems, PAYLOAD_BYTES_MAX } from "@/domain-events/catalog/envelope";
import type { Fact } from "@/domain-events/catalog/fact";
import { type Booking, type BookingState, bookingNumber, contentOf } from "@/modules/bookings/booking";
import { type BookingContent, differences } from "@/modules/bookings/content";
import type { BookingStatus } from "@/modules/bookings/inputs";
import { canMove, type Move } from "@/modules/bookings/moves";
import type { BookingOutside } from "@/modules/bookings/outside";

/** The booking itself, once it is known to exist. */
export function existing(state: BookingState): Booking {
  if (!state.exists) throw notFound("booking");
  return state;
}

/** Throws the conflict of a stale command, with the difference between what was reviewed and what is (rule 10). */
export function sameVersion(booking: Booking, version: number, outside: BookingOutside): void {
  if (booking.version === version) return;
  const now = contentOf(booking);
  throw conflict(
    `${bookingNumber(booking)} was changed since you opened it. Look at what changed, then decide again.`,
    {
      reviewedVersion: version,
      presentVersion: booking.version,
      status: booking.status,
      differences: outside.reviewed ? differences(outside.reviewed, now) : [],
    },
  );
}

const STATE_WORDS: Readonly<Record<BookingStatus, string>> = {
  draft: "still a draft",
  submitted: "waiting for the agency's decision",
  changes_requested: "waiting for the client's answer to a change request",
  partially_approved: "already partly approved",
  approved: "already approved",
  rejected: "already rejected",
  cancelled: "cancelled",
};

/** Throws when the booking's state does not allow the move, saying which state it is in and since when. */
export function inState(booking: Booking, move: Move): void {
  const allowResubmission = booking.rejection?.allowResubmission ?? null;
  if (canMove(move, { status: booking.status, allowResubmission })) return;
  throw wrongState(booking, move);
}

function wrongState(booking: Booking, move: Move): Refusal {
  const number = bookingNumber(booking);
  if (booking.status === "rejected" && (move === "submit" || move === "update")) {
    return ruleViolated("rejection_is_final", `${number} was rejected for good. Copy it to a new booking.`);
  }
  const decided = booking.decidedAt !== null && booking.status !== "changes_requested";
  return ruleViolated(
    decided ? "already_decided" : "wrong_state",
    `${number} is ${STATE_WORDS[booking.status]}. Reload it to see what can be done now.`,
    { status: booking.status, decidedAt: booking.decidedAt },
  );
}

/**
 * The content a command brings, after the checks that need facts from elsewhere. `locationIds` are the venues it
 * adds: one that a booking already has may have left the directory since. Throws `INVALID` with fields.
 */
export function checkedContent(outside: BookingOutside, locationIds: readonly string[]): BookingContent {
  const known = new Set(outside.venues.filter((venue) => !venue.archived).map((venue) => venue.id));
  if (outside.resolved === null || locationIds.some((id) => !known.has(id))) {
    throw invalid("One of the venues is not in the directory any more. Choose another.", {
      locationIds: "Choose a venue from the list.",
    });
  }
  if (outside.unknownKitTemplateIds.length > 0) {
    throw invalid("One of the kits is not in the directory any more. Choose another.", {
      plan: "Choose kits from the list.",
    });
  }
  if (outside.resolved.truncated) {
    throw invalid("These dates are more than 366. End the series earlier, or make two bookings.", {
      schedule: "One booking can have 366 dates at most.",
    });
  }
  return outside.resolved.content;
}

/** The same fact, when the log can hold it: many long reasons can be too much for one. Throws `INVALID` otherwise. */
export function fitting<F extends Fact>(fact: F): F {
  if (limitProblems(fact.payload, PAYLOAD_BYTES_MAX).length === 0) return fact;
  throw invalid("The reasons are too long together. Shorten them, or decide in two steps.");
}
