import { expect, test } from "vitest";
import { figuresSchema } from "./figures-schema";

const check = (lines: readonly [string, string][]) => {
  const result = figuresSchema.safeParse(lines.map(([name, amount]) => ({ name, amount })));
  return result.success
    ? result.data
    : result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
};

test("lines become figures by name, empty lines nothing", () => {
  expect(
    check([
      ["Samples", "1 200"],
      ["", ""],
      ["Leads ", "4,5"],
    ]),
  ).toEqual({ Samples: 1200, Leads: 4.5 });
  expect(check([])).toEqual({});
});

test("half a line, the same name twice and what is no number are told where they stand", () => {
  expect(
    check([
      ["Samples", ""],
      ["", "12"],
      ["Leads", "NaN"],
      ["Leads", "3"],
    ]),
  ).toEqual([
    "0.amount: Enter a number, such as 120 or 12.5.",
    "1.name: Enter what was counted.",
    "2.amount: Enter a number, such as 120 or 12.5.",
    "3.name: Leads stands here twice. Add the two up.",
  ]);
});
