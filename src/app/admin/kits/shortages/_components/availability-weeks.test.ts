import { expect, test } from "vitest";
import { weekPeaks, weeksFrom } from "./availability-weeks";

test("a week is as tight as its tightest day", () => {
  expect(weekPeaks({ peaks: [0, 3, 1, 0, 0, 0, 2, 5, 0] })).toEqual([3, 5]);
  expect(weekPeaks({ peaks: [] })).toEqual([]);
});

test("weeks begin on the reader's own day", () => {
  expect(weeksFrom("2026-12-01T02:00:00.000Z", 15, "America/New_York")).toEqual([
    "2026-11-30",
    "2026-12-07",
    "2026-12-14",
  ]);
});
