import { expect, test } from "vitest";
import { localDateIn, localDaysOf, shiftDay } from "./local-day";

const year = { first: "2026-01-01", last: "2026-12-31" };

test("the date is the one of the zone, not of UTC", () => {
  expect(localDateIn("2026-10-15T03:00:00Z", "America/New_York")).toBe("2026-10-14");
  expect(localDateIn("2026-10-14T16:00:00Z", "Asia/Tokyo")).toBe("2026-10-15");
  expect(() => localDateIn("2026-10-14T16:00:00Z", "Mars/Olympus")).toThrow(RangeError);
});

test("an event over midnight is in both days, one that ends at midnight is not", () => {
  const overnight = { startsAt: "2026-10-14T20:00:00Z", endsAt: "2026-10-15T04:00:00Z" };
  expect(localDaysOf(overnight, "Europe/Berlin", year)).toEqual(["2026-10-14", "2026-10-15"]);
  expect(localDaysOf(overnight, "America/New_York", year)).toEqual(["2026-10-14"]);
  const toMidnight = { startsAt: "2026-10-14T20:00:00Z", endsAt: "2026-10-14T22:00:00Z" };
  expect(localDaysOf(toMidnight, "Europe/Berlin", year)).toEqual(["2026-10-14"]);
});

test("an exhibition of two years fills the shown days and no more", () => {
  const long = { startsAt: "2025-06-01T08:00:00Z", endsAt: "2027-06-01T08:00:00Z" };
  const shown = { first: "2026-10-30", last: "2026-11-02" };
  expect(localDaysOf(long, "Europe/Berlin", shown)).toEqual([
    "2026-10-30",
    "2026-10-31",
    "2026-11-01",
    "2026-11-02",
  ]);
  expect(localDaysOf({ ...long, endsAt: long.startsAt }, "Europe/Berlin", shown)).toEqual([]);
});

test("days shift over months, years and the change of clocks", () => {
  expect(shiftDay("2026-12-31", 1)).toBe("2027-01-01");
  expect(shiftDay("2026-03-29", 1)).toBe("2026-03-30");
  expect(shiftDay("2028-03-01", -1)).toBe("2028-02-29");
});
