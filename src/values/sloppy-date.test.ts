import { describe, expect, it } from "vitest";
import { parseSloppyDate } from "./sloppy-date";

const label = "Start date";

describe("a date as people type it (U-20)", () => {
  it.each([
    ["14 Oct 2026", "2026-10-14"],
    ["14 october 2026", "2026-10-14"],
    ["14th of October, 2026", "2026-10-14"],
    ["Oct 14, 2026", "2026-10-14"],
    ["Wed 14 Oct 2026", "2026-10-14"],
    ["14-Oct-26", "2026-10-14"],
    ["3 Sept 2026", "2026-09-03"],
    ["2026 Oct 14", "2026-10-14"],
    ["2026-10-14", "2026-10-14"],
    ["2026/10/14", "2026-10-14"],
    ["20261014", "2026-10-14"],
    ["14.10.2026", "2026-10-14"],
    ["14. 10. 26", "2026-10-14"],
    ["14 10 2026", "2026-10-14"],
    ["3/4/2026", "2026-04-03"],
    ["10/14/2026", "2026-10-14"],
    ["  29  Feb  2028 ", "2028-02-29"],
  ])("%s is %s", (text, value) => {
    expect(parseSloppyDate(text, { label })).toEqual({ ok: true, value });
  });

  it("reads month first when told so, and the other order when only that fits", () => {
    expect(parseSloppyDate("10/11/2026", { label, order: "mdy" })).toEqual({ ok: true, value: "2026-10-11" });
    expect(parseSloppyDate("14/10/2026", { label, order: "mdy" })).toEqual({ ok: true, value: "2026-10-14" });
    expect(parseSloppyDate("26-10-14", { label, order: "ymd" })).toEqual({ ok: true, value: "2026-10-14" });
  });

  it("keeps to a fixed order", () => {
    expect(parseSloppyDate("14/10/2026", { label, order: "mdy", isOrderFixed: true })).toMatchObject({
      problem: "impossible",
      message: "Start date has the month 14. Months go from 1 to 12.",
    });
  });
});

describe("date errors name the wrong part: missing, impossible, out of range (U-29)", () => {
  it.each([
    ["", "missing", "Enter the start date: day, month and year."],
    ["14 Oct", "missing", "Start date needs a year. Write day, month and year."],
    ["14/10", "missing", "Start date needs a year. Write day, month and year."],
    ["2026-10", "missing", "Start date needs a day. Write day, month and year."],
    ["October", "missing", "Start date needs a day and a year. Write day, month and year."],
    ["14", "missing", "Start date needs a month and a year. Write day, month and year."],
    ["next week", "impossible", "Start date cannot be read as a date. Write day, month and year."],
    ["30 Feb 2026", "impossible", "Start date has the day 30, but February 2026 has 28 days."],
    ["0 Feb 2026", "impossible", "Start date has the day 0, but February 2026 has 28 days."],
    ["2026-13-01", "impossible", "Start date has the month 13. Months go from 1 to 12."],
    ["14 Oct 202", "impossible", "Start date has the year 202. Write all four digits."],
    [
      "Tue 14 Oct 2026",
      "impossible",
      "Start date: 14 October 2026 is a Wednesday. Correct the day or the date.",
    ],
    ["1 Jan 2026", "out-of-range", "Start date must be 1 Mar 2026 or later."],
    ["1 Jan 2028", "out-of-range", "Start date must be 31 Dec 2027 or earlier."],
    ["31 Feb 1999", "impossible", "Start date has the day 31, but February 1999 has 28 days."],
  ])("%j is %s", (text, problem, message) => {
    const result = parseSloppyDate(text, { label, earliest: "2026-03-01", latest: "2027-12-31" });
    expect(result).toEqual({ ok: false, problem, message });
  });
});
