import { describe, expect, it } from "vitest";
import { monthTitle, monthWeeks, shiftMonth } from "./month-days";

describe("the days of a month", () => {
  it("fills whole weeks from Monday with the neighboring months", () => {
    const weeks = monthWeeks("2026-10");
    expect(weeks).toHaveLength(5);
    expect(weeks[0]?.map((day) => day.date)).toEqual([
      "2026-09-28",
      "2026-09-29",
      "2026-09-30",
      "2026-10-01",
      "2026-10-02",
      "2026-10-03",
      "2026-10-04",
    ]);
    expect(weeks.at(-1)?.at(-1)).toEqual({ date: "2026-11-01", day: 1, isInMonth: false });
  });

  it("knows leap years, four-week months and the turn of the year", () => {
    expect(monthWeeks("2027-02")).toHaveLength(4);
    expect(
      monthWeeks("2028-02")
        .flat()
        .filter((day) => day.isInMonth),
    ).toHaveLength(29);
    expect(monthWeeks("2026-01")[0]?.[0]?.date).toBe("2025-12-29");
    expect(shiftMonth("2026-12", 1)).toBe("2027-01");
    expect(shiftMonth("2026-01", -1)).toBe("2025-12");
    expect(monthTitle("2026-10")).toBe("October 2026");
  });

  it("refuses what is no month", () => {
    expect(() => monthWeeks("2026-13")).toThrow(RangeError);
    expect(() => monthWeeks("October")).toThrow(RangeError);
  });
});
