import { type BookingContent, materiality } from "./content";

/** Facts from elsewhere that the rules of bookings need, as the store found them in the command's transaction. */

export interface Venue {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly archived: boolean;
}

/** What a booking names and the directory has archived. */
export interface GoneRecord {
  readonly kind: "client" | "venue" | "kit";
  readonly id: string;
  readonly name: string;
}

/** Another booking that wants the same venue in an overlapping window. */
export interface VenueClash {
  /** Start of this booking's date, or of one that is offered; ISO 8601 UTC. */
  readonly startsAt: string;
  readonly venueName: string;
  readonly bookingId: string;
  readonly bookingNumber: number;
  readonly bookingTitle: string;
  readonly clientId: string;
  readonly otherStartsAt: string;
  readonly otherEndsAt: string;
  /** `approved`: an event stands there; `held`: a change request holds it softly; `asked`: undecided like this one. */
  readonly strength: "approved" | "held" | "asked";
}

/** An event generated from this booking that has not been cancelled. */
export interface StandingEvent {
  readonly id: string;
  readonly number: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly status: "scheduled" | "assigned" | "preparing" | "ready" | "in_progress" | "completed";
  readonly managerId: string | null;
}

/** Its time has passed, whether or not anybody recorded that it took place. `now` is ISO 8601 UTC, like all instants. */
export function isOver({ endsAt }: { readonly endsAt: string }, now: string): boolean {
  return endsAt <= now;
}

/** Running or over: no edit, decision or cancellation undoes it by the way. */
export function hasBegun(event: StandingEvent, now: string): boolean {
  return event.status === "in_progress" || event.status === "completed" || isOver(event, now);
}

/** The content that the command asks for, resolved in the venue's zone, with what could not be resolved. */
export interface ResolvedContent {
  readonly content: BookingContent;
  readonly truncated: boolean;
}

export interface BookingOutside {
  /** For commands that bring content; null when none of its venues exists. */
  readonly resolved: ResolvedContent | null;
  readonly venues: readonly Venue[];
  /** For commands that bring content: kit templates of its plan that do not exist or are archived. */
  readonly unknownKitTemplateIds: readonly string[];
  readonly client: { readonly id: string; readonly archived: boolean } | null;
  /** For submission and approval: what the booking names and the directory does not have any more. */
  readonly gone: readonly GoneRecord[];
  readonly clashes: readonly VenueClash[];
  readonly standingEvents: readonly StandingEvent[];
  /** The booking that `duplicate` copies. */
  readonly original: { readonly id: string; readonly content: BookingContent } | null;
  /** The booking that an earlier run of the import made from the same row group. */
  readonly importedBefore: string | null;
  /** For an edit of a booking that waits for approval again: the content that was decided about last. */
  readonly decided: BookingContent | null;
  /** The reviewed content, when the command names a version other than the present one. */
  readonly reviewed: BookingContent | null;
}

/** True when an edit takes back whatever asked for another approval: nothing is wanted beyond what was decided. */
export function isAsDecided(content: BookingContent, { decided }: BookingOutside): boolean {
  return decided !== null && materiality(decided, content) === "nothing";
}
