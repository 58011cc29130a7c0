import { expect, test } from "vitest";
import { limitProblems, METADATA_BYTES_MAX } from "@/domain-events/catalog/envelope";
import type { BookingOutside, StandingEvent } from "@/modules/bookings/outside";
import { addMinutes } from "@/values/venue-time";
import type { Actor } from "@/commands/actor";
import { admin, clientPerson, clientId, manager, otherAdmin, testId } from "@/testing/builders/actors";
import {
  bookingId,
  bookingIn,
  clashOf,
  eventOn,
  now,
  outsideWith,
  requestedDate,
} from "@/testing/builders/bookings";
import { contextOf, verdictOf, when } from "@/testing/given-when-then";
import type { Booking } from "@/modules/bookings/booking";
import type { BookingCommand } from "@/modules/bookings/commands";
import { decide } from "@/modules/bookings/decide";
import { evolve } from "@/modules/bookings/evolve";
import { approveInput } from "@/modules/bookings/inputs";
import { dateVerdicts } from "@/modules/bookings/verdicts";
import { bookingPolicy } from "@/modules/bookings/policy";

const rules = { policy: bookingPolicy, decide, evolve, recordName: "booking" };
const first = "2026-12-05T10:00:00-05:00";
const second = "2026-12-12T10:00:00-05:00";
const firstInstant = "2026-12-05T15:00:00.000Z";

interface Wish {
  readonly eventDates?: readonly string[];
  readonly declinedDates?: readonly { date: string; reason: string; proposedDate?: string }[];
  readonly override?: { readonly reason: string };
}

function approve(
  booking: Booking,
  wish: Wish,
  { outside, actor = admin }: { outside?: Partial<BookingOutside>; actor?: Actor } = {},
) {
  const input = approveInput.parse({ bookingId, version: booking.version, eventDates: [], ...wish });
  const command: BookingCommand = { type: "approve", ...input };
  return when(
    rules,
    { state: booking, outside: outsideWith(outside), context: contextOf(actor, now) },
    command,
  );
}

const dateStatuses = (state: ReturnType<typeof approve>["state"]) =>
  state.exists ? state.dates.map((date) => date.status) : [];

test("approving every date approves the booking, with the venue's offset in the fact", () => {
  const outcome = approve(bookingIn("submitted"), { eventDates: [first, second] });
  expect(outcome.facts).toMatchObject([
    {
      type: "BOOKING_APPROVED",
      payload: { eventDates: [first, second], approvedBy: admin.id, approvedAt: now },
    },
  ]);
  expect(outcome.state).toMatchObject({ status: "approved", waitingFor: "nobody", decidedBy: admin.id });
});

test("the same instant in another spelling names the same date", () => {
  const outcome = approve(bookingIn("submitted"), { eventDates: ["2026-12-05T15:00:00.000Z"] });
  expect(outcome.facts).toMatchObject([{ payload: { eventDates: [first] } }]);
});

test("some dates approved, some declined, the rest open: partly approved, waiting for the agency", () => {
  const third = requestedDate("2026-12-19T10:00");
  const whole = bookingIn("submitted");
  const booking = {
    ...whole,
    dates: [
      ...whole.dates,
      { ...third, id: testId(6, 3), status: "undecided" as const, reason: null, proposedLocalStart: null },
    ],
  };
  const outcome = approve(booking, {
    eventDates: [first],
    declinedDates: [{ date: second, reason: "Taken." }],
  });
  expect(outcome.facts.map((one) => one.type)).toEqual(["BOOKING_APPROVED", "BOOKING_DATES_DECLINED"]);
  expect(dateStatuses(outcome.state)).toEqual(["approved", "declined", "undecided"]);
  expect(outcome.state).toMatchObject({ status: "partially_approved", waitingFor: "agency" });
});

test("approving the rest later names only the rest and completes the approval", () => {
  const outcome = approve(bookingIn("partially_approved"), { eventDates: [first, second] });
  expect(outcome.facts).toMatchObject([{ payload: { eventDates: [second] } }]);
  expect(outcome.state).toMatchObject({ status: "approved" });
});

test("declining the rest of a partly approved booking leaves it approved", () => {
  const outcome = approve(bookingIn("partially_approved"), {
    declinedDates: [{ date: second, reason: "Taken." }],
  });
  expect(outcome.facts.map((one) => one.type)).toEqual(["BOOKING_DATES_DECLINED"]);
  expect(outcome.state).toMatchObject({ status: "approved" });
});

test("a date declined with another start waits for the client", () => {
  const outcome = approve(bookingIn("submitted"), {
    eventDates: [first],
    declinedDates: [{ date: second, reason: "Taken.", proposedDate: "2026-12-13T10:00" }],
  });
  expect(outcome.facts).toMatchObject([
    {},
    { payload: { dates: [{ proposedDate: "2026-12-13T10:00:00-05:00" }] } },
  ]);
  expect(outcome.state).toMatchObject({
    status: "partially_approved",
    waitingFor: "client",
    dates: [{}, { status: "proposed", proposedLocalStart: "2026-12-13T10:00", reason: "Taken." }],
  });
});

test("a declined date can be approved later, which clears its reason", () => {
  const booking = bookingIn("partially_approved");
  const [kept, open] = booking.dates;
  if (!kept || !open) throw new Error("two dates");
  const declined = { ...booking, dates: [kept, { ...open, status: "declined" as const, reason: "Taken." }] };
  const outcome = approve(declined, { eventDates: [second] });
  expect(outcome.state).toMatchObject({ dates: [{}, { status: "approved", reason: null }] });
});

test("naming nothing, or only what is approved already, does nothing", () => {
  expect(approve(bookingIn("submitted"), {}).facts).toEqual([]);
  expect(approve(bookingIn("partially_approved"), { eventDates: [first] }).facts).toEqual([]);
});

test.each([
  ["a date of another booking", { eventDates: ["2026-12-06T10:00:00-05:00"] }, "CONFLICT"],
  [
    "a date both approved and declined",
    { eventDates: [first], declinedDates: [{ date: first, reason: "x" }] },
    "INVALID",
  ],
  ["the same date twice", { eventDates: [first, first] }, "INVALID"],
  ["only declined dates", { declinedDates: [{ date: first, reason: "x" }] }, "nothing_approved"],
])("refuses %s", (_, wish, expected) => {
  expect(verdictOf(approve(bookingIn("submitted"), wish))).toBe(expected);
});

test("an approved date cannot be declined", () => {
  const wish = { declinedDates: [{ date: first, reason: "x" }] };
  expect(verdictOf(approve(bookingIn("partially_approved"), wish))).toBe("date_already_approved");
});

test("a date whose event began after an edit reopened it cannot be declined", () => {
  const booking = bookingIn("submitted", { needsReapproval: true });
  const wish = { eventDates: [second], declinedDates: [{ date: first, reason: "x" }] };
  const verdict = (status: StandingEvent["status"]) =>
    verdictOf(approve(booking, wish, { outside: { standingEvents: [eventOn(firstInstant, status)] } }));
  expect(verdict("in_progress")).toBe("event_began");
  expect(verdict("completed")).toBe("event_began");
  expect(verdict("ready")).toBe("allowed");
});

test("a booking that went back and has only approved dates left can be approved again", () => {
  const dates = bookingIn("approved").dates;
  const booking = bookingIn("submitted", { needsReapproval: true, dates });
  const outcome = approve(booking, { eventDates: [first, second] });
  expect(outcome.facts).toMatchObject([{ payload: { eventDates: [first, second] } }]);
  expect(outcome.state).toMatchObject({ status: "approved", needsReapproval: false });
});

test("declining what an edit added settles the approval as well", () => {
  const [kept, added] = bookingIn("partially_approved").dates;
  if (!kept || !added) throw new Error("two dates");
  const booking = bookingIn("submitted", { needsReapproval: true, dates: [kept, added] });
  const outcome = approve(booking, { declinedDates: [{ date: second, reason: "Taken." }] });
  expect(outcome.state).toMatchObject({ status: "approved", needsReapproval: false });
});

test.each([
  ["an approved booking at the venue", clashOf(firstInstant), "dates_blocked"],
  ["a softly held one", clashOf(firstInstant, { strength: "held" }), "dates_blocked"],
  ["one that is only asked for", clashOf(firstInstant, { strength: "asked" }), "allowed"],
  [
    "an approved duplicate",
    clashOf(firstInstant, { clientId, otherStartsAt: firstInstant }),
    "dates_blocked",
  ],
  ["a clash on a date that is not chosen", clashOf("2026-12-12T15:00:00.000Z"), "allowed"],
])("%s in the way: %s", (_, clash, expected) => {
  const outcome = approve(bookingIn("submitted"), { eventDates: [first] }, { outside: { clashes: [clash] } });
  expect(verdictOf(outcome)).toBe(expected);
});

test("a date that began this very moment is past", () => {
  const booking = bookingIn("submitted", {
    dates: [
      {
        ...requestedDate("2026-11-23T07:00"),
        id: testId(6, 9),
        status: "undecided",
        reason: null,
        proposedLocalStart: null,
      },
    ],
  });
  expect(booking.dates[0]?.startsAt).toBe(now);
  const wish = { eventDates: ["2026-11-23T07:00:00-05:00"] };
  const outcome = approve(booking, wish);
  expect(verdictOf(outcome)).toBe("dates_blocked");
  expect(outcome.refusal?.details.data).toMatchObject({ blocked: [{ warnings: [{ kind: "past" }] }] });
  expect(outcome.refusal?.message).toMatch(/^One date of BK-\d+ cannot .* Decline it, or approve anyway/);
});

test.each(["client", "venue", "kit"] as const)(
  "a %s that left the directory meanwhile stops the approval, and no override helps",
  (kind) => {
    const gone = [{ kind, id: testId(4, 9), name: "The old one" }];
    const wish = { eventDates: [first], override: { reason: "It will do." } };
    const outcome = approve(bookingIn("submitted"), wish, { outside: { gone } });
    expect(verdictOf(outcome)).toBe(`${kind}_gone`);
    expect(outcome.refusal?.message).toContain("The old one is not in the directory any more.");
  },
);

const offer = (proposedDate: string) => ({
  eventDates: [first],
  declinedDates: [{ date: second, reason: "Taken.", proposedDate }],
});
const offeredInstant = "2026-12-13T15:00:00.000Z";

test.each([
  ["over", "2026-11-23T07:00", [], "INVALID"],
  ["a date of the booking already", "2026-12-05T10:00", [], "INVALID"],
  ["taken", "2026-12-13T10:00", [clashOf(offeredInstant)], "offer_taken"],
  ["held", "2026-12-13T10:00", [clashOf(offeredInstant, { strength: "held" })], "offer_taken"],
  ["asked for", "2026-12-13T10:00", [clashOf(offeredInstant, { strength: "asked" })], "allowed"],
  ["free", "2026-12-13T10:00", [clashOf(firstInstant, { strength: "asked" })], "allowed"],
])("offering a start that is %s instead of a declined one", (_, proposedDate, clashes, expected) => {
  const outcome = approve(bookingIn("submitted"), offer(proposedDate), { outside: { clashes } });
  expect(verdictOf(outcome)).toBe(expected);
});

test("dates of one booking that overlap are noted, and approved without an override", () => {
  const [early, late] = bookingIn("submitted").dates;
  if (!early || !late) throw new Error("two dates");
  const dates = [early, { ...late, ...requestedDate("2026-12-05T11:00") }];
  const booking = bookingIn("submitted", { dates });
  expect(dateVerdicts(booking, [], now)).toMatchObject([
    { verdict: "note", warnings: [{ kind: "own_overlap", otherStartsAt: dates[1]?.startsAt }] },
    { verdict: "note", warnings: [{ kind: "own_overlap", otherStartsAt: dates[0]?.startsAt }] },
  ]);
  const outcome = approve(booking, { eventDates: dates.map((date) => date.startsAt) });
  expect(outcome.state).toMatchObject({ status: "approved" });
});

test.each([
  ["follows at once", requestedDate("2026-12-05T12:00"), "undecided"],
  ["was declined", requestedDate("2026-12-05T11:00"), "declined"],
] as const)("a date that %s overlaps nothing", (_, other, status) => {
  const [early, late] = bookingIn("submitted").dates;
  if (!early || !late) throw new Error("two dates");
  const booking = bookingIn("submitted", { dates: [early, { ...late, ...other, status }] });
  expect(dateVerdicts(booking, [], now).map((one) => one.verdict)).toEqual(["clear", "clear"]);
});

test.each([
  ["running", eventOn(firstInstant, "in_progress"), "event_began"],
  ["over, though nobody completed it", { ...eventOn(firstInstant), endsAt: now }, "event_began"],
  ["ahead", eventOn(firstInstant), "allowed"],
])("declining a reopened date whose event is %s", (_, event, expected) => {
  const booking = bookingIn("submitted", { needsReapproval: true });
  const wish = { eventDates: [second], declinedDates: [{ date: first, reason: "Taken." }] };
  const outcome = approve(booking, wish, { outside: { standingEvents: [event] } });
  expect(verdictOf(outcome)).toBe(expected);
});

test("an override with a reason goes through, and keeps who, why and what the warning said", () => {
  const outcome = approve(
    bookingIn("submitted"),
    { eventDates: [first], override: { reason: "The other one moved." } },
    { outside: { clashes: [clashOf(firstInstant)] } },
  );
  const override = {
    reason: "The other one moved.",
    by: admin.id,
    snapshot: { blocked: 1, dates: [{ startsAt: firstInstant, warnings: ["venue_clash BK-1002"] }] },
  };
  expect(outcome.facts[0]?.metadata).toEqual({ override });
  expect(outcome.state).toMatchObject({ override: { ...override, at: now } });
});

test("an override that nothing called for is not recorded", () => {
  const outcome = approve(bookingIn("submitted"), {
    eventDates: [first],
    override: { reason: "Just in case." },
  });
  expect(outcome.facts[0]?.metadata).toBeUndefined();
});

test("an override of 366 blocked dates in long words of three bytes fits beside the rest of the metadata", () => {
  const dates = Array.from({ length: 366 }, (_, index) => {
    const startsAt = addMinutes("2027-01-01T15:00:00.000Z", index * 1440);
    return {
      localStart: "2027-01-01T10:00",
      startsAt,
      endsAt: addMinutes(startsAt, 60),
      clockNote: null,
      id: testId(6, index + 1),
      status: "undecided" as const,
      reason: null,
      proposedLocalStart: null,
    };
  });
  const clashes = dates.flatMap(({ startsAt }) => [
    clashOf(startsAt),
    clashOf(startsAt, { bookingNumber: 9_999_999 }),
  ]);
  const outcome = approve(
    bookingIn("submitted", { dates }),
    { eventDates: dates.map((date) => date.startsAt), override: { reason: "茶".repeat(500) } },
    { outside: { clashes } },
  );
  const metadata = {
    ...outcome.facts[0]?.metadata,
    userId: admin.id,
    actorRole: "admin",
    version: "1",
    requestId: "r".repeat(128),
    idempotencyKey: "k".repeat(300),
  };
  expect(outcome.facts[0]?.metadata?.override).toMatchObject({ snapshot: { blocked: 366 } });
  expect(limitProblems(metadata, METADATA_BYTES_MAX)).toEqual([]);
});

test("more words of refusal than one fact can hold are a refusal, not a crash", () => {
  const dates = bookingIn("submitted").dates;
  const many = Array.from({ length: 60 }, (_, index) => ({
    ...requestedDate(
      `2027-01-01T${String(Math.floor(index / 4) + 1).padStart(2, "0")}:${["00", "15", "30", "45"][index % 4]}`,
    ),
    id: testId(6, 100 + index),
    status: "undecided" as const,
    reason: null,
    proposedLocalStart: null,
  }));
  const outcome = approve(bookingIn("submitted", { dates: [...dates, ...many] }), {
    eventDates: [first],
    declinedDates: many.map((date) => ({ date: date.startsAt, reason: "茶".repeat(1000) })),
  });
  expect(outcome.refusal?.code).toBe("INVALID");
});

test.each([
  ["who submitted it", { submittedBy: otherAdmin.id }, "FORBIDDEN"],
  ["who began it", { createdBy: otherAdmin.id }, "FORBIDDEN"],
  ["another admin", {}, "allowed"],
])("decided by an admin who is %s", (_, change, expected) => {
  const outcome = approve(bookingIn("submitted", change), { eventDates: [first] }, { actor: otherAdmin });
  expect(verdictOf(outcome)).toBe(expected);
});

test.each([
  ["the client's own person", clientPerson, "FORBIDDEN"],
  ["a manager", manager, "NOT_FOUND"],
  ["an admin who belongs to that client", { ...otherAdmin, clientId }, "FORBIDDEN"],
])("%s may not decide", (_, actor, expected) => {
  expect(verdictOf(approve(bookingIn("submitted"), { eventDates: [first] }, { actor }))).toBe(expected);
});
