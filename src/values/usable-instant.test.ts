import { expect, test } from "vitest";
import { isUsableInstant } from "./usable-instant";

test.each([
  "2036-01-01T00:00:00Z",
  "2036-01-01T00:00:00.123456789+14:00",
  "2036-01-01T00:00-12:00",
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
  "infinity",
  "now",
  "",
])("%s cannot", (text) => {
  expect(isUsableInstant(text)).toBe(false);
});
