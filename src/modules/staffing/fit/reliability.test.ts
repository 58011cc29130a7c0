import { expect, test } from "vitest";
import { testId } from "@/testing/builders/actors";
import { HALF_LIFE_DAYS, reliabilityOf } from "./reliability";
import type { PastShift } from "./shapes";

const now = "2035-10-10T12:00:00.000Z";
const daysAgo = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString();
const past = (outcome: PastShift["outcome"], days: number): PastShift => ({
  assignmentId: testId(8, days),
  outcome,
  at: daysAgo(days),
});

test("somebody without a past is trusted a little less than one who keeps every shift", () => {
  expect(reliabilityOf([], now).value).toBeCloseTo(0.8);
  expect(reliabilityOf([past("kept", 1), past("kept", 2)], now).value).toBeGreaterThan(0.8);
});

test("not coming weighs more than a withdrawal, that more than being late", () => {
  const values = (["kept", "late", "withdrawn", "no_show"] as const).map(
    (outcome) => reliabilityOf([past(outcome, 1)], now).value,
  );
  expect(values).toEqual([...values].sort((one, other) => other - one));
  expect(new Set(values).size).toBe(4);
});

test("each shift is a receipt, the latest first, and counts half after its half-life", () => {
  const { receipts } = reliabilityOf([past("no_show", HALF_LIFE_DAYS), past("kept", 0)], now);
  expect(receipts).toEqual([
    { ...past("kept", 0), weight: 1, value: 1 },
    { ...past("no_show", HALF_LIFE_DAYS), weight: 0.5, value: 0 },
  ]);
  const recent = reliabilityOf([past("no_show", 1)], now).value;
  expect(reliabilityOf([past("no_show", 700)], now).value).toBeGreaterThan(recent);
});
