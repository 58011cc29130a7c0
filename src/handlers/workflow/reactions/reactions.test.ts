import { expect, test } from "vitest";
import { catalog, type DomainEvent, type EventType } from "@/domain-events/catalog/catalog";
import type { BaseEvent } from "@/domain-events/catalog/envelope";
import { testId } from "@/testing/builders/actors";
import { activityReactions, type LaidOutType } from "./activities";
import { bookingReactions, type FollowedBookingType } from "./bookings";
import { type FollowedKitType, kitReactions, kitsReached } from "./kit-needs";
import { issueReactions, type ReportedIssueType, venueInQuestion } from "./issues";

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

const reports = [
  "EVENT_ISSUE_REPORTED",
  "ACTIVITY_ISSUE_REPORTED",
  "LOCATION_ISSUE_REPORTED",
] as const satisfies readonly ReportedIssueType[];

test.each(reports)(
  "%s may say what is open already, and the events at its venue are looked at again",
  (type) => {
    const fact = exampleOf(type);
    const { eventId } = fact.payload;
    expect(issueReactions(fact, [testId(7, 2)])).toMatchObject([
      { source: "workflow.merge-issue", wish: { type: "mergeIssue", input: { eventId, issueId: fact.id } } },
      { wish: { type: "deriveReadiness", input: { eventId: testId(7, 2) } } },
    ]);
  },
);

test("events at a venue are in question for what has to be seen to at once, and for what was resolved there", () => {
  const reported = exampleOf("LOCATION_ISSUE_REPORTED");
  const report = (needsImmediate: boolean) => ({
    ...reported,
    payload: { ...reported.payload, needsImmediate },
  });
  expect(venueInQuestion(report(true))).toBe(reported.payload.locationId);
  expect(venueInQuestion(report(false))).toBeNull();
  const settled = exampleOf("EVENT_ISSUE_RESOLVED");
  const resolved = (subject: "event" | "location") => ({
    ...settled,
    payload: { ...settled.payload, subject },
  });
  expect(venueInQuestion(resolved("location"))).toBe(settled.payload.locationId);
  expect(venueInQuestion(resolved("event"))).toBeNull();
  expect(venueInQuestion(exampleOf("EVENT_ISSUE_REPORTED"))).toBeNull();
});

const ofKits = (type: FollowedKitType) => kitReactions(exampleOf(type)).map(({ wish }) => wish.type);

test("what happens to a kit is looked at for its coming uses, then for the readiness of its event", () => {
  for (const type of ["KIT_PREPARED", "KIT_CHECKED_OUT", "KIT_ASSIGNMENT_CANCELLED"] as const) {
    expect(ofKits(type)).toEqual(["checkKitNeeds", "deriveReadiness"]);
  }
  for (const type of ["KIT_RETURNED", "KIT_QUARANTINED", "KIT_INSPECTED", "KIT_SWAPPED"] as const) {
    expect(ofKits(type)).toEqual(["checkKitNeeds"]);
  }
  expect(ofKits("KIT_SHORTAGE_RAISED")).toEqual(["deriveReadiness"]);
  const { movements, kitTemplateId } = catalog.KIT_COMPONENTS_MOVED.example;
  expect(kitReactions(exampleOf("KIT_COMPONENTS_MOVED"))[0]?.wish).toEqual({
    type: "checkKitNeeds",
    input: {
      kitInstanceIds: [movements[0]?.fromKitInstanceId, movements[0]?.toKitInstanceId],
      kitTemplateId,
    },
  });
});

test("what a plan asks for is not looked at one by one, what a person asks for is", () => {
  const { kitInstanceId: _, ...unbound } = catalog.KIT_ASSIGNED_TO_ACTIVITY.example;
  const asked = { ...exampleOf("KIT_ASSIGNED_TO_ACTIVITY"), payload: { ...unbound, assignedBy: "system" } };
  expect(kitReactions({ ...asked, source: "workflow.lay-out-instances" })).toEqual([]);
  expect(kitReactions({ ...asked, source: "workflow.move-kits" })).toHaveLength(2);
  expect(ofKits("KIT_ASSIGNED_TO_ACTIVITY")).toEqual(["checkKitNeeds", "deriveReadiness"]);
});

test("kits are laid out with their activity, and only an event that has some is looked at again", () => {
  expect(kitsReached(exampleOf("ACTIVITY_CREATED"), false)).toMatchObject([{ wish: { type: "layOutKits" } }]);
  expect(kitsReached(exampleOf("EVENT_CANCELLED"), true)).toMatchObject([
    { source: "workflow.release-commitments", wish: { type: "releaseKits" } },
  ]);
  expect(kitsReached(exampleOf("EVENT_RESCHEDULED"), true)).toMatchObject([{ wish: { type: "moveKits" } }]);
  expect(kitsReached(exampleOf("EVENT_RESCHEDULED"), false)).toEqual([]);
});
