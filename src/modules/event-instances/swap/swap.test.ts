import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Actor } from "@/commands/actor";
import { swapSlotsInput } from "@/modules/event-instances/inputs/life";
import type { EventLife } from "@/modules/event-instances/life/event-life";
import { admin, manager, testId } from "@/testing/builders/actors";
import { venues } from "@/testing/builders/bookings";
import { clashingEvent, confirmedVenue, eventLife, preparationTask } from "@/testing/builders/event-life";
import { contextOf, verdictOf, when } from "@/testing/given-when-then";
import { durationMs } from "@/values/time-window";
import { addMinutes, resolveLocalTime } from "@/values/venue-time";
import { decideSwap, evolveSwap, type SwapCommand, swapPolicy } from "./rules";
import { planSwap, type SwapOutside } from "./swap";

const NOW = "2026-12-01T12:00:00.000Z";
const rules = { policy: swapPolicy, decide: decideSwap, evolve: evolveSwap, recordName: "event" };

const saturday = eventLife();
const sunday = eventLife({
  id: testId(7, 5),
  number: 105,
  bookingId: testId(3, 2),
  localStart: "2026-12-06T14:00",
  startsAt: "2026-12-06T19:00:00.000Z",
  endsAt: "2026-12-06T22:00:00.000Z",
  version: 7,
});
const free = { managerClashes: [], venueClashes: [], sibling: null };
const nothingInTheWay: SwapOutside = {
  first: free,
  second: free,
  titles: { first: "Autumn tour", second: "Winter market" },
};

interface Given {
  readonly first?: EventLife;
  readonly second?: EventLife;
  readonly outside?: Partial<SwapOutside>;
  readonly actor?: Actor;
  readonly wish?: object;
}

function swap({ first = saturday, second = sunday, outside, actor = admin, wish = {} }: Given = {}) {
  const command: SwapCommand = {
    type: "swapSlots",
    ...swapSlotsInput.parse({
      eventId: first.id,
      otherEventId: second.id,
      version: first.version,
      otherVersion: second.version,
      reason: "The bands traded places.",
      notifyStaff: true,
      notifyClient: false,
      ...wish,
    }),
  };
  const given = { state: { first, second }, outside: { ...nothingInTheWay, ...outside } };
  return when(rules, { ...given, context: contextOf(actor, NOW) }, command);
}

test("each event goes to the other's start, stays as long as it was, and says so in a fact of its own", () => {
  const { facts, state } = swap();
  expect(facts.map(({ type, payload }) => [type, payload])).toMatchObject([
    [
      "EVENT_RESCHEDULED",
      { eventId: saturday.id, bookingId: saturday.bookingId, newDate: "2026-12-06T14:00:00-05:00" },
    ],
    [
      "EVENT_RESCHEDULED",
      { eventId: sunday.id, bookingId: sunday.bookingId, newDate: "2026-12-05T10:00:00-05:00" },
    ],
  ]);
  expect([state.first.startsAt, state.first.endsAt]).toEqual([
    "2026-12-06T19:00:00.000Z",
    "2026-12-06T21:00:00.000Z",
  ]);
  expect([state.second.startsAt, state.second.endsAt]).toEqual([
    "2026-12-05T15:00:00.000Z",
    "2026-12-05T18:00:00.000Z",
  ]);
  expect([state.first.version, state.second.version]).toEqual([5, 8]);
});

test("what hangs on a date moves with each of them", () => {
  const { state } = swap({
    first: { ...saturday, status: "ready", venue: confirmedVenue, tasks: [preparationTask(1)] },
  });
  expect(state.first.venue?.confirmed).toBe(false);
  expect(state.first.tasks[0]?.dueAt).toBe("2026-12-05T19:00:00.000Z");
});

describe("a swap is refused", () => {
  test("by whoever may not move both", () => {
    expect(verdictOf(swap({ actor: manager }))).toBe("FORBIDDEN");
    const foreign = { ...manager, id: testId(2, 9) };
    expect(verdictOf(swap({ actor: foreign }))).toBe("NOT_FOUND");
  });

  test("with itself, at one start, and on what is stale on either side", () => {
    expect(verdictOf(swap({ second: saturday }))).toBe("INVALID");
    const same = { localStart: saturday.localStart, startsAt: saturday.startsAt };
    expect(verdictOf(swap({ second: { ...sunday, ...same } }))).toBe("reschedule_onto_itself");
    expect(verdictOf(swap({ wish: { version: 3 } }))).toBe("CONFLICT");
    expect(verdictOf(swap({ wish: { otherVersion: 6 } }))).toBe("CONFLICT");
  });

  test("when one of them runs, is over or began in the past", () => {
    expect(verdictOf(swap({ second: { ...sunday, status: "in_progress" } }))).toBe("wrong_state");
    expect(verdictOf(swap({ first: { ...saturday, status: "cancelled" } }))).toBe("wrong_state");
    const past = {
      localStart: "2026-11-30T10:00",
      startsAt: "2026-11-30T15:00:00.000Z",
      endsAt: "2026-11-30T17:00:00.000Z",
    };
    expect(verdictOf(swap({ second: { ...sunday, ...past } }))).toBe("reschedule_into_past");
  });

  test("when a third event is in the way and nobody says why it is all right", () => {
    const outside = { second: { ...free, venueClashes: [clashingEvent] } };
    expect(verdictOf(swap({ outside }))).toBe("reschedule_clashes");
    const pushed = swap({ outside, wish: { override: { reason: "Two lawns." } } });
    expect(pushed.facts.map(({ metadata }) => metadata?.override?.snapshot)).toEqual([
      undefined,
      { managerClashes: [], venueClashes: ["EV-102"] },
    ]);
  });
});

test("two that meet after the swap clash where they share a manager or a venue", () => {
  // Eleven to twelve and ten to fourteen: the long one reaches over the start of the short one.
  const short = { ...saturday, endsAt: "2026-12-05T16:00:00.000Z" };
  const long = {
    ...sunday,
    localStart: "2026-12-05T11:00",
    startsAt: "2026-12-05T16:00:00.000Z",
    endsAt: "2026-12-05T20:00:00.000Z",
  };
  const plan = planSwap({ first: short, second: long }, nothingInTheWay, NOW);
  expect(plan.first).toMatchObject({
    managerClashes: [{ id: long.id, title: "Winter market", startsAt: "2026-12-05T15:00:00.000Z" }],
    venueClashes: [{ id: long.id }],
  });
  const apart = { ...long, managerId: testId(2, 9), location: { ...long.location, id: venues.square.id } };
  const other = planSwap({ first: short, second: apart }, nothingInTheWay, NOW);
  expect([...other.first.managerClashes, ...other.second.venueClashes]).toEqual([]);
});

test("the preview of a swap says what it then does, whatever the two starts are", () => {
  const slot = fc.record({
    day: fc.constantFrom("2026-12-05", "2027-03-13", "2027-03-14", "2027-11-07"),
    quarter: fc.integer({ min: 0, max: 95 }),
    minutes: fc.integer({ min: 15, max: 1500 }),
  });
  const eventAt = (
    base: EventLife,
    { day, quarter, minutes }: { day: string; quarter: number; minutes: number },
  ) => {
    const clock = `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`;
    const { instant, localDateTime } = resolveLocalTime(`${day}T${clock}`, base.timeZone);
    return { ...base, localStart: localDateTime, startsAt: instant, endsAt: addMinutes(instant, minutes) };
  };
  let swapped = 0;
  fc.assert(
    fc.property(slot, slot, (one, other) => {
      const pair = { first: eventAt(saturday, one), second: eventAt(sunday, other) };
      const plan = planSwap(pair, nothingInTheWay, NOW);
      const outcome = swap({ ...pair, wish: { override: { reason: "It is all right." } } });
      if (plan.refusal) {
        expect(verdictOf(outcome)).toBe(plan.refusal.details.rule);
        return;
      }
      swapped += 1;
      expect(outcome.state).toMatchObject({ first: plan.first.window, second: plan.second.window });
      expect(durationMs(outcome.state.first)).toBe(durationMs(pair.first));
      expect(outcome.state.first.localStart).toBe(pair.second.localStart);
      expect(outcome.state.second.localStart).toBe(pair.first.localStart);
    }),
    { numRuns: 150, seed: 20261128 },
  );
  expect(swapped).toBeGreaterThan(90);
});
