import { describe, expect, it } from "vitest";
import { expandRecurrence } from "./recurrence";
import { type RecurrencePattern, recurrencePatternSchema } from "./recurrence-pattern";

const weekly: RecurrencePattern = {
  frequency: "weekly",
  interval: 1,
  startLocal: "2026-10-14T10:00",
  durationMinutes: 240,
  endDate: "2026-11-04",
  timeZone: "America/New_York",
};

const starts = (pattern: Partial<RecurrencePattern>): string[] =>
  expandRecurrence({ ...weekly, ...pattern }).dates.map((date) => date.localStart);

describe("series keep the venue's wall clock (domain.md rule 2)", () => {
  it("10:00 weekly stays 10:00 over the autumn change", () => {
    expect(expandRecurrence(weekly).dates.map((date) => date.offsetDateTime)).toEqual([
      "2026-10-14T10:00:00-04:00",
      "2026-10-21T10:00:00-04:00",
      "2026-10-28T10:00:00-04:00",
      "2026-11-04T10:00:00-05:00",
    ]);
  });

  it("moves only the date that the spring change skips, and says so", () => {
    const { dates } = expandRecurrence({
      ...weekly,
      frequency: "daily",
      startLocal: "2026-03-07T02:30",
      endDate: "2026-03-09",
    });
    expect(dates.map(({ offsetDateTime, note }) => [offsetDateTime, note])).toEqual([
      ["2026-03-07T02:30:00-05:00", null],
      ["2026-03-08T03:30:00-04:00", "gap"],
      ["2026-03-09T02:30:00-04:00", null],
    ]);
  });

  it("takes the first of a repeated time, and says so", () => {
    const pattern = {
      ...weekly,
      startLocal: "2026-10-25T02:30",
      endDate: "2026-10-25",
      timeZone: "Europe/Berlin",
    };
    expect(expandRecurrence(pattern).dates).toEqual([
      {
        localStart: "2026-10-25T02:30",
        startsAt: "2026-10-25T00:30:00.000Z",
        endsAt: "2026-10-25T04:30:00.000Z",
        offsetDateTime: "2026-10-25T02:30:00+02:00",
        note: "overlap",
      },
    ]);
  });

  it("has one date where a skipped day would give two", () => {
    const apia = { frequency: "daily", startLocal: "2011-12-29T10:00", timeZone: "Pacific/Apia" } as const;
    expect(starts({ ...apia, endDate: "2012-01-01" })).toEqual([
      "2011-12-29T10:00",
      "2011-12-31T10:00",
      "2012-01-01T10:00",
    ]);
    expect(starts({ ...apia, endDate: "2011-12-30" })).toEqual(["2011-12-29T10:00"]);
  });

  it("counts length as elapsed time (rule 3)", () => {
    const night = {
      ...weekly,
      startLocal: "2026-03-28T22:00",
      endDate: "2026-03-28",
      timeZone: "Europe/Berlin",
    };
    expect(expandRecurrence({ ...night, durationMinutes: 420 }).dates[0]?.endsAt).toBe(
      "2026-03-29T04:00:00.000Z",
    );
  });
});

describe("monthly (rule 4)", () => {
  const monthly = { frequency: "monthly", startLocal: "2027-10-31T10:00", endDate: "2028-04-30" } as const;

  it("on the 31st clamps to the month's end, always from the original start", () => {
    const { dates, rrule } = expandRecurrence({ ...weekly, ...monthly });
    expect(dates.map(({ localStart, note }) => [localStart.slice(0, 10), note])).toEqual([
      ["2027-10-31", null],
      ["2027-11-30", "clamped"],
      ["2027-12-31", null],
      ["2028-01-31", null],
      ["2028-02-29", "clamped"],
      ["2028-03-31", null],
      ["2028-04-30", "clamped"],
    ]);
    expect(rrule).toBe(
      "DTSTART;TZID=America/New_York:20271031T100000\n" +
        "RRULE:FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=28,29,30,31;BYSETPOS=-1;UNTIL=20280501T035959Z",
    );
  });

  it("on the fifth Friday means the last", () => {
    const fifth = { ...monthly, monthlyRule: "weekday-position", startLocal: "2026-10-30T10:00" } as const;
    expect(starts({ ...fifth, endDate: "2027-01-31" })).toEqual([
      "2026-10-30T10:00",
      "2026-11-27T10:00",
      "2026-12-25T10:00",
      "2027-01-29T10:00",
    ]);
  });

  it("on the fourth Friday stays the fourth, also where it is not the last", () => {
    const fourth = { ...monthly, monthlyRule: "weekday-position", startLocal: "2026-09-25T10:00" } as const;
    expect(starts({ ...fourth, endDate: "2026-10-31" })).toEqual(["2026-09-25T10:00", "2026-10-23T10:00"]);
  });
});

describe("end date, exclusions, extras, cap (rule 5)", () => {
  it("includes an event at 21:00 on the last day in New York, which is the next day in UTC", () => {
    const { dates } = expandRecurrence({
      ...weekly,
      frequency: "daily",
      startLocal: "2026-06-29T21:00",
      endDate: "2026-06-30",
    });
    expect(dates.map((date) => date.startsAt)).toEqual([
      "2026-06-30T01:00:00.000Z",
      "2026-07-01T01:00:00.000Z",
    ]);
  });

  it("starts with the first date that fits the weekdays, and counts weeks from Monday", () => {
    expect(starts({ interval: 2, weekdays: ["MO", "FR"] })).toEqual([
      "2026-10-16T10:00",
      "2026-10-26T10:00",
      "2026-10-30T10:00",
    ]);
  });

  it("counts an extra date that the rule generates too once, and keeps others in order", () => {
    expect(
      starts({
        extraDates: ["2026-10-21T10:00", "2026-10-15T18:00", "2026-12-24T10:00"],
        endDate: "2026-10-21",
      }),
    ).toEqual(["2026-10-14T10:00", "2026-10-15T18:00", "2026-10-21T10:00", "2026-12-24T10:00"]);
  });

  it("leaves excluded dates out", () => {
    expect(starts({ excludeDates: ["2026-10-21", "2026-10-22"] })).not.toContain("2026-10-21T10:00");
  });

  it("stops at 366 dates and says so", () => {
    const daily = { ...weekly, frequency: "daily", startLocal: "2026-01-01T10:00" } as const;
    const year = expandRecurrence({ ...daily, endDate: "2027-01-01" });
    expect([year.dates.length, year.truncated]).toEqual([366, false]);
    const more = expandRecurrence({ ...daily, endDate: "2027-01-02" });
    expect([more.dates.length, more.truncated, more.dates.at(-1)?.localStart]).toEqual([
      366,
      true,
      "2027-01-01T10:00",
    ]);
  });
});

describe("what may be said about a series", () => {
  it("accepts the pattern used here", () => {
    expect(recurrencePatternSchema.parse(weekly)).toEqual(weekly);
  });

  it.each([
    ["interval", { interval: 0 }],
    ["interval", { interval: 53 }],
    ["interval", { interval: 1.5 }],
    ["endDate", { endDate: "2026-10-13" }],
    ["endDate", { endDate: "2026-02-30" }],
    ["startLocal", { startLocal: "2026-10-14T10:00:00Z" }],
    ["durationMinutes", { durationMinutes: 0 }],
    ["extraDates", { extraDates: ["2026-10-14"] }],
    ["weekdays", { weekdays: ["XX"] }],
    ["timeZone", { timeZone: "Europe/Atlantis" }],
  ])("refuses a wrong %s: %j", (field, wrong) => {
    const result = recurrencePatternSchema.safeParse({ ...weekly, ...wrong });
    expect(result.error?.issues[0]?.path[0]).toBe(field);
  });
});
