import { expect, test } from "vitest";
import type { Booking } from "@/modules/bookings/booking";
import type { BookingCommand } from "@/modules/bookings/commands";
import { decide } from "@/modules/bookings/decide";
import { evolve } from "@/modules/bookings/evolve";
import { cancelInput, rejectInput, requestChangesInput, submitInput } from "@/modules/bookings/inputs";
import type { BookingOutside } from "@/modules/bookings/outside";
import { bookingPolicy } from "@/modules/bookings/policy";
import { admin, clientPerson, testId } from "@/testing/builders/actors";
import {
  bookingId,
  bookingIn,
  eventOn,
  now,
  outsideWith,
  planOf,
  requestedDate,
  venues,
} from "@/testing/builders/bookings";
import { contextOf, verdictOf, when } from "@/testing/given-when-then";
import { cancelledEvents } from "./cancel";

const rules = { policy: bookingPolicy, decide, evolve, recordName: "booking" };

function run(booking: Booking, command: BookingCommand, outside: Partial<BookingOutside> = {}, at = now) {
  const actor = command.type === "submit" ? clientPerson : admin;
  return when(
    rules,
    { state: booking, outside: outsideWith(outside), context: contextOf(actor, at) },
    command,
  );
}

const target = { bookingId, version: 3 };
const submit: BookingCommand = { type: "submit", ...submitInput.parse(target) };

function reject(allowResubmission: boolean): BookingCommand {
  return { type: "reject", ...rejectInput.parse({ ...target, reason: "Closed.", allowResubmission }) };
}

function askFor(given: { answerBy?: string; changes?: readonly object[] } = {}): BookingCommand {
  const changes = given.changes ?? [
    { field: "title", reason: "Name the brand.", suggestedValue: "Tea tour" },
  ];
  return { type: "requestChanges", ...requestChangesInput.parse({ ...target, ...given, changes }) };
}

function cancel(runningEvents?: "keep" | "cancel"): BookingCommand {
  return {
    type: "cancel",
    ...cancelInput.parse({ ...target, reason: "Off.", ...(runningEvents && { runningEvents }) }),
  };
}

test("a rejection that allows it can be handed in again, with every verdict taken back", () => {
  const rejected = run(bookingIn("submitted"), reject(true)).state;
  if (!rejected.exists) throw new Error("it exists");
  const decided = rejected.dates.map((date) => ({
    ...date,
    status: "declined" as const,
    reason: "Taken.",
    proposedLocalStart: "2026-12-06T10:00",
  }));
  const outcome = run({ ...rejected, version: 3, dates: decided }, submit);
  expect(outcome.state).toMatchObject({ status: "submitted", rejection: null, waitingFor: "agency" });
  expect(outcome.state.exists && outcome.state.dates).toEqual(bookingIn("submitted").dates);
});

test("a booking with events that still stand is cancelled, not rejected", () => {
  const outside = { standingEvents: [eventOn("2026-12-05T15:00:00.000Z")] };
  const booking = bookingIn("submitted", { needsReapproval: true });
  expect(verdictOf(run(booking, reject(true), outside))).toBe("events_standing");
  expect(run(booking, reject(true)).state).toMatchObject({ status: "rejected", needsReapproval: false });
});

test("a change request holds the dates for seven days", () => {
  expect(run(bookingIn("submitted"), askFor()).state).toMatchObject({
    status: "changes_requested",
    waitingFor: "client",
    changeRequest: { holdUntil: "2026-11-30T12:00:00.000Z", requestedBy: admin.id },
  });
});

test("the hold lasts to the end of the answer-by day at the venue", () => {
  expect(run(bookingIn("submitted"), askFor({ answerBy: "2026-12-01" })).state).toMatchObject({
    changeRequest: { holdUntil: "2026-12-02T05:00:00.000Z" },
  });
});

test.each([
  ["today at the venue, already tomorrow in UTC", "2026-11-23", "2026-11-24T03:00:00.000Z", "allowed"],
  ["yesterday at the venue, still today in UTC", "2026-11-22", "2026-11-23T06:00:00.000Z", "INVALID"],
])("an answer-by day that is %s", (_, answerBy, at, expected) => {
  expect(verdictOf(run(bookingIn("submitted"), askFor({ answerBy }), {}, at))).toBe(expected);
});

test("an answer ends the change request, and what was approved stays approved", () => {
  const dates = bookingIn("partially_approved").dates;
  const outcome = run(bookingIn("changes_requested", { dates, needsReapproval: true }), submit);
  expect(outcome.state).toMatchObject({
    status: "submitted",
    changeRequest: null,
    needsReapproval: true,
    dates,
  });
});

test("more asked for than one fact can hold is a refusal, not a crash", () => {
  const changes = Array.from({ length: 50 }, () => ({ field: "notes", reason: "茶".repeat(1000) }));
  expect(verdictOf(run(bookingIn("submitted"), askFor({ changes })))).toBe("INVALID");
});

test.each([
  ["no date", { dates: [] }, "no_dates"],
  ["no activity", { plan: { activities: [] } }, "no_activities"],
  ["past dates only", { dates: [pastDate(1)] }, "dates_past"],
  ["one date ahead", { dates: [pastDate(1), ...bookingIn("draft").dates] }, "allowed"],
])("handing in a draft with %s: %s", (_, change, expected) => {
  expect(verdictOf(run(bookingIn("draft", change), submit))).toBe(expected);
});

test.each(["client", "venue", "kit"] as const)(
  "a booking whose %s left the directory is not handed in",
  (kind) => {
    const gone = [{ kind, id: testId(4, 9), name: "The old one" }];
    expect(verdictOf(run(bookingIn("draft"), submit, { gone }))).toBe(`${kind}_gone`);
  },
);

test("a change request holds the dates that were asked for when it was made", () => {
  const { state } = run(bookingIn("submitted"), askFor());
  expect(state).toMatchObject({
    changeRequest: {
      heldDates: [
        "2026-12-05T15:00:00.000Z/2026-12-05T17:00:00.000Z",
        "2026-12-12T15:00:00.000Z/2026-12-12T17:00:00.000Z",
      ],
    },
  });
});

function pastDate(index: number) {
  const open = { status: "undecided", reason: null, proposedLocalStart: null } as const;
  return { ...requestedDate("2026-11-01T10:00"), id: testId(6, 50 + index), ...open };
}

test("a series is handed in with its dates at the venue's offset on both sides of a clock change", () => {
  const dates = ["2026-10-31T10:00", "2026-11-07T10:00"].map((local, index) => ({
    ...pastDate(index),
    ...requestedDate(local),
  }));
  const recurrence = {
    frequency: "weekly",
    interval: 1,
    startLocal: "2026-10-31T10:00",
    durationMinutes: 120,
    endDate: "2026-11-07",
  } as const;
  const booking = bookingIn("draft", { dates, recurrence, rrule: "RRULE:FREQ=WEEKLY" });
  const outcome = run(booking, submit, {}, "2026-10-01T12:00:00.000Z");
  expect(outcome.facts).toMatchObject([
    {
      payload: {
        eventDates: ["2026-10-31T10:00:00-04:00", "2026-11-07T10:00:00-05:00"],
        recurrencePattern: { frequency: "weekly", interval: 1, endDate: "2026-11-07" },
      },
      metadata: { rrule: "RRULE:FREQ=WEEKLY" },
    },
  ]);
});

test("at a venue in Berlin the offsets are Berlin's", () => {
  const dates = ["2026-10-24T10:00", "2026-10-31T10:00"].map((local, index) => ({
    ...pastDate(index),
    ...requestedDate(local, "Europe/Berlin"),
  }));
  const booking = bookingIn("draft", {
    dates,
    timeZone: "Europe/Berlin",
    locationIds: [venues.berlin.id],
    plan: planOf(),
  });
  const outcome = run(booking, submit, {}, "2026-10-01T12:00:00.000Z");
  expect(outcome.facts).toMatchObject([
    { payload: { eventDates: ["2026-10-24T10:00:00+02:00", "2026-10-31T10:00:00+01:00"] } },
  ]);
});

const scheduled = eventOn("2026-12-05T15:00:00.000Z");
const running = eventOn("2026-11-23T11:00:00.000Z", "in_progress");
const over = eventOn("2026-11-01T15:00:00.000Z", "completed");
const events = [over, running, scheduled];

test("a cancellation takes down what has not begun, never what is over", () => {
  const outcome = run(bookingIn("approved"), cancel(), { standingEvents: [over, scheduled] });
  expect(outcome.facts).toMatchObject([
    { payload: { affectedEventIds: [scheduled.id], cancelledBy: admin.id } },
  ]);
  expect(outcome.state).toMatchObject({ status: "cancelled", waitingFor: "nobody" });
});

test("an event that is running needs a word about it", () => {
  const outcome = run(bookingIn("approved"), cancel(), { standingEvents: events });
  expect(verdictOf(outcome)).toBe("events_running");
  expect(outcome.refusal?.details.data).toEqual({ eventIds: [running.id] });
});

test.each([
  ["keep", [scheduled.id]],
  ["cancel", [scheduled.id, running.id]],
] as const)("with %s the act takes down exactly what the preview lists", (choice, ids) => {
  const outcome = run(bookingIn("approved"), cancel(choice), { standingEvents: events });
  expect(outcome.facts).toMatchObject([{ payload: { affectedEventIds: ids } }]);
  expect(cancelledEvents(events, choice, now).affected.map((event) => event.id)).toEqual(ids);
});

test("an event that nobody started or completed is over once its time has passed", () => {
  const unrecorded = eventOn("2026-11-01T15:00:00.000Z");
  const endsNow = { ...eventOn("2026-11-23T10:00:00.000Z"), endsAt: now };
  const late = { ...eventOn("2026-11-23T10:00:00.000Z"), endsAt: "2026-11-23T12:00:00.001Z" };
  const standingEvents = [unrecorded, endsNow, late, scheduled];
  const outcome = run(bookingIn("approved"), cancel(), { standingEvents });
  expect(outcome.facts).toMatchObject([{ payload: { affectedEventIds: [late.id, scheduled.id] } }]);
});
