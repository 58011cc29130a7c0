import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  endOfLocalDate,
  localDate,
  localDateTime,
  resolveLocalTime,
  startOfLocalDate,
  toIsoInstant,
  toOffsetDateTime,
} from "./venue-time";

describe("a wall clock becomes an instant (domain.md rule 2)", () => {
  it.each([
    ["America/New_York", "2026-12-05T10:00", "2026-12-05T10:00:00-05:00", null],
    ["America/New_York", "2026-03-08T02:30", "2026-03-08T03:30:00-04:00", "gap"],
    ["America/New_York", "2026-03-08T03:00", "2026-03-08T03:00:00-04:00", null],
    ["America/New_York", "2026-11-01T01:30", "2026-11-01T01:30:00-04:00", "overlap"],
    ["America/New_York", "2026-11-01T02:00", "2026-11-01T02:00:00-05:00", null],
    ["Europe/Berlin", "2026-03-29T02:00", "2026-03-29T03:00:00+02:00", "gap"],
    ["Europe/Berlin", "2026-10-25T02:30", "2026-10-25T02:30:00+02:00", "overlap"],
    // Lord Howe changes by half an hour only.
    ["Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-04T02:45:00+11:00", "gap"],
    ["Australia/Lord_Howe", "2026-10-04T02:30", "2026-10-04T02:30:00+11:00", null],
    ["Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-05T01:45:00+11:00", "overlap"],
    // Samoa skipped the whole of 30 December 2011.
    ["Pacific/Apia", "2011-12-30T10:00", "2011-12-31T10:00:00+14:00", "gap"],
    // In these the change is at midnight, so a day may start at 01:00.
    ["America/Sao_Paulo", "2018-11-04T00:00", "2018-11-04T01:00:00-02:00", "gap"],
    ["Africa/Cairo", "2026-04-24T00:30", "2026-04-24T01:30:00+03:00", "gap"],
    ["Asia/Kathmandu", "2026-06-01T09:00", "2026-06-01T09:00:00+05:45", null],
    ["Etc/UTC", "2026-06-01T09:00", "2026-06-01T09:00:00+00:00", null],
  ])("%s %s is %s", (zone, local, offsetDateTime, note) => {
    const resolved = resolveLocalTime(local, zone);
    expect(resolved).toEqual({
      instant: toIsoInstant(offsetDateTime),
      offsetDateTime,
      localDateTime: offsetDateTime.slice(0, 16),
      note,
    });
  });

  it("refuses an impossible date and an unknown zone", () => {
    expect(() => resolveLocalTime("2026-02-30T10:00", "Europe/Berlin")).toThrow(RangeError);
    expect(() => resolveLocalTime("2026-02-20T10:00", "Europe/Atlantis")).toThrow(RangeError);
  });

  it("comes back to the same wall clock unless the clock skipped it", () => {
    const zones = ["America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Tehran"];
    const minutes = fc.date({
      min: new Date("1990-01-01"),
      max: new Date("2037-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(fc.constantFrom(...zones), minutes, (zone, date) => {
        const local = date.toISOString().slice(0, 16);
        const { instant, note, offsetDateTime } = resolveLocalTime(local, zone);
        expect(toOffsetDateTime(instant, zone)).toBe(offsetDateTime);
        if (note === "gap") expect(localDateTime(instant, zone) > local).toBe(true);
        else expect(localDateTime(instant, zone)).toBe(local);
      }),
    );
  });
});

describe("the venue's calendar", () => {
  it("computes the date at the venue, not in UTC (rule 1)", () => {
    expect(localDate("2026-07-01T01:00:00Z", "America/New_York")).toBe("2026-06-30");
    expect(localDate(new Date("2026-06-30T23:00:00Z"), "Asia/Tokyo")).toBe("2026-07-01");
  });

  it("starts a day where the clock starts it", () => {
    expect(startOfLocalDate("2018-11-04", "America/Sao_Paulo")).toBe("2018-11-04T03:00:00.000Z");
    expect(endOfLocalDate("2026-06-30", "America/New_York")).toBe("2026-07-01T04:00:00.000Z");
  });
});
