import { expect, test } from "vitest";
import { CATEGORIES } from "@/domain-events/catalog/catalog";
import { expiresOn, retentionPolicy } from "./policy";

test.each([
  ["booking", 7],
  ["event", 3],
  ["activity", 1],
  ["staff", 3],
  ["kit", 1],
  ["location", 3],
  ["directory", 7],
  ["system", 7],
] as const)("%s facts are kept for %i years", (category, years) => {
  expect(retentionPolicy[category].yearsKept).toBe(years);
  expect(expiresOn(category, new Date("2026-11-23T16:00:00.000Z"))).toBe(`${2026 + years}-11-23`);
});

test("every category has a rule and a partition span by how long it is kept", () => {
  expect(Object.keys(retentionPolicy)).toEqual(CATEGORIES);
  for (const category of CATEGORIES) {
    const { yearsKept, partitionSpan } = retentionPolicy[category];
    const ofMasterData = category === "directory" || category === "system";
    expect(partitionSpan).toBe(ofMasterData ? "year" : yearsKept === 1 ? "month" : "half-year");
  }
});

test("the day is the UTC day, whatever the hour", () => {
  expect(expiresOn("kit", new Date("2026-12-31T23:59:59.999Z"))).toBe("2027-12-31");
  expect(expiresOn("kit", new Date("2027-01-01T00:00:00.000Z"))).toBe("2028-01-01");
  expect(expiresOn("kit", new Date("2026-12-31T20:00:00-05:00"))).toBe("2028-01-01");
});

test("a fact of a leap day is kept for its full years", () => {
  expect(expiresOn("activity", new Date("2028-02-29T12:00:00Z"))).toBe("2029-03-01");
  expect(expiresOn("event", new Date("2028-02-29T12:00:00Z"))).toBe("2031-03-01");
  expect(expiresOn("activity", new Date("2027-02-28T12:00:00Z"))).toBe("2028-02-28");
});
