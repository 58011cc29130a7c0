import { expect, test } from "vitest";
import { isUsableInstant, venueMomentSchema } from "./usable-instant";

test.each([
  "2036-01-01T00:00:00Z",
  "2036-01-01T00:00:00.123456789+14:00",
  "2036-01-01T00:00:00-12:00",
  "1900-01-01T00:00:00Z",
  "2199-12-31T23:59:59.999Z",
])("%s can be used", (text) => {
  expect(isUsableInstant(text)).toBe(true);
});

test.each([
  "0000-01-01T00:00:00Z",
  "1899-12-31T23:59:59Z",
  "2200-01-01T00:00:00Z",
  "1900-01-01T00:00:00+14:00",
  "9999-12-31T23:59:59-12:00",
  "+275760-09-13T00:00:00Z",
  "2036-01-01T00:00:00+16:00",
  "2036-01-01T00:00:00+23:59",
  "2036-01-01T00:00:00.1234567890Z",
  "2036-02-30T00:00:00Z",
  "2036-01-01T00:00:00",
  "2036-01-01T00:00Z",
  "infinity",
  "now",
  "",
])("%s cannot", (text) => {
  expect(isUsableInstant(text)).toBe(false);
});

test.each([
  ["an instant", "2036-01-01T00:00:00Z", true],
  ["a wall clock", "2036-01-01T00:00", true],
  ["a day that is none", "2036-02-30T00:00", false],
  ["a clock with seconds and no zone", "2036-01-01T00:00:00", false],
  ["a clock of long ago", "1899-12-31T23:59", false],
  ["words", "tomorrow", false],
])("a moment at a venue: %s", (_, text, isOne) => {
  expect(venueMomentSchema.safeParse(text).success).toBe(isOne);
});
