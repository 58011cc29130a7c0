import { expect, test } from "vitest";
import { spanWords } from "./span-words";

test.each([
  [null, "–"],
  [0, "< 1 ms"],
  [7.4, "7 ms"],
  [999.7, "1 s"],
  [1_240, "1.2 s"],
  [9_960, "10 s"],
  [59_700, "1 min"],
  [310_000, "5 min 10 s"],
  [3_600_000, "1 h"],
  [273_600_000, "3 d 4 h"],
])("%s milliseconds read %s", (ms, words) => {
  expect(spanWords(ms)).toBe(words);
});
