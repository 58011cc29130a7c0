import { expect, test } from "vitest";
import { differencesOf } from "@/components/stale-version";
import { blockedOf } from "./refusal-data";

const clash = {
  startsAt: "2026-12-05T15:00:00.000Z",
  venueName: "Union Square",
  bookingId: "b2",
  bookingNumber: 12,
  bookingTitle: "Tea",
  clientId: "c1",
  otherStartsAt: "2026-12-05T15:00:00.000Z",
  otherEndsAt: "2026-12-05T19:00:00.000Z",
  strength: "approved",
};
const verdictWith = (...warnings: unknown[]) => ({
  dateId: "d1",
  startsAt: "2026-12-05T15:00:00.000Z",
  verdict: "blocked",
  warnings,
});

test("differences of a stale decision are read; other refusals have none", () => {
  const differences = [{ field: "title", before: "Tea", after: "Coffee" }, { field: "notes" }];
  expect(differencesOf({ differences })).toEqual(differences);
  expect(differencesOf({ differences: [{ before: "Tea" }] })).toEqual([]);
  expect(differencesOf({ blocked: [] })).toEqual([]);
  expect(differencesOf(undefined)).toEqual([]);
});

test("blocked dates are read with all that speaks against them", () => {
  const blocked = [
    verdictWith(
      { kind: "past" },
      { kind: "own_overlap", otherStartsAt: "2026-12-05T15:00:00.000Z" },
      { kind: "venue_clash", clash },
      { kind: "duplicate", clash },
    ),
  ];
  expect(blockedOf({ blocked })).toEqual(blocked);
});

test.each([
  ["a kind of warning that is not known", { kind: "weather" }],
  ["a clash that is missing", { kind: "venue_clash" }],
  ["a clash of unknown strength", { kind: "duplicate", clash: { ...clash, strength: "weak" } }],
  ["a clash without a number", { kind: "venue_clash", clash: { ...clash, bookingNumber: "12" } }],
  ["a clash without its venue", { kind: "venue_clash", clash: { ...clash, venueName: undefined } }],
])("dates are not shown with %s", (_, warning) => {
  expect(blockedOf({ blocked: [verdictWith(warning)] })).toEqual([]);
});
