import { expect, test } from "vitest";
import { countWords, limitWords, sealWords, shareWords, stepWords } from "./health-words";

test("counts are grouped and keep a decimal only where it says something", () => {
  expect([0, 0.44, 9.96, 17.4, 12_400].map(countWords)).toEqual(["0", "0.4", "10", "17", "12\u00A0400"]);
});

test("a share that is not nothing never reads as nothing", () => {
  expect([null, 0, 0.0002, 0.004, 0.123].map(shareWords)).toEqual(["–", "0 %", "< 0.1 %", "0.4 %", "12 %"]);
});

test("limits carry their unit", () => {
  expect([
    limitWords(300_000, "ms"),
    limitWords(5, "%"),
    limitWords(45, "days"),
    limitWords(null, "ms"),
  ]).toEqual(["5 min", "5 %", "45 days", "–"]);
});

test("what has no seal yet reads with its age and the end of the chain", () => {
  expect([
    sealWords({ lagMs: 0, lastBlock: 0 }),
    sealWords({ lagMs: 0, lastBlock: 1_204 }),
    sealWords({ lagMs: 12_000, lastBlock: 0 }),
    sealWords({ lagMs: 12_000, lastBlock: 7 }),
  ]).toEqual([
    "None",
    "None; block 1\u00A0204 is the last",
    "Oldest 12 s",
    "Oldest 12 s; block 7 is the last",
  ]);
});

test("a step is named by its beginning", () => {
  expect(stepWords("2026-11-27T10:42:00.000Z", false)).toBe("10:42");
  expect(stepWords("2026-11-27T10:42:00.000Z", true)).toBe("11-27 10:42");
});
