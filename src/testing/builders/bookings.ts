import { type Booking, type BookingDate, contentOf, waitingFor } from "@/modules/bookings/booking";
import type { BookingContent, RequestedDate } from "@/modules/bookings/content";
import { type BookingStatus, type Plan, planSchema } from "@/modules/bookings/inputs";
import type { BookingOutside, StandingEvent, Venue, VenueClash } from "@/modules/bookings/outside";
import { addMinutes, resolveLocalTime } from "@/values/venue-time";
import { admin, clientId, clientPerson, otherClientId, testId } from "./actors";

/** The moment at which the tests of the rules take place. */
export const now = "2026-11-23T12:00:00.000Z";

export const bookingId = testId(3, 1);
export const venues = {
  park: { id: testId(4, 1), name: "Bryant Park", timeZone: "America/New_York", archived: false },
  square: { id: testId(4, 2), name: "Union Square", timeZone: "America/New_York", archived: false },
  berlin: { id: testId(4, 3), name: "Alexanderplatz", timeZone: "Europe/Berlin", archived: false },
  closed: { id: testId(4, 4), name: "Closed Hall", timeZone: "America/New_York", archived: true },
} as const satisfies Readonly<Record<string, Venue>>;

export const kitTemplateId = testId(5, 1);

/** A plan of one activity: two ambassadors, one kit, two hours. */
export function planOf(change: Partial<Plan["activities"][number]> = {}): Plan {
  const activity = {
    type: "Sampling",
    description: "Tea for passers-by",
    durationMinutes: 120,
    roles: [{ role: "Brand ambassador", headcount: 2 }],
    kits: [{ kitTemplateId, quantity: 1 }],
    ...change,
  };
  return planSchema.parse({ activities: [activity] });
}

export function requestedDate(
  localStart: string,
  timeZone = "America/New_York",
  minutes = 120,
): RequestedDate {
  const { instant, note } = resolveLocalTime(localStart, timeZone);
  return { localStart, startsAt: instant, endsAt: addMinutes(instant, minutes), clockNote: note };
}

export function contentWith(change: Partial<BookingContent> = {}): BookingContent {
  return {
    title: "Autumn sampling tour",
    locationIds: [venues.park.id],
    timeZone: "America/New_York",
    dates: [requestedDate("2026-12-05T10:00"), requestedDate("2026-12-12T10:00")],
    recurrence: null,
    rrule: null,
    plan: planOf(),
    contact: { name: "Ada", phone: "", email: "" },
    notes: "",
    ...change,
  };
}

function decidedDates(status: BookingStatus, dates: readonly RequestedDate[]): BookingDate[] {
  return dates.map((date, index) => ({
    ...date,
    id: testId(6, index + 1),
    status:
      status === "approved" || (status === "partially_approved" && index === 0) ? "approved" : "undecided",
    reason: null,
    proposedLocalStart: null,
  }));
}

/** A booking as the commands would have brought it into this state. */
export function bookingIn(status: BookingStatus, change: Partial<Booking> = {}): Booking {
  const content = contentWith();
  const dates = decidedDates(status, content.dates);
  const submitted = status !== "draft";
  const decided = status === "approved" || status === "partially_approved" || status === "rejected";
  const booking: Booking = {
    ...content,
    exists: true,
    id: bookingId,
    number: 1001,
    clientId,
    status,
    version: 3,
    needsReapproval: false,
    dates,
    changeRequest: null,
    rejection: null,
    cancellation: null,
    override: null,
    copiedFrom: null,
    importKey: null,
    createdBy: clientPerson.id,
    createdAt: "2026-11-01T12:00:00.000Z",
    submittedBy: submitted ? clientPerson.id : null,
    changedBy: [],
    submittedAt: submitted ? "2026-11-02T12:00:00.000Z" : null,
    decidedBy: decided ? admin.id : null,
    decidedAt: decided ? "2026-11-03T12:00:00.000Z" : null,
    waitingFor: waitingFor(status, dates),
    waitingSince: "2026-11-02T12:00:00.000Z",
    ...(status === "changes_requested" && { changeRequest: askedChange }),
    ...(status === "rejected" && { rejection: rejectionOf(true) }),
    ...change,
  };
  return booking;
}

const askedChange = {
  requestedBy: admin.id,
  requestedAt: "2026-11-03T12:00:00.000Z",
  holdUntil: "2026-11-30T05:00:00.000Z",
  heldDates: [],
  changes: [{ field: "title", reason: "Name the brand." }],
};

export function rejectionOf(allowResubmission: boolean) {
  return {
    rejectedBy: admin.id,
    rejectedAt: "2026-11-03T12:00:00.000Z",
    reason: "The park is closed.",
    allowResubmission,
  };
}

export function outsideWith(change: Partial<BookingOutside> = {}): BookingOutside {
  return {
    resolved: null,
    venues: [venues.park],
    unknownKitTemplateIds: [],
    client: { id: clientId, archived: false },
    gone: [],
    clashes: [],
    standingEvents: [],
    original: null,
    importedBefore: null,
    decided: null,
    reviewed: null,
    ...change,
  };
}

/** What the store finds when an edit asks for this content instead of the booking's own. */
export function outsideOfEdit(booking: Booking, change: Partial<BookingContent>): BookingOutside {
  const content = { ...contentOf(booking), ...change };
  return outsideWith({
    resolved: { content, truncated: false },
    venues: [venues.park, venues.square, venues.berlin],
  });
}

export function clashOf(startsAt: string, change: Partial<VenueClash> = {}): VenueClash {
  return {
    startsAt,
    venueName: venues.park.name,
    bookingId: testId(3, 2),
    bookingNumber: 1002,
    bookingTitle: "Winter market",
    clientId: otherClientId,
    otherStartsAt: addMinutes(startsAt, 30),
    otherEndsAt: addMinutes(startsAt, 150),
    strength: "approved",
    ...change,
  };
}

export function eventOn(startsAt: string, status: StandingEvent["status"] = "scheduled"): StandingEvent {
  const endsAt = addMinutes(startsAt, 120);
  return {
    id: testId(7, Date.parse(startsAt) % 1_000_003),
    number: 101,
    startsAt,
    endsAt,
    status,
    managerId: null,
  };
}
