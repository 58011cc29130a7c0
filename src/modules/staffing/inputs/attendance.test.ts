import { expect, test } from "vitest";
import { positionInput, timesheetInput } from "./attendance";

test.each([
  ["0/0", { latitude: 0, longitude: 0, accuracy: 10 }],
  ["NaN", { latitude: Number.NaN, longitude: -73.9, accuracy: 10 }],
  ["infinity", { latitude: 40.7, longitude: Number.POSITIVE_INFINITY, accuracy: 10 }],
  ["beyond a pole", { latitude: 90.1, longitude: -73.9, accuracy: 10 }],
  ["beyond the date line", { latitude: 40.7, longitude: -180.1, accuracy: 10 }],
  ["sure to the point", { latitude: 40.7, longitude: -73.9, accuracy: 0 }],
  ["surer than that", { latitude: 40.7, longitude: -73.9, accuracy: -5 }],
  ["a guess", { latitude: 40.7, longitude: -73.9, accuracy: 100_001 }],
  ["text", { latitude: "40.7", longitude: "-73.9", accuracy: "10" }],
])("a position that is %s is refused", (_name, forged) => {
  expect(positionInput.safeParse(forged).success).toBe(false);
});

test("a position on the equator or the prime meridian is a position", () => {
  expect(positionInput.safeParse({ latitude: 0, longitude: 32.6, accuracy: 8 }).success).toBe(true);
  expect(positionInput.safeParse({ latitude: 51.5, longitude: 0, accuracy: 8 }).success).toBe(true);
});

test.each([
  ["one day", "2026-10-31", "2026-10-31", true],
  ["a quarter", "2026-10-01", "2027-01-01", true],
  ["a day more", "2026-10-01", "2027-01-02", false],
  ["the wrong way round", "2026-10-31", "2026-10-30", false],
  ["no real day", "2026-02-30", "2026-02-30", false],
  ["a moment", "2026-10-31T10:00:00Z", "2026-10-31", false],
])("a timesheet of %s", (_name, from, to, isTaken) => {
  expect(timesheetInput.safeParse({ from, to }).success).toBe(isTaken);
});
