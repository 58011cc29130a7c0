import { expect, test } from "vitest";
import { hoursWords } from "./overview-figures";

test("a span of hours is said in the unit that suits it", () => {
  expect([0.001, 0.02, 0.66, 1, 5.54, 26.4, 50, 300].map(hoursWords)).toEqual([
    "< 1 min",
    "1 min",
    "40 min",
    "1 h",
    "5.5 h",
    "26 h",
    "2.1 days",
    "13 days",
  ]);
});
