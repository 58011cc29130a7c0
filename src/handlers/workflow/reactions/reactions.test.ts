import { expect, test } from "vitest";
import { catalog, type DomainEvent, type EventType } from "@/domain-events/catalog/catalog";
import type { BaseEvent } from "@/domain-events/catalog/envelope";
import { testId } from "@/testing/builders/actors";
import { activityReactions, type LaidOutType } from "./activities";
import { bookingReactions, type FollowedBookingType } from "./bookings";

function exampleOf<T extends EventType>(type: T): DomainEvent<T>;
function exampleOf(type: EventType): BaseEvent<string, unknown> {
  const { example } = catalog[type];
  return {
    id: testId(9, 1),
    type,
    timestamp: "2026-11-23T12:00:00.000Z",
    correlationId: testId(3, 1),
    source: "tests.make",
    payload: example,
  };
}

const wishes = (type: FollowedBookingType) =>
  bookingReactions(exampleOf(type)).map((reaction) => reaction.wish);

test("an approval first settles what stands, then generates what is missing", () => {
  const { bookingId, eventDates } = catalog.BOOKING_APPROVED.example;
  expect(wishes("BOOKING_APPROVED")).toEqual([
    { type: "settle", input: { bookingId, reason: "The booking changed and waits for approval." } },
    { type: "generate", input: { bookingId, eventDates } },
  ]);
});

test("an edit, declined dates and a rejection settle what stands", () => {
  for (const type of ["BOOKING_UPDATED", "BOOKING_DATES_DECLINED", "BOOKING_REJECTED"] as const) {
    expect(wishes(type)).toMatchObject([
      { type: "settle", input: { bookingId: catalog[type].example.bookingId } },
    ]);
  }
});

test("a cancellation takes down the events it names, with its reason", () => {
  const { bookingId, affectedEventIds, reason } = catalog.BOOKING_CANCELLED.example;
  expect(wishes("BOOKING_CANCELLED")).toEqual([
    { type: "cancelForBooking", input: { bookingId, eventIds: affectedEventIds, reason } },
  ]);
});

test("the steps of one fact have names of their own, since ids derive from them", () => {
  const steps = bookingReactions(exampleOf("BOOKING_APPROVED")).map((reaction) => reaction.step);
  expect(new Set(steps).size).toBe(steps.length);
});

const ofActivities = (type: LaidOutType) => activityReactions(exampleOf(type));

test("generated events are laid out by one command, however many they are", () => {
  const { bookingId, eventIds } = catalog.EVENT_INSTANCES_GENERATED.example;
  expect(ofActivities("EVENT_INSTANCES_GENERATED")).toEqual([
    {
      step: "lay-out",
      source: "workflow.lay-out-instances",
      wish: { type: "layOut", input: { bookingId, eventIds } },
    },
  ]);
});

test("a cancelled event lets go of its activities, with its reason", () => {
  const { eventId, reason } = catalog.EVENT_CANCELLED.example;
  expect(ofActivities("EVENT_CANCELLED")).toMatchObject([
    { source: "workflow.release-commitments", wish: { type: "releaseForEvent", input: { eventId, reason } } },
  ]);
});
