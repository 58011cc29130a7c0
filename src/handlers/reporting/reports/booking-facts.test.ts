import { expect, test } from "vitest";
import { catalog, type DomainEvent, type EventType, eventTypes } from "@/domain-events/catalog/catalog";
import { testId } from "@/testing/builders/actors";
import { bookingFactRow } from "./booking-facts";

function factOf<T extends EventType>(type: T, change?: object): DomainEvent<T>;
function factOf(type: EventType, change: object = {}) {
  const ids = { bookingId: testId(3, 1), clientId: testId(1, 1) };
  return {
    id: testId(9, 1),
    type,
    timestamp: "2026-11-23T12:00:00.000Z",
    correlationId: testId(3, 1),
    source: "tests.make",
    payload: { ...catalog[type].example, ...ids, ...change },
  };
}

test("the report counts facts of bookings, with their dates, and nothing else", () => {
  const counted = eventTypes.flatMap((type) => {
    const row = bookingFactRow(factOf(type));
    return row ? [`${row.type} ${row.dates}${row.decides ? " decides" : ""}`] : [];
  });
  expect(counted).toEqual([
    "BOOKING_CREATED 0",
    "BOOKING_SUBMITTED 2",
    "BOOKING_APPROVED 1 decides",
    "BOOKING_REJECTED 0 decides",
    "BOOKING_CHANGES_REQUESTED 0 decides",
    "BOOKING_CANCELLED 2",
    "BOOKING_UPDATED 0",
    "BOOKING_DATES_DECLINED 1",
  ]);
});

test("a row is named by its fact and placed at its time", () => {
  expect(bookingFactRow(factOf("BOOKING_CREATED"))).toEqual({
    eventId: testId(9, 1),
    type: "BOOKING_CREATED",
    bookingId: testId(3, 1),
    clientId: testId(1, 1),
    occurredAt: "2026-11-23T12:00:00.000Z",
    dates: 0,
    decides: false,
  });
});

test("an id that is no UUID is not counted, since no booking has it", () => {
  expect(bookingFactRow(factOf("BOOKING_CREATED", { bookingId: "legacy-1" }))).toBeNull();
});
