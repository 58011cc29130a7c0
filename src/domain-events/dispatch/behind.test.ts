import { expect, test } from "vitest";
import { createBehind } from "./behind";

const work = { handler: "workflow", orderKey: "booking-1" } as const;
const other = { handler: "reporting", orderKey: "booking-1" } as const;

test("work that nothing waits for ends without a claim", () => {
  const behind = createBehind();
  behind.claimBegins();
  expect(behind.claimEnds([other])).toEqual([]);
  expect(behind.workEnds(work)).toBe(false);
});

test("what a claim saw waiting is claimed when the work before it ends, once", () => {
  const behind = createBehind();
  behind.claimBegins();
  behind.claimEnds([work]);
  behind.claimBegins();
  behind.claimEnds([]);
  expect(behind.workEnds(work)).toBe(true);
  expect(behind.workEnds(work)).toBe(false);
});

test("what a claim saw waiting for work that ended meanwhile is claimed at once", () => {
  const behind = createBehind();
  behind.claimBegins();
  expect(behind.workEnds(work)).toBe(false);
  expect(behind.claimEnds([work, other])).toEqual(["workflow"]);
  expect(behind.workEnds(other)).toBe(true);
});

test("work that ended before a claim began cannot be what that claim saw", () => {
  const behind = createBehind();
  behind.workEnds(work);
  behind.claimBegins();
  expect(behind.claimEnds([work])).toEqual([]);
});
