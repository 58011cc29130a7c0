import { expect, test } from "vitest";
import { catalog, type DomainEvent, type EventType, eventTypes } from "@/domain-events/catalog/catalog";
import { testId } from "@/testing/builders/actors";
import { eventFactRow } from "./event-facts";

function factOf<T extends EventType>(type: T, change?: object): DomainEvent<T>;
function factOf(type: EventType, change: object = {}) {
  return {
    id: testId(9, 1),
    type,
    timestamp: "2026-11-23T12:00:00.000Z",
    correlationId: testId(3, 1),
    source: "tests.make",
    payload: { ...catalog[type].example, eventId: testId(7, 1), ...change },
  };
}

test("the report counts facts of one event, its activities, kits and venue, with what can be measured", () => {
  const counted = eventTypes.flatMap((type) => {
    const row = eventFactRow(factOf(type));
    if (!row) return [];
    const measures = [row.severity, row.minutes, row.metExpectations].filter((one) => one !== null);
    return [[row.type, ...measures].join(" ")];
  });
  expect(counted).toEqual([
    "EVENT_ASSIGNED_TO_MANAGER",
    "EVENT_PREPARATION_STARTED",
    "EVENT_READY",
    "EVENT_STARTED",
    "EVENT_COMPLETED 483 true",
    "EVENT_CANCELLED",
    "EVENT_RESCHEDULED 1500",
    "EVENT_ISSUE_REPORTED high",
    "EVENT_READINESS_LOST",
    "EVENT_ISSUE_ACKNOWLEDGED",
    "EVENT_ISSUE_RESOLVED",
    "EVENT_ISSUE_ESCALATED",
    "EVENT_ISSUE_MERGED",
    "ACTIVITY_STARTED",
    "ACTIVITY_COMPLETED",
    "ACTIVITY_ISSUE_REPORTED medium",
    "ACTIVITY_CANCELLED",
    "KIT_ISSUE_REPORTED critical",
    "LOCATION_CONFIRMED",
    "LOCATION_ISSUE_REPORTED critical",
    "LOCATION_CONFIRMATION_REVOKED",
  ]);
});

test("a major venue issue that can wait is high, and a move back counts below zero", () => {
  expect(eventFactRow(factOf("LOCATION_ISSUE_REPORTED", { needsImmediate: false }))?.severity).toBe("high");
  const back = { originalDate: "2026-11-02T10:00:00-05:00", newDate: "2026-11-01T10:00:00-05:00" };
  expect(eventFactRow(factOf("EVENT_RESCHEDULED", back))?.minutes).toBe(-1440);
});

test("a row names the event and the booking that its fact belongs to, and no person", () => {
  expect(eventFactRow(factOf("LOCATION_CONFIRMED"))).toEqual({
    eventId: testId(9, 1),
    type: "LOCATION_CONFIRMED",
    bookingId: testId(3, 1),
    eventInstanceId: testId(7, 1),
    occurredAt: "2026-11-23T12:00:00.000Z",
    severity: null,
    minutes: null,
    metExpectations: null,
  });
});

test("an id that is no UUID is not counted, since no event has it", () => {
  expect(eventFactRow(factOf("EVENT_READY", { eventId: "legacy-1" }))).toBeNull();
});
