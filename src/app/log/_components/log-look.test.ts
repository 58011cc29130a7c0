import { expect, test } from "vitest";
import { readLook, usualLook, writeLook } from "./log-look";
import { logTime } from "./log-time";

test("a look is kept as it was chosen", () => {
  const look = { zone: "Europe/Berlin", columns: ["time", "type", "source"] } as const;
  expect(readLook(writeLook(look))).toEqual(look);
  expect(readLook(writeLook(usualLook))).toEqual(usualLook);
});

test("a cookie of another hand leads to the usual look", () => {
  expect(readLook(undefined)).toEqual(usualLook);
  expect(readLook("")).toEqual(usualLook);
  expect(readLook("Mars/Olympus~time.cake")).toEqual({ zone: "utc", columns: ["time"] });
  expect(readLook("utc~type")).toEqual(usualLook);
});

test("a time is exact and sortable on every clock", () => {
  const at = "2026-11-23T23:30:00.113Z";
  expect(logTime(at, "utc", null)).toBe("2026-11-23 23:30:00.113");
  expect(logTime(at, "Europe/Berlin", null)).toBe("2026-11-24 00:30:00.113");
  expect(logTime(at, "venue", "America/New_York")).toBe("2026-11-23 18:30:00.113");
  expect(logTime(at, "venue", null)).toBe("2026-11-23 23:30:00.113");
});
