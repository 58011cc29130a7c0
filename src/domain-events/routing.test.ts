import { expect, expectTypeOf, test } from "vitest";
import { eventTypes } from "./catalog/catalog";
import { type HeardBy, handlerTraits, hears, ROUTING_REVISION, routes, typesHeardBy } from "./routing";

test("reporting hears every type", () => {
  expect(typesHeardBy("reporting")).toEqual(eventTypes);
  expectTypeOf<HeardBy<"reporting">>().toEqualTypeOf<keyof typeof routes>();
});

/** The routing table of event-catalogue.md: the types whose row says that somebody is told. */
test("notification hears the facts of the routing table and the holds", () => {
  expect(typesHeardBy("notification")).toEqual([
    "BOOKING_SUBMITTED",
    "BOOKING_APPROVED",
    "BOOKING_REJECTED",
    "BOOKING_CHANGES_REQUESTED",
    "BOOKING_CANCELLED",
    "BOOKING_UPDATED",
    "BOOKING_DATES_DECLINED",
    "EVENT_INSTANCES_GENERATED",
    "EVENT_ASSIGNED_TO_MANAGER",
    "EVENT_PREPARATION_STARTED",
    "EVENT_READY",
    "EVENT_STARTED",
    "EVENT_COMPLETED",
    "EVENT_CANCELLED",
    "EVENT_RESCHEDULED",
    "EVENT_ISSUE_REPORTED",
    "EVENT_READINESS_LOST",
    "EVENT_ISSUE_ESCALATED",
    "EVENT_HOLD_PLACED",
    "EVENT_HOLD_LIFTED",
    "ACTIVITY_ISSUE_REPORTED",
    "STAFF_ASSIGNMENT_OFFERED",
    "STAFF_ASSIGNMENT_ACCEPTED",
    "STAFF_ASSIGNMENT_REJECTED",
    "STAFF_CHECKED_IN",
    "STAFF_CHECKED_OUT",
    "STAFF_NO_SHOW",
    "STAFF_ASSIGNMENT_EXPIRED",
    "STAFF_ASSIGNMENT_WITHDRAWN",
    "STAFF_CHECK_IN_ASKED",
    "STAFF_HOURS_CORRECTED",
    "STAFF_SLOT_UNFILLED",
    "KIT_CHECKED_OUT",
    "KIT_RETURNED",
    "KIT_ISSUE_REPORTED",
    "KIT_SHORTAGE_RAISED",
    "KIT_HANDED_OVER",
    "KIT_SWAPPED",
    "LOCATION_ISSUE_REPORTED",
    "LOCATION_CONFIRMATION_REVOKED",
  ]);
});

test("the workflow hears the facts it reacts to and whatever touches readiness", () => {
  expect(typesHeardBy("workflow")).toEqual([
    "BOOKING_APPROVED",
    "BOOKING_REJECTED",
    "BOOKING_CANCELLED",
    "BOOKING_UPDATED",
    "BOOKING_DATES_DECLINED",
    "EVENT_INSTANCES_GENERATED",
    "EVENT_PREPARATION_STARTED",
    "EVENT_CANCELLED",
    "EVENT_RESCHEDULED",
    "EVENT_ISSUE_REPORTED",
    "EVENT_PREPARATION_TASK_ADDED",
    "EVENT_PREPARATION_TASK_COMPLETED",
    "EVENT_PREPARATION_TASK_REOPENED",
    "EVENT_ISSUE_RESOLVED",
    "ACTIVITY_CREATED",
    "ACTIVITY_ASSIGNED",
    "ACTIVITY_ISSUE_REPORTED",
    "ACTIVITY_CANCELLED",
    "STAFF_ASSIGNMENT_CREATED",
    "STAFF_ASSIGNMENT_OFFERED",
    "STAFF_ASSIGNMENT_ACCEPTED",
    "STAFF_ASSIGNMENT_REJECTED",
    "STAFF_CHECKED_IN",
    "STAFF_NO_SHOW",
    "STAFF_ASSIGNMENT_EXPIRED",
    "STAFF_ASSIGNMENT_WITHDRAWN",
    "STAFF_STANDBY_JOINED",
    "KIT_ASSIGNED_TO_ACTIVITY",
    "KIT_PREPARED",
    "KIT_CHECKED_OUT",
    "KIT_RETURNED",
    "KIT_ISSUE_REPORTED",
    "KIT_ASSIGNMENT_CANCELLED",
    "KIT_SHORTAGE_RAISED",
    "KIT_SHORTAGE_RESOLVED",
    "KIT_ISSUE_RESOLVED",
    "KIT_INSPECTED",
    "KIT_SWAPPED",
    "KIT_RETURN_EXPECTED",
    "KIT_COMPONENTS_MOVED",
    "KIT_QUARANTINED",
    "LOCATION_CONFIRMED",
    "LOCATION_ISSUE_REPORTED",
    "LOCATION_CONFIRMATION_REVOKED",
  ]);
});

test("the types of the routes agree with the data", () => {
  expectTypeOf<"BOOKING_APPROVED">().toExtend<HeardBy<"workflow">>();
  expectTypeOf<"BOOKING_SUBMITTED">().not.toExtend<HeardBy<"workflow">>();
  expectTypeOf<"ACTIVITY_STARTED">().not.toExtend<HeardBy<"notification">>();
  expect(hears("workflow", "BOOKING_SUBMITTED")).toBe(false);
  expect(hears("notification", "BOOKING_SUBMITTED")).toBe(true);
});

test("no type is routed twice to one handler", () => {
  for (const type of eventTypes) expect(new Set(routes[type]).size).toBe(routes[type].length);
});

test("only a dead workflow delivery blocks what comes after it", () => {
  expect(handlerTraits).toEqual({
    notification: { kind: "transactional", order: "correlation", onDead: "skip" },
    workflow: { kind: "transactional", order: "correlation", onDead: "block" },
    reporting: { kind: "transactional", order: "none", onDead: "skip" },
  });
});

/** A route that was only added may be added to the file; one that was taken away needs a higher revision. */
test("the routes are those of their revision", async () => {
  const lines = eventTypes.map((type) => `${type}: ${routes[type].join(", ")}\n`);
  await expect(lines.join("")).toMatchFileSnapshot(`./__snapshots__/routes-${ROUTING_REVISION}.txt`);
});
