import { expect, test } from "vitest";
import { testId } from "@/testing/builders/actors";
import { commitment } from "@/testing/builders/candidates";
import { clashesOf, type Stint } from "./stints";

const [ada, bo] = [testId(2, 21), testId(2, 22)] as const;

/** The same four hours for everybody, each at an event of its own. */
function stint(place: number, changes: Partial<Stint> = {}): Stint {
  return {
    ...commitment({ assignmentId: testId(8, place), eventId: testId(7, place), code: `EV-${place}` }),
    userId: ada,
    role: "Host",
    status: "accepted",
    ...changes,
  };
}

const clashing = (...stints: Stint[]) => [...clashesOf(stints).keys()].sort();

test("who is planned for two events at one time clashes on both", () => {
  expect(clashing(stint(1), stint(2, { status: "created" }))).toEqual([testId(8, 1), testId(8, 2)]);
  const [blocker] = clashesOf([stint(1), stint(2)]).get(testId(8, 1)) ?? [];
  expect(blocker).toMatchObject({ kind: "overlap", cause: { assignmentId: testId(8, 2) } });
});

test("an offer stands beside what is taken, not in its way", () => {
  expect(clashing(stint(1), stint(2, { status: "offered" }))).toEqual([testId(8, 2)]);
  expect(clashing(stint(1, { status: "offered" }), stint(2, { status: "offered" }))).toEqual([]);
});

test.each([
  ["two people", [stint(1), stint(2, { userId: bo })]],
  ["two roles at one event", [stint(1), stint(2, { eventId: testId(7, 1), role: "Driver" })]],
  ["a no-show", [stint(1), stint(2, { status: "no_show" })]],
  ["a declined one", [stint(1), stint(2, { status: "rejected" })]],
])("%s are no clash", (_, stints) => {
  expect(clashing(...stints)).toEqual([]);
});

test("what is over still counts as work, and nothing is to be done about it", () => {
  expect(clashing(stint(1, { status: "checked_out" }), stint(2))).toEqual([testId(8, 2)]);
});
