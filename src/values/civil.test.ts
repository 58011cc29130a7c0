import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, instantMs, isLocalDateTime, isoWeekday, parseLocalDate } from "./civil";

describe("calendar arithmetic", () => {
  it("agrees with the platform on every instant of four centuries", () => {
    const dates = fc.date({ min: new Date("1800-01-01"), max: new Date("2200-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        const iso = date.toISOString();
        const civil = parseLocalDate(iso);
        expect(instantMs(iso)).toBe(date.getTime());
        expect(instantMs(date)).toBe(date.getTime());
        expect(civil && isoWeekday(dayNumber(civil)) % 7).toBe(date.getUTCDay());
      }),
    );
  });

  it("reads offsets, and refuses a local time as an instant", () => {
    expect(instantMs("2026-12-05T10:00:00-05:00")).toBe(Date.UTC(2026, 11, 5, 15));
    expect(instantMs("2026-12-05T10:00+05:45")).toBe(Date.UTC(2026, 11, 5, 4, 15));
    expect(() => instantMs("2026-12-05T10:00")).toThrow(RangeError);
    for (const wrong of [
      "2026-02-30T10:00Z",
      "2026-02-20T25:00Z",
      "2026-02-20T10:00:60Z",
      "2026-02-20T10:00+99:00",
    ]) {
      expect(() => instantMs(wrong)).toThrow(RangeError);
    }
  });

  it("knows leap days and impossible dates", () => {
    expect(parseLocalDate("2028-02-29")).not.toBeNull();
    expect(parseLocalDate("2100-02-29")).toBeNull();
    expect(isLocalDateTime("2026-10-14T23:59")).toBe(true);
    expect(isLocalDateTime("2026-10-14T24:00")).toBe(false);
    expect(isLocalDateTime("2026-10-14T10:00:00")).toBe(false);
  });
});
