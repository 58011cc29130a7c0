import { expect, test } from "vitest";
import { testId } from "@/testing/builders/actors";
import { commitment } from "@/testing/builders/candidates";
import { conflictsOf, type RosterStint } from "./conflicts";

const ada = testId(2, 21);
const host = { skills: [{ role: "Host", validFrom: null, validUntil: null }], papers: [] };
const credentials = new Map([[ada, host]]);

function stint(place: number, changes: Partial<RosterStint> = {}): RosterStint {
  return {
    ...commitment({ assignmentId: testId(8, place), eventId: testId(7, place), code: `EV-${place}` }),
    userId: ada,
    role: "Host",
    status: "accepted",
    personName: "Ada",
    isPersonActive: true,
    isAsked: true,
    isNear: false,
    ...changes,
  };
}

const said = (...stints: RosterStint[]) =>
  conflictsOf(stints, credentials).map(({ kind, assignmentId }) => [kind, assignmentId]);

test("two shifts at one time are one conflict, at the later of the two", () => {
  const conflicts = conflictsOf([stint(1), stint(2)], credentials);
  expect(conflicts).toEqual([
    {
      kind: "overlap",
      assignmentId: testId(8, 2),
      sentence: "Is at EV-1 Winter market at that time.",
      otherEventId: testId(7, 1),
    },
  ]);
});

test("too many hours are one conflict, however many shifts they are", () => {
  const days = [10, 11, 12, 13, 14, 15].map((day, place) =>
    stint(place + 1, {
      startsAt: `2035-10-${day}T08:00:00.000Z`,
      endsAt: `2035-10-${day}T17:00:00.000Z`,
    }),
  );
  const hours = said(...days).filter(([kind]) => kind === "hours");
  expect(hours).toEqual([["hours", testId(8, 6)]]);
});

test.each([
  ["offered and nearly there", stint(1, { status: "offered", isNear: true }), "unconfirmed"],
  ["planned and nearly there", stint(1, { status: "created", isNear: true }), "unconfirmed"],
  ["of somebody who left", stint(1, { isPersonActive: false }), "inactive"],
  ["in a role that they do not have", stint(1, { role: "Promoter" }), "role"],
  ["that asks for a paper they do not have", stint(1, { role: "Driver" }), "paper"],
])("a shift %s is a conflict", (_, one, kind) => {
  expect(said(one)).toContainEqual([kind, testId(8, 1)]);
});

test.each([
  ["accepted and nearly there", stint(1, { isNear: true })],
  ["not asked about", stint(1, { isAsked: false, isPersonActive: false })],
  ["under way, whatever its papers", stint(1, { status: "checked_in", role: "Promoter" })],
])("a shift that is %s is none", (_, one) => {
  expect(said(one)).toEqual([]);
});
