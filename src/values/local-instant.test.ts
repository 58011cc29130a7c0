import fc from "fast-check";
import { expect, test } from "vitest";
import { instantOfLocal, localDateTimeIn } from "./local-instant";
import { localDateTime, resolveLocalTime } from "./venue-time";

const zones = ["America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "Etc/UTC"];

test("an hour that the clocks skip moves forward, one that they show twice is the first", () => {
  expect(instantOfLocal("2036-03-09T02:30", "America/New_York")).toBe("2036-03-09T07:30:00.000Z");
  expect(instantOfLocal("2036-11-02T01:30", "America/New_York")).toBe("2036-11-02T05:30:00.000Z");
});

test("the browser means the same instants as the server, on every clock", () => {
  const minutes = fc.integer({ min: Date.UTC(2000, 0, 1) / 60_000, max: Date.UTC(2060, 0, 1) / 60_000 });
  fc.assert(
    fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
      const moment = new Date(minute * 60_000).toISOString();
      const local = localDateTimeIn(moment, zone);
      expect(local).toBe(localDateTime(moment, zone));
      expect(instantOfLocal(local, zone)).toBe(resolveLocalTime(local, zone).instant);
      const wish = moment.slice(0, 16);
      expect(instantOfLocal(wish, zone)).toBe(resolveLocalTime(wish, zone).instant);
    }),
    { numRuns: 500 },
  );
});
