import { describe, expect, test } from "vitest";
import { type Booking, contentOf } from "@/modules/bookings/booking";
import type { BookingCommand } from "@/modules/bookings/commands";
import type { BookingContent } from "@/modules/bookings/content";
import { decide } from "@/modules/bookings/decide";
import { evolve } from "@/modules/bookings/evolve";
import { type BookingStatus, updateInput } from "@/modules/bookings/inputs";
import type { BookingOutside } from "@/modules/bookings/outside";
import { bookingPolicy } from "@/modules/bookings/policy";
import { clientPerson, testId } from "@/testing/builders/actors";
import {
  bookingId,
  bookingIn,
  eventOn,
  kitTemplateId,
  now,
  outsideOfEdit,
  planOf,
  requestedDate,
  venues,
} from "@/testing/builders/bookings";
import { contextOf, verdictOf, when } from "@/testing/given-when-then";

const rules = { policy: bookingPolicy, decide, evolve, recordName: "booking" };
const firstInstant = "2026-12-05T15:00:00.000Z";
const [first, second] = bookingIn("approved").dates;
if (!first || !second) throw new Error("the builder makes two dates");

function edit(booking: Booking, change: Partial<BookingContent>, outside: Partial<BookingOutside> = {}) {
  const input = updateInput.parse({
    bookingId,
    version: booking.version,
    ...(change.locationIds && { locationIds: change.locationIds }),
  });
  const command: BookingCommand = { type: "update", ...input };
  return when(
    rules,
    {
      state: booking,
      outside: { ...outsideOfEdit(booking, change), ...outside },
      context: contextOf(clientPerson, now),
    },
    command,
  );
}

const moved = requestedDate("2026-12-06T10:00");
const longer = requestedDate("2026-12-05T10:00", "America/New_York", 180);
const twoVenues = [venues.park.id, venues.square.id];

/** Rule 11, on an approved booking: what changed, whether it must be approved again, what becomes of its dates. */
const edits: readonly (readonly [
  string,
  Partial<Booking>,
  Partial<BookingContent>,
  BookingStatus,
  string[],
])[] = [
  ["a note", {}, { notes: "Ring twice." }, "approved", ["approved", "approved"]],
  ["the contact", {}, { contact: null }, "approved", ["approved", "approved"]],
  ["the title", {}, { title: "Spring tour" }, "approved", ["approved", "approved"]],
  [
    "the words of an activity",
    {},
    { plan: planOf({ description: "Coffee" }) },
    "approved",
    ["approved", "approved"],
  ],
  [
    "fewer people",
    {},
    { plan: planOf({ roles: [{ role: "Brand ambassador", headcount: 1 }] }) },
    "approved",
    ["approved", "approved"],
  ],
  ["no people", {}, { plan: planOf({ roles: [] }) }, "approved", ["approved", "approved"]],
  ["no kit", {}, { plan: planOf({ kits: [] }) }, "approved", ["approved", "approved"]],
  ["a shorter activity", {}, { plan: planOf({ durationMinutes: 60 }) }, "approved", ["approved", "approved"]],
  [
    "more people",
    {},
    { plan: planOf({ roles: [{ role: "Brand ambassador", headcount: 3 }] }) },
    "submitted",
    ["undecided", "undecided"],
  ],
  [
    "another role",
    {},
    { plan: planOf({ roles: [{ role: "Host", headcount: 1 }] }) },
    "submitted",
    ["undecided", "undecided"],
  ],
  [
    "more kits",
    {},
    { plan: planOf({ kits: [{ kitTemplateId: kitTemplateId as never, quantity: 2 }] }) },
    "submitted",
    ["undecided", "undecided"],
  ],
  [
    "a longer activity",
    {},
    { plan: planOf({ durationMinutes: 121 }) },
    "submitted",
    ["undecided", "undecided"],
  ],
  [
    "another kind of activity",
    {},
    { plan: planOf({ type: "Concert" }) },
    "submitted",
    ["undecided", "undecided"],
  ],
  [
    "a second activity of the same kind",
    {},
    { plan: { activities: [...planOf().activities, ...planOf().activities] } },
    "submitted",
    ["undecided", "undecided"],
  ],
  ["another venue", {}, { locationIds: [venues.square.id] }, "submitted", ["undecided", "undecided"]],
  ["a further venue", {}, { locationIds: twoVenues }, "submitted", ["undecided", "undecided"]],
  [
    "another meeting place",
    { locationIds: twoVenues },
    { locationIds: [...twoVenues].reverse() },
    "submitted",
    ["undecided", "undecided"],
  ],
  [
    "one venue fewer",
    { locationIds: twoVenues },
    { locationIds: [venues.park.id] },
    "approved",
    ["approved", "approved"],
  ],
  [
    "the order of further venues",
    { locationIds: [...twoVenues, venues.berlin.id] },
    { locationIds: [venues.park.id, venues.berlin.id, venues.square.id] },
    "approved",
    ["approved", "approved"],
  ],
  ["a date fewer", {}, { dates: [first] }, "approved", ["approved"]],
  ["a date more", {}, { dates: [first, moved, second] }, "submitted", ["approved", "undecided", "approved"]],
  ["a date moved", {}, { dates: [moved, second] }, "submitted", ["undecided", "approved"]],
  ["a date made longer", {}, { dates: [longer, second] }, "submitted", ["undecided", "approved"]],
];

test.each(edits)("editing %s of an approved booking", (_, given, change, status, dates) => {
  const outcome = edit(bookingIn("approved", given), change);
  expect(outcome.refusal).toBeNull();
  const material = status === "submitted";
  expect(outcome.facts).toMatchObject([{ type: "BOOKING_UPDATED", payload: { needsReapproval: material } }]);
  expect(outcome.state).toMatchObject({
    status,
    needsReapproval: material,
    ...change,
    dates: change.dates ?? {},
  });
  expect(outcome.state.exists && outcome.state.dates.map((date) => date.status)).toEqual(dates);
});

test.each(["draft", "submitted", "changes_requested", "rejected"] as const)(
  "a material edit of a %s booking, never approved, asks for nothing more",
  (status) => {
    const outcome = edit(bookingIn(status), { locationIds: [venues.square.id], dates: [moved] });
    expect(outcome.facts).toMatchObject([
      { payload: { needsReapproval: false, changedFields: ["locationIds", "eventDates"] } },
    ]);
    expect(outcome.state).toMatchObject({ status, needsReapproval: false });
  },
);

test("a material edit of a partly approved booking sends it back as a whole", () => {
  const outcome = edit(bookingIn("partially_approved"), { dates: [first, second, moved] });
  expect(outcome.state).toMatchObject({ status: "submitted", needsReapproval: true, waitingFor: "agency" });
});

test("a second material edit while the first waits is material as well", () => {
  const outcome = edit(bookingIn("submitted", { needsReapproval: true }), {
    locationIds: [venues.square.id],
  });
  expect(outcome.facts).toMatchObject([{ payload: { needsReapproval: true } }]);
});

test("answering a change request materially leaves it with the client until it is submitted", () => {
  const outcome = edit(bookingIn("changes_requested", { needsReapproval: true }), { dates: [moved] });
  expect(outcome.facts).toMatchObject([{ payload: { needsReapproval: true } }]);
  expect(outcome.state).toMatchObject({ status: "changes_requested", waitingFor: "client" });
});

test("taking out the last open date of a partly approved booking approves it", () => {
  const outcome = edit(bookingIn("partially_approved"), { dates: [first] });
  expect(outcome.state).toMatchObject({ status: "approved", waitingFor: "nobody" });
});

test("taking out the last approved date leaves a request to be decided as a whole", () => {
  const outcome = edit(bookingIn("partially_approved"), { dates: [second] });
  expect(outcome.state).toMatchObject({ status: "submitted", waitingFor: "agency", needsReapproval: false });
});

test("kept dates keep their ids, their verdicts and their reasons", () => {
  const declined = { ...second, status: "declined" as const, reason: "Taken." };
  const outcome = edit(bookingIn("approved", { dates: [first, declined] }), {
    dates: [first, moved, second],
  });
  expect(outcome.state).toMatchObject({ dates: [first, { status: "undecided" }, declined] });
});

test("the same instant in another zone keeps the date, and its wall clock follows the venue", () => {
  const inBerlin = requestedDate("2026-12-05T16:00", "Europe/Berlin");
  expect(inBerlin.startsAt).toBe(first.startsAt);
  const change = { locationIds: [venues.berlin.id], timeZone: "Europe/Berlin", dates: [inBerlin] };
  const outcome = edit(bookingIn("draft"), change);
  expect(outcome.state).toMatchObject({ dates: [{ id: testId(6, 1), localStart: "2026-12-05T16:00" }] });
});

test("an edit that changes nothing gives no fact, whatever the order of keys in the stored plan", () => {
  const [activity] = planOf().activities;
  if (!activity) throw new Error("one activity");
  const { type, description, durationMinutes, roles, kits } = activity;
  const booking = bookingIn("approved", {
    plan: { activities: [{ kits, type, roles, description, durationMinutes }] },
    contact: { email: "", name: "Ada", phone: "" },
  });
  const outcome = edit(booking, { plan: planOf(), contact: { name: "Ada", phone: "", email: "" } });
  expect([outcome.facts, outcome.refusal]).toEqual([[], null]);
});

test.each(["in_progress", "completed"] as const)(
  "a date whose event is %s cannot be edited away",
  (status) => {
    const standing = { standingEvents: [eventOn(firstInstant, status)] };
    expect(verdictOf(edit(bookingIn("approved"), { dates: [second] }, standing))).toBe("event_began");
    expect(verdictOf(edit(bookingIn("approved"), { dates: [longer, second] }, standing))).toBe("event_began");
    expect(verdictOf(edit(bookingIn("approved"), { dates: [first] }, standing))).toBe("allowed");
  },
);

const past = { ...first, ...requestedDate("2026-11-20T10:00"), id: testId(6, 7) };
const series = bookingIn("approved", { dates: [past, second] });
const more = { plan: planOf({ roles: [{ role: "Host", headcount: 9 }] }) };

describe("an edit that is taken back", () => {
  const approved = bookingIn("approved");
  const decided = contentOf(approved);
  const standingEvents = approved.dates.map((date) => eventOn(date.startsAt));
  const outside = { decided, standingEvents };
  const went = (change: Partial<BookingContent>, from = approved): Booking => {
    const { state } = edit(from, change, { standingEvents });
    if (!state.exists) throw new Error("a booking vanished");
    return state;
  };

  test.each<readonly [string, Partial<BookingContent>]>([
    ["a date more", { dates: [first, moved, second] }],
    ["a larger plan", { plan: planOf({ durationMinutes: 240 }) }],
    ["another venue", { locationIds: [venues.square.id] }],
  ])("%s and back again leaves the booking approved as it was", (_, change) => {
    const waiting = went(change);
    expect(waiting).toMatchObject({ status: "submitted", needsReapproval: true });
    const outcome = edit(waiting, decided, outside);
    expect(outcome.facts).toMatchObject([{ payload: { needsReapproval: false } }]);
    expect(outcome.state).toMatchObject({
      status: "approved",
      needsReapproval: false,
      waitingFor: "nobody",
      changedBy: [],
      dates: [
        { id: first.id, status: "approved" },
        { id: second.id, status: "approved" },
      ],
    });
  });

  test("in part still asks", () => {
    const waiting = went({ dates: [first, moved, second], plan: planOf({ durationMinutes: 240 }) });
    const outcome = edit(waiting, { dates: [first, second] }, outside);
    expect(outcome.state).toMatchObject({ status: "submitted", needsReapproval: true });
  });

  test("leaves a date without an event to be decided", () => {
    const waiting = went({ plan: planOf({ durationMinutes: 240 }) });
    const outcome = edit(waiting, decided, { decided, standingEvents: [eventOn(first.startsAt)] });
    expect(outcome.state).toMatchObject({
      status: "partially_approved",
      dates: [{ status: "approved" }, { status: "undecided" }],
    });
  });

  test("or with its last open date gone leaves what is over as it was", () => {
    const before = bookingIn("approved", { dates: [past, second] });
    const waiting = went(more, before);
    expect(waiting).toMatchObject({
      status: "submitted",
      dates: [{ status: "approved" }, { status: "undecided" }],
    });
    const outcome = edit(waiting, { dates: [past] }, { decided: contentOf(before), standingEvents });
    expect(outcome.state).toMatchObject({ status: "approved", needsReapproval: false, waitingFor: "nobody" });
  });

  test("while the client answers a change request stays with the client", () => {
    const asked = { ...went({ dates: [first, moved, second] }), status: "changes_requested" as const };
    expect(edit(asked, decided, outside).state).toMatchObject({ status: "changes_requested" });
  });
});

test("what is over is not decided again: a larger plan asks about the dates ahead", () => {
  const outcome = edit(series, more);
  expect(outcome.state).toMatchObject({
    status: "submitted",
    dates: [{ status: "approved" }, { status: "undecided" }],
  });
});

test("a date whose event runs right now is not decided again either", () => {
  const running = { standingEvents: [eventOn(firstInstant, "in_progress")] };
  expect(edit(bookingIn("approved"), more, running).state).toMatchObject({
    dates: [{ status: "approved" }, { status: "undecided" }],
  });
});

test("a larger plan for dates that are all over asks for nothing", () => {
  const outcome = edit(bookingIn("approved", { dates: [past] }), more);
  expect(outcome.facts).toMatchObject([{ payload: { needsReapproval: false } }]);
  expect(outcome.state).toMatchObject({ status: "approved", dates: [{ status: "approved" }] });
});

test("a date added to what is over has to be decided", () => {
  const outcome = edit(bookingIn("approved", { dates: [past] }), { ...more, dates: [past, moved] });
  expect(outcome.facts).toMatchObject([{ payload: { needsReapproval: true } }]);
});

test("a date whose event nobody completed cannot be edited away once it is over", () => {
  const standing = { standingEvents: [eventOn(past.startsAt)] };
  expect(verdictOf(edit(series, { dates: [second] }, standing))).toBe("event_began");
  expect(verdictOf(edit(series, { dates: [past] }, standing))).toBe("allowed");
});

test("the date of an event that has not begun may be taken out", () => {
  const standing = { standingEvents: [eventOn(firstInstant, "ready")] };
  expect(verdictOf(edit(bookingIn("approved"), { dates: [second] }, standing))).toBe("allowed");
});

test.each(["submitted", "approved"] as const)("a %s booking keeps a date and an activity", (status) => {
  expect(verdictOf(edit(bookingIn(status), { dates: [] }))).toBe("no_dates");
  expect(verdictOf(edit(bookingIn(status), { plan: { activities: [] } }))).toBe("no_activities");
});

test("declined dates alone are not enough", () => {
  const declined = { ...second, status: "declined" as const, reason: "Taken." };
  const booking = bookingIn("approved", { dates: [first, declined] });
  expect(verdictOf(edit(booking, { dates: [second] }))).toBe("no_dates");
});

test("a draft may lose all its dates and activities", () => {
  expect(verdictOf(edit(bookingIn("draft"), { dates: [], plan: { activities: [] } }))).toBe("allowed");
});

test("a venue that left the directory may stay, but not come in", () => {
  const booking = bookingIn("approved", { locationIds: [venues.closed.id] });
  const gone = { venues: [venues.closed] };
  expect(verdictOf(edit(booking, { notes: "x" }, gone))).toBe("allowed");
  expect(verdictOf(edit(booking, { notes: "x", locationIds: [venues.closed.id] }, gone))).toBe("allowed");
  expect(verdictOf(edit(bookingIn("approved"), { locationIds: [venues.closed.id] }, gone))).toBe("INVALID");
});
