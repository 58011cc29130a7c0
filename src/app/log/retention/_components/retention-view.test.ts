import { expect, test } from "vitest";
import { dayWords } from "@/app/log/_components/log-time";
import { entriesWords, planOf, planWords } from "./retention-view";

test("a day of the address is taken where it is one", () => {
  expect(planOf({ day: "2033-01-01" })).toEqual({ asOf: "2033-01-01" });
  for (const day of ["", "2033", "2033-13-45", "soon"]) expect(planOf({ day })).toEqual({});
});

test("days carry their year, numbers their word", () => {
  expect(dayWords("2033-01-01")).toBe("1 Jan 2033");
  expect([0, 1, 1204].map(entriesWords)).toEqual(["0 entries", "1 entry", "1\u00A0204 entries"]);
});

const goes = (category: "kit" | "attempt", entries: number | null) => ({ category, entries, goes: true });

test.each([
  ["nothing would go.", []],
  ["12 entries would go.", [goes("kit", 12)]],
  ["12 entries and handler attempts would go.", [goes("kit", 12), goes("attempt", null)]],
  ["only handler attempts would go.", [goes("attempt", null)]],
  ["nothing would go. 1 part past its time would stay.", [{ ...goes("kit", 12), goes: false }]],
])("the line above the plan says what its rows say: %s", (words, plan) => {
  expect(planWords(plan, "2033-01-01")).toBe(`On 1 Jan 2033 ${words} Nothing is changed by looking.`);
});
