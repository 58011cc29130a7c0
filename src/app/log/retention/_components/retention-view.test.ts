import { expect, test } from "vitest";
import { dayWords, entriesWords, planOf } from "./retention-view";

test("a day of the address is taken where it is one", () => {
  expect(planOf({ day: "2033-01-01" })).toEqual({ asOf: "2033-01-01" });
  for (const day of ["", "2033", "2033-13-45", "soon"]) expect(planOf({ day })).toEqual({});
});

test("days carry their year, numbers their word", () => {
  expect(dayWords("2033-01-01")).toBe("1 Jan 2033");
  expect([0, 1, 1204].map(entriesWords)).toEqual(["0 entries", "1 entry", "1,204 entries"]);
});
