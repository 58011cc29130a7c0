import { describe, expect, test } from "vitest";
import type { Actor } from "@/commands/actor";
import { admin, agent, manager, testId } from "@/testing/builders/actors";
import { bookingId, now, venues } from "@/testing/builders/bookings";
import { contextOf, verdictOf, when } from "@/testing/given-when-then";
import type { LocationCommand } from "./commands";
import { decide } from "./decide";
import { confirmLocationInput, reportLocationIssueInput, revokeConfirmationInput } from "./inputs";
import { locationPolicy } from "./policy";
import { type EventVenue, evolve, isConfirmed, type VenueOutside } from "./venue";

const rules = {
  policy: locationPolicy,
  decide,
  evolve,
  recordName: "event",
};
const fresh: EventVenue = {
  eventId: testId(7, 1),
  bookingId,
  locationId: venues.park.id,
  startsAt: "2026-12-05T15:00:00.000Z",
  isOver: false,
  managerId: manager.id,
  crewIds: [],
  confirmation: null,
  movedSince: false,
};
const venue = { eventId: fresh.eventId, locationId: fresh.locationId };
const confirm = (more: object = {}): LocationCommand => ({
  type: "confirm",
  ...confirmLocationInput.parse({ ...venue, accessDetails: "Gate 3.", ...more }),
});
const revoke: LocationCommand = {
  type: "revokeConfirmation",
  ...revokeConfirmationInput.parse({ ...venue, reason: "No permit." }),
};
const act = (state: EventVenue, command: LocationCommand, actor: Actor = manager) =>
  when<LocationCommand, EventVenue, VenueOutside>(
    rules,
    { state, outside: { photos: [] }, context: contextOf(actor, now) },
    command,
  );

describe("confirming", () => {
  test("says who is there and how to get in; saying it again is no news, saying more is", () => {
    const contactPerson = { name: "Rosa Lind", phone: "+1 212 555 0100" };
    const { facts, state } = act(fresh, confirm({ contactPerson }));
    expect(facts).toMatchObject([
      {
        type: "LOCATION_CONFIRMED",
        payload: { ...venue, confirmedBy: manager.id, accessDetails: "Gate 3.", contactPerson },
      },
    ]);
    expect(facts[0]).not.toHaveProperty("payload.specialInstructions");
    expect([isConfirmed(state), state.confirmation?.version]).toEqual([true, 1]);
    expect(act(state, confirm({ contactPerson })).facts).toEqual([]);
    const more = act(state, confirm({ contactPerson, specialInstructions: "No sound." }));
    expect(more.state.confirmation).toMatchObject({ specialInstructions: "No sound.", version: 2 });
  });

  test("holds for this venue and this start only (rule 50)", () => {
    const { state } = act(fresh, confirm());
    expect(isConfirmed({ ...state, startsAt: "2026-12-06T15:00:00.000Z" })).toBe(false);
    const moved = { ...state, locationId: venues.square.id };
    expect(isConfirmed(moved)).toBe(false);
    expect(act(moved, confirm({ locationId: venues.square.id })).facts).toHaveLength(1);
  });

  test("another venue than the one looked at is a conflict, and what is over needs none", () => {
    expect(verdictOf(act({ ...fresh, locationId: venues.square.id }, confirm()))).toBe("CONFLICT");
    expect(verdictOf(act({ ...fresh, isOver: true }, confirm()))).toBe("event_over");
  });
});

test("taking back needs a confirmation that holds, and may be followed by a new one", () => {
  expect(verdictOf(act(fresh, revoke))).toBe("venue_not_confirmed");
  const { state } = act(fresh, confirm());
  expect(verdictOf(act({ ...state, startsAt: "2026-12-06T15:00:00.000Z" }, revoke))).toBe(
    "venue_not_confirmed",
  );
  const taken = act(state, revoke);
  expect(taken.facts).toMatchObject([{ payload: { reason: "No permit.", revokedBy: manager.id } }]);
  expect(isConfirmed(taken.state)).toBe(false);
  expect(isConfirmed(act(taken.state, confirm()).state)).toBe(true);
});

test("an issue is reported also when the event is over", () => {
  const issue = reportLocationIssueInput.parse({
    ...venue,
    issueType: "access",
    description: "The gate is locked.",
    impactLevel: "major",
    needsImmediate: true,
  });
  const { facts, state } = act({ ...fresh, isOver: true }, { type: "reportIssue", ...issue });
  expect(facts).toMatchObject([{ payload: { needsImmediate: true, impactLevel: "major" } }]);
  expect(state.confirmation).toBeNull();
});

test("the desk and the event's manager; nobody else knows of it", () => {
  expect(verdictOf(act(fresh, confirm(), admin))).toBe("allowed");
  expect(verdictOf(act({ ...fresh, managerId: null }, confirm()))).toBe("NOT_FOUND");
  expect(verdictOf(act(fresh, confirm(), agent))).toBe("NOT_FOUND");
});
