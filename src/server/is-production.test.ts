import { expect, test } from "vitest";
import { isProduction } from "./is-production";

test.each([
  ["production", false, true],
  ["production", true, false],
  ["development", false, false],
  ["test", false, false],
] as const)("in %s, with demo data: %s, an agency works here: %s", (mode, demo, expected) => {
  expect(isProduction({ mode, demo })).toBe(expected);
});
