import { expect, test } from "vitest";
import { roundTop } from "./weekly-chart";

test("the scale ends above the highest bar, on an even number", () => {
  const tops = [1, 2, 3, 10, 11, 47, 49, 120, 999, 3_998].map(roundTop);
  expect(tops).toEqual([2, 2, 4, 10, 12, 50, 50, 120, 1_000, 4_000]);
});
