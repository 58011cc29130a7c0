import fc from "fast-check";
import { expect, test } from "vitest";
import { LATENCY_BOUNDS_MS, percentiles, quantile } from "./latency";

const classes = LATENCY_BOUNDS_MS.length + 1;
const counts = (given: Readonly<Record<number, number>>) =>
  Array.from({ length: classes }, (_, index) => given[index] ?? 0);

test("nothing done has no latency", () => {
  expect(percentiles(counts({}))).toEqual({ p50: null, p95: null, p99: null });
});

test("one class spreads evenly between its bounds", () => {
  expect(quantile(counts({ 3: 10 }), 0.5)).toBe(35);
  expect(quantile(counts({ 3: 10 }), 1)).toBe(50);
  expect(quantile(counts({ 0: 4 }), 0.25)).toBe(1.25);
});

test("a rare slow delivery shows in the 99th percentile only", () => {
  expect(percentiles(counts({ 1: 980, 9: 20 }))).toMatchObject({ p50: expect.closeTo(7.55, 1), p99: 3500 });
});

test("what lies beyond the last bound is at least that bound", () => {
  expect(quantile(counts({ 13: 1 }), 0.5)).toBe(600_000);
});

test("percentiles never fall as the share grows", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(50), { minLength: classes, maxLength: classes }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      (histogram, one, other) => {
        const low = quantile(histogram, Math.min(one, other));
        const high = quantile(histogram, Math.max(one, other));
        expect((high ?? 0) - (low ?? 0)).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});
