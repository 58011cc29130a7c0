import { expect, test } from "vitest";
import type { LogSearch } from "./log-filter";
import { isInOrder, stepsOf } from "./search-steps";

const range = { from: "2020-01-01T00:00:00.000Z", to: "2026-11-27T12:00:00.000Z", limit: 50 };

test("what an index keeps in the order of time is one step", () => {
  for (const filter of [
    {},
    { types: ["BOOKING_CREATED"] },
    { categories: ["kit"] },
    { actorId: "system", categories: ["kit"] },
    { source: "bookings.create" },
    { field: { name: "severity", value: "high" } },
  ] as const) {
    expect(isInOrder({ ...range, ...filter })).toBe(true);
    expect(stepsOf({ ...range, ...filter })).toEqual([{ ...range, ...filter }]);
  }
});

test("a chain, and deliveries that are not done, are one step as well", () => {
  const chain: LogSearch = { ...range, correlationId: "b", actorId: "system" };
  const parked: LogSearch = { ...range, delivery: { state: "dead" } };
  expect(stepsOf(chain)).toEqual([chain]);
  expect(stepsOf(parked)).toEqual([parked]);
});

test("anything else is cut into longer and longer steps that leave no gap and end where the search ends", () => {
  for (const filter of [
    { entityIds: ["client:1"] },
    { types: ["A", "B"] },
    { types: ["A"], actorId: "system" },
    { types: ["A"], field: { name: "severity", value: "high" } },
    { actorId: "system", delivery: { state: "done" } },
  ] as const) {
    const steps = stepsOf({ ...range, ...filter });
    expect(steps.map(({ to }) => to)).toEqual([range.to, ...steps.slice(0, -1).map(({ from }) => from)]);
    expect(steps.map(({ from }) => from)).toEqual([
      "2026-11-27T10:00:00.000Z",
      "2026-11-26T12:00:00.000Z",
      "2026-11-19T12:00:00.000Z",
      "2026-09-24T12:00:00.000Z",
      "2025-07-03T12:00:00.000Z",
      range.from,
    ]);
  }
});

test("a short range takes few steps, and a page further down begins at its cursor", () => {
  const search: LogSearch = { ...range, entityIds: ["client:1"], from: "2026-11-27T11:00:00.000Z" };
  expect(stepsOf(search)).toEqual([search]);
  const cursor = { recordedAt: "2026-01-01T00:00:00.000Z", position: "7" };
  const [first] = stepsOf({ ...range, entityIds: ["client:1"], cursor });
  expect(first).toMatchObject({ from: "2025-12-31T22:00:00.000Z", to: range.to, cursor });
});

test("oldest first the steps go forward from the beginning, and from the cursor", () => {
  const search: LogSearch = {
    ...range,
    from: "2026-11-20T00:00:00.000Z",
    entityIds: ["client:1"],
    order: "oldest",
  };
  const steps = stepsOf(search);
  expect(steps.map(({ from }) => from)).toEqual([search.from, ...steps.slice(0, -1).map(({ to }) => to)]);
  expect(steps.map(({ to }) => to)).toEqual([
    "2026-11-20T02:00:00.000Z",
    "2026-11-21T00:00:00.000Z",
    range.to,
  ]);
  const cursor = { recordedAt: "2026-11-26T00:00:00.000Z", position: "7" };
  expect(stepsOf({ ...search, cursor }).map(({ to }) => to)).toEqual([
    "2026-11-26T02:00:00.000Z",
    "2026-11-27T00:00:00.000Z",
    range.to,
  ]);
});
