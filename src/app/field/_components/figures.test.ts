import { expect, test } from "vitest";
import { amountWords, figuresOf, parseAmount } from "./figures";

const counted = (metrics: Record<string, number>) => ({ outcomes: { metrics, notes: "", photoUrls: [] } });

test("the figures of all activities are added up by name", () => {
  const lines = figuresOf([
    counted({ Samples: 120, Leads: 4 }),
    { outcomes: null },
    counted({ Samples: 80 }),
  ]);
  expect(lines).toEqual([
    { name: "Samples", amount: "200" },
    { name: "Leads", amount: "4" },
  ]);
  expect(figuresOf([])).toEqual([]);
});

test.each([
  ["120", 120],
  [" 1 250 ", 1250],
  ["12,5", 12.5],
  ["-3", -3],
  ["0", 0],
  ["", null],
  ["NaN", null],
  ["Infinity", null],
  ["1e5", null],
  ["12 a", null],
  ["1.2.3", null],
  ["9999999999999999", null],
])("%j is %j", (text, amount) => {
  expect(parseAmount(text)).toBe(amount);
});

test.each([
  [1250, "1\u00A0250"],
  [12.5, "12.5"],
  [1250.1234, "1\u00A0250.1234"],
  [-3, "-3"],
])("%d is shown as %s", (amount, words) => {
  expect(amountWords(amount)).toBe(words);
});
