import { expect, test } from "vitest";
import type { Actor } from "@/commands/actor";
import { admin, clientId, clientPerson, system, testId } from "@/testing/builders/actors";
import { bookingId, now, venues } from "@/testing/builders/bookings";
import { bookedDate, bookingNow, instanceOf, instancesOf } from "@/testing/builders/event-instances";
import { contextOf, verdictOf, when } from "@/testing/given-when-then";
import { addMinutes } from "@/values/venue-time";
import type { EventInstanceCommand } from "./commands";
import { decide } from "./decide";
import { type BookingInstances, evolve } from "./event-instance";
import { cancelForBookingInput, eventInstanceStatuses, generateInput, settleInput } from "./inputs";
import { eventInstancePolicy } from "./policy";

const rules = { policy: eventInstancePolicy, decide, evolve, recordName: "booking" };
const first = "2026-12-05T10:00:00-05:00";
const second = "2026-12-12T10:00:00-05:00";
const reason = "The booking changed and waits for approval.";
const ids = Array.from({ length: 400 }, (_, index) => testId(8, index + 1));

function run(state: BookingInstances, command: EventInstanceCommand, actor: Actor = system) {
  return when(rules, { state, outside: { newIds: ids }, context: contextOf(actor, now) }, command);
}

const generate = (state: BookingInstances, eventDates: readonly string[], actor?: Actor) =>
  run(state, { type: "generate", ...generateInput.parse({ bookingId, eventDates }) }, actor);
const settle = (state: BookingInstances) =>
  run(state, { type: "settle", ...settleInput.parse({ bookingId, reason }) });
const cancel = (state: BookingInstances, eventIds: readonly string[]) =>
  run(state, {
    type: "cancelForBooking",
    ...cancelForBookingInput.parse({ bookingId, eventIds, reason: "The launch moved." }),
  });

test("approved dates become instances, all in one fact", () => {
  const outcome = generate(instancesOf(bookingNow(), []), [first, second]);
  expect(outcome.facts).toEqual([
    {
      type: "EVENT_INSTANCES_GENERATED",
      payload: {
        bookingId,
        clientId,
        eventIds: [ids[0], ids[1]],
        generatedBy: "system",
        generatedAt: now,
        totalEvents: 2,
      },
    },
  ]);
  expect(outcome.state.instances).toMatchObject([
    {
      id: ids[0],
      status: "scheduled",
      localStart: "2026-12-05T10:00",
      startsAt: "2026-12-05T15:00:00.000Z",
      endsAt: "2026-12-05T17:00:00.000Z",
      timeZone: "America/New_York",
      locationId: venues.park.id,
    },
    { id: ids[1], localStart: "2026-12-12T10:00" },
  ]);
});

test("the note of a clock change goes along", () => {
  const booking = bookingNow({ dates: [bookedDate("2027-03-14T02:30")] });
  const outcome = generate(instancesOf(booking, []), ["2027-03-14T03:30:00-04:00"]);
  expect(outcome.state.instances).toMatchObject([{ clockNote: "gap", startsAt: "2027-03-14T07:30:00.000Z" }]);
});

test("generating again adds nothing", () => {
  const once = generate(instancesOf(bookingNow(), []), [first, second]);
  expect(generate(once.state, [first, second]).facts).toEqual([]);
});

test("approving the rest later adds only the new dates", () => {
  const booking = bookingNow();
  const [date] = booking.dates;
  if (!date) throw new Error("no date");
  const outcome = generate(instancesOf(booking, [instanceOf(date, 1)]), [first, second]);
  expect(outcome.facts).toMatchObject([{ payload: { eventIds: [ids[1]], totalEvents: 1 } }]);
  expect(outcome.state.instances).toHaveLength(2);
});

test("a date named twice makes one instance", () => {
  const outcome = generate(instancesOf(bookingNow(), []), [first, "2026-12-05T15:00:00.000Z"]);
  expect(outcome.facts).toMatchObject([{ payload: { totalEvents: 1 } }]);
});

test("a date whose approval is gone by now makes no instance", () => {
  const dates = [bookedDate("2026-12-05T10:00", { status: "undecided" })];
  expect(
    generate(instancesOf(bookingNow({ status: "submitted", dates }), []), [first, second]).facts,
  ).toEqual([]);
});

test("a booking that was cancelled or rejected meanwhile makes no instance", () => {
  for (const status of ["cancelled", "rejected"] as const) {
    expect(generate(instancesOf(bookingNow({ status }), []), [first]).facts).toEqual([]);
  }
});

test("a repeat does not bring back an event that was called off since, another approval does", () => {
  const once = generate(instancesOf(bookingNow(), []), [first]).state;
  const calledOff = {
    ...once,
    instances: once.instances.map((instance) => ({ ...instance, status: "cancelled" as const })),
  };
  expect(generate(calledOff, [first]).facts).toEqual([]);
  const other = { state: calledOff, outside: { newIds: [testId(9, 1)] }, context: contextOf(system, now) };
  const command = { type: "generate" as const, ...generateInput.parse({ bookingId, eventDates: [first] }) };
  expect(when(rules, other, command).facts).toMatchObject([{ payload: { eventIds: [testId(9, 1)] } }]);
});

test("366 dates become 366 instances in one fact", () => {
  const dates = Array.from({ length: 366 }, (_, index) =>
    bookedDate("2026-12-05T10:00", {
      startsAt: addMinutes("2026-12-05T15:00:00.000Z", index * 1440),
      endsAt: addMinutes("2026-12-05T17:00:00.000Z", index * 1440),
    }),
  );
  const outcome = generate(
    instancesOf(bookingNow({ dates }), []),
    dates.map((date) => date.startsAt),
  );
  expect(outcome.facts).toMatchObject([{ payload: { totalEvents: 366 } }]);
  expect(new Set(outcome.state.instances.map((instance) => instance.startsAt)).size).toBe(366);
});

test("settling what is in line changes nothing", () => {
  expect(settle(instancesOf(bookingNow())).facts).toEqual([]);
});

test("a date that has to be decided again puts its event on hold, once", () => {
  const dates = [bookedDate("2026-12-05T10:00", { status: "undecided" }), bookedDate("2026-12-12T10:00")];
  const held = settle(instancesOf(bookingNow({ status: "submitted", dates })));
  expect(held.facts).toEqual([
    {
      type: "EVENT_HOLD_PLACED",
      payload: { eventId: testId(7, 1), bookingId, placedBy: "system", placedAt: now, reason },
    },
  ]);
  expect(held.state.instances.map((instance) => instance.holdReason)).toEqual([reason, null]);
  expect(settle(held.state).facts).toEqual([]);
});

test("a date with another offer made for it is held as well", () => {
  const dates = [bookedDate("2026-12-05T10:00", { status: "proposed", reason: "Taken." })];
  expect(settle(instancesOf(bookingNow({ dates }))).facts).toMatchObject([{ type: "EVENT_HOLD_PLACED" }]);
});

test("approving it again lifts the hold", () => {
  const booking = bookingNow();
  const held = booking.dates.map((date, index) => instanceOf(date, index + 1, { holdReason: reason }));
  const outcome = settle(instancesOf(booking, held));
  expect(outcome.facts.map((fact) => fact.type)).toEqual(["EVENT_HOLD_LIFTED", "EVENT_HOLD_LIFTED"]);
  expect(outcome.state.instances.every((instance) => instance.holdReason === null)).toBe(true);
});

test("a date that is gone or declined takes its event down, with the reason, without telling the client", () => {
  const gone = bookedDate("2026-12-19T10:00");
  const declined = bookedDate("2026-12-12T10:00", { status: "declined", reason: "The park is closed." });
  const booking = bookingNow({ dates: [bookedDate("2026-12-05T10:00"), declined] });
  const outcome = settle(instancesOf(booking, [instanceOf(declined, 2), instanceOf(gone, 3)]));
  expect(outcome.facts.map((fact) => fact.payload)).toMatchObject([
    { eventId: testId(7, 2), reason: "This date was declined: The park is closed.", notifyClient: false },
    { eventId: testId(7, 3), reason: "This date was taken out of the booking.", notifyClient: false },
  ]);
  expect(outcome.state.instances).toMatchObject([{ status: "cancelled" }, { status: "cancelled" }]);
});

test("an approval at another venue, or with another end, replaces the event", () => {
  const moved = bookingNow({ locationId: venues.square.id });
  const settled = settle(
    instancesOf(
      moved,
      bookingNow().dates.map((date, index) => instanceOf(date, index + 1)),
    ),
  );
  expect(settled.facts.map((fact) => fact.type)).toEqual(["EVENT_CANCELLED", "EVENT_CANCELLED"]);
  const regenerated = generate(settled.state, [first, second]);
  expect(regenerated.state.instances.slice(2)).toMatchObject([
    { status: "scheduled", locationId: venues.square.id },
    { status: "scheduled", locationId: venues.square.id },
  ]);

  const longer = bookingNow({
    dates: [bookedDate("2026-12-05T10:00", { endsAt: "2026-12-05T19:00:00.000Z" })],
  });
  const standing = instanceOf(bookedDate("2026-12-05T10:00"), 1);
  expect(settle(instancesOf(longer, [standing])).facts).toMatchObject([{ type: "EVENT_CANCELLED" }]);
});

test("settling leaves alone what has begun, is over or was cancelled", () => {
  const gone = bookedDate("2026-12-19T10:00");
  for (const status of ["in_progress", "completed", "cancelled"] as const) {
    expect(settle(instancesOf(bookingNow(), [instanceOf(gone, 3, { status })])).facts).toEqual([]);
  }
});

const overDate = bookedDate("2026-11-20T10:00");

test("what nobody started or completed is over all the same once its time has passed", () => {
  const held = instanceOf(overDate, 3, { holdReason: reason });
  const dates = [
    bookedDate("2026-11-20T10:00", { status: "undecided" }),
    bookedDate("2026-12-05T10:00", { status: "undecided" }),
  ];
  const ahead = instanceOf(bookedDate("2026-12-05T10:00"), 1);
  const booking = bookingNow({ status: "submitted", dates });
  expect(settle(instancesOf(booking, [instanceOf(overDate, 2), ahead])).facts).toMatchObject([
    { type: "EVENT_HOLD_PLACED", payload: { eventId: ahead.id } },
  ]);
  expect(settle(instancesOf(bookingNow(), [held])).facts).toEqual([]);
  const off = instancesOf(bookingNow({ status: "cancelled" }), [instanceOf(overDate, 2), ahead]);
  expect(cancel(off, []).facts).toMatchObject([{ payload: { eventId: ahead.id } }]);
});

test("an event that runs out between the cancellation and what follows from it is taken down as announced", () => {
  const justOver = instanceOf(overDate, 2, { endsAt: now });
  const off = instancesOf(bookingNow({ status: "cancelled" }), [justOver]);
  expect(cancel(off, [justOver.id]).facts).toMatchObject([{ payload: { eventId: justOver.id } }]);
});

test("cancelling a booking takes down what has not begun, and what runs only when it was named", () => {
  const date = bookedDate("2026-12-05T10:00");
  const instances = eventInstanceStatuses.map((status, index) =>
    instanceOf(date, index + 1, { status, startsAt: addMinutes(date.startsAt, index) }),
  );
  const statusesAfter = (eventIds: readonly string[]) =>
    cancel(instancesOf(bookingNow({ status: "cancelled" }), instances), eventIds).facts.map(
      (fact) =>
        fact.type === "EVENT_CANCELLED" && instances.find(({ id }) => id === fact.payload.eventId)?.status,
    );
  const ahead = ["scheduled", "assigned", "preparing", "ready"];
  expect(statusesAfter([])).toEqual(ahead);
  expect(statusesAfter(instances.map((instance) => instance.id))).toEqual([...ahead, "in_progress"]);
});

test("cancelling twice adds nothing", () => {
  const once = cancel(instancesOf(bookingNow({ status: "cancelled" })), []);
  expect(once.facts).toHaveLength(2);
  expect(cancel(once.state, []).facts).toEqual([]);
});

test("only the workflow may do this", () => {
  const state = instancesOf(bookingNow(), []);
  for (const actor of [admin, clientPerson, { kind: "system", handler: "reporting" } as const]) {
    expect(verdictOf(generate(state, [first], actor))).toBe("FORBIDDEN");
  }
});
