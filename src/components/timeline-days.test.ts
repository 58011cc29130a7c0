import { expect, test } from "vitest";
import { timelineDays } from "./timeline-days";

const now = "2026-11-23T12:00:00.000Z";

test("entries stand under the day of the venue, not of the reader", () => {
  const entries = [
    { id: "c", at: "2026-11-23T05:30:00.000Z" },
    { id: "b", at: "2026-11-23T04:30:00.000Z" },
    { id: "a", at: "2026-11-22T20:00:00.000Z" },
  ];
  const byDay = timelineDays(entries, "America/New_York", now).map(({ day, entries: ofDay }) => [
    day,
    ofDay.map(({ id }) => id).join(""),
  ]);
  expect(byDay).toEqual([
    ["Mon 23 Nov", "c"],
    ["Sun 22 Nov", "ba"],
  ]);
  expect(timelineDays(entries, "Etc/UTC", now).map(({ day }) => day)).toEqual(["Mon 23 Nov", "Sun 22 Nov"]);
});

test("no entries make no days", () => {
  expect(timelineDays([], "Etc/UTC", now)).toEqual([]);
});
