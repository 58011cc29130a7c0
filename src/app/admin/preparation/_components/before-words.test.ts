import { expect, test } from "vitest";
import { beforeWords, parseBefore } from "./before-words";

test.each([
  [0, "at the start"],
  [1, "1 minute"],
  [90, "90 minutes"],
  [60, "1 hour"],
  [2160, "36 hours"],
  [1440, "1 day"],
  [4320, "3 days"],
  [10_080, "1 week"],
  [20_160, "2 weeks"],
])("%d minutes before the start read %s, and are read back", (minutes, words) => {
  expect(beforeWords(minutes)).toBe(words);
  expect(parseBefore(words)).toBe(minutes);
});

test.each([
  ["3", 4320],
  ["3d", 4320],
  [" 2 Weeks before the start ", 20_160],
  ["36 h", 2160],
  ["45 min", 45],
  ["1 hr.", 60],
])("%j is %d minutes", (text, minutes) => {
  expect(parseBefore(text)).toBe(minutes);
});

test.each(["", "soon", "-2 days", "1.5 days", "two days", "3 months"])("%j cannot be read", (text) => {
  expect(parseBefore(text)).toBeNull();
});
