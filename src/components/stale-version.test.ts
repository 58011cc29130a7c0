import { expect, test } from "vitest";
import { differencesOf, presentVersionOf } from "./stale-version";

test("a stale wish tells of the present version and of what changed", () => {
  const changed = { field: "title", before: "Tea", after: "Coffee" };
  const data = { presentVersion: 3, differences: [changed] };
  expect([presentVersionOf(data), differencesOf(data)]).toEqual([3, [changed]]);
});

test.each([
  [undefined],
  [{ differences: {} }],
  [{ presentVersion: 1.5, differences: [{ before: 1 }] }],
  [{ presentVersion: "3", differences: "none" }],
])("%o tells of no other version", (data) => {
  expect([presentVersionOf(data), differencesOf(data)]).toEqual([null, []]);
});
