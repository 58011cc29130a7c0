import { expect, test } from "vitest";
import { figureName, figureValue } from "./date-result";

test.each([
  ["samplesGiven", "Samples given"],
  ["conversations", "Conversations"],
  ["people_reached", "People reached"],
  ["visitors at VIP gate", "Visitors at VIP gate"],
])("a figure named %s reads %s", (name, words) => {
  expect(figureName(name)).toBe(words);
});

test("figures are grouped, and stay what they are", () => {
  expect([1240, 0, -1500, 4.5].map(figureValue)).toEqual(["1\u00A0240", "0", "-1\u00A0500", "4.5"]);
});
