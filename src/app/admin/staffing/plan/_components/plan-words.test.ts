import { expect, test } from "vitest";
import { resultWords, stageWords } from "./plan-words";

const result = {
  by: "solver" as const,
  filled: 58,
  score: 3000,
  filledBound: 58,
  scoreBound: 3000,
  gap: 0,
  greedyFilled: 55,
  greedyScore: 2900,
};

test("a plan says what is proven of it, and what choosing slot by slot would have come to", () => {
  expect(resultWords({ slots: 60, seconds: 1.234, result })).toBe(
    "58 of 60 slots filled in 1.2 s. No roster fills more. No roster of as many fits better. Slot by slot it would be 55.",
  );
  expect(
    resultWords({
      slots: 60,
      seconds: 10,
      result: { ...result, filledBound: 59, gap: 0.0169, greedyFilled: 58 },
    }),
  ).toBe(
    "58 of 60 slots filled in 10.0 s. At most 59 can be filled. Another one could fit 1.7 % better at most. It fits 100 points better than slot by slot.",
  );
});

test("a roster made slot by slot may be proven to be the best", () => {
  const equal = { ...result, by: "greedy" as const, greedyFilled: 58, greedyScore: 3000 };
  expect(resultWords({ slots: 60, result: equal })).toBe(
    "58 of 60 slots filled. No roster fills more. No roster of as many fits better.",
  );
});

test("where nothing is proven it says so", () => {
  const greedy = { ...result, by: "greedy" as const, filledBound: null, scoreBound: null, gap: null };
  expect(
    resultWords({ slots: 1, result: { ...greedy, filled: 1, greedyFilled: 1, greedyScore: 3000 } }),
  ).toBe("1 of 1 slot filled. Nothing is proven: the solver did not finish in time.");
});

test("what the solver is at reads as a line", () => {
  expect(stageWords({ stage: "fits" })).toBe("Looking at who could have what");
  expect(stageWords({ stage: "filled", value: 12, bound: 14.5 })).toBe(
    "Filling slots: 12 so far, 15 at most",
  );
});
