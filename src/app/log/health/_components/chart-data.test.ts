import { expect, test } from "vitest";
import { failures, type Health, latency, stepsOf, throughput, waiting } from "./chart-data";

const minute = (number: number) => new Date(Date.UTC(2026, 10, 27, 12, number)).toISOString();
const point = (number: number, given: object = {}) => ({
  at: minute(number),
  appended: 0,
  done: 0,
  failed: 0,
  retried: 0,
  dead: 0,
  settled: 0,
  p50: null,
  p95: null,
  p99: null,
  ...given,
});
const account = (handler: string, open: number) => ({
  handler,
  owed: 0,
  settled: 0,
  waiting: open,
  parked: 0,
  missing: 0,
});

const health: Health = {
  now: minute(4),
  measuredAt: minute(4),
  countedAt: minute(4),
  range: "1h",
  from: minute(0),
  stepMs: 60_000,
  series: [
    { handler: "", points: [point(1, { appended: 10 })] },
    {
      handler: "reporting",
      points: [
        point(1, { appended: 10, done: 4, settled: 4, p95: 20 }),
        point(3, { done: 6, settled: 6, p95: 900 }),
      ],
    },
    {
      handler: "workflow",
      points: [point(1, { appended: 3, failed: 2, dead: 1, done: 1, settled: 1, p95: 5 })],
    },
  ],
  marks: [],
  handlers: [],
  lines: [],
  accounts: [account("reporting", 0), account("workflow", 2)],
  reconciled: { ranAt: null, found: 0, filledEver: 0, foundAt: null },
  instances: [],
  sealing: { oldestUnsealedAt: null, lagMs: 0, lastBlock: 0 },
  database: { runwayDays: 400, transactions: [], deadTupleShare: null },
  limits: [],
  incidents: [],
};

const valuesOf = (data: ReturnType<typeof throughput>) =>
  Object.fromEntries(data.lines.map((line) => [line.label, line.values]));

test("steps go from the beginning of the range up to now", () => {
  expect(stepsOf(health)).toEqual([0, 1, 2, 3, 4].map(minute));
});

test("a quiet step is nothing, one that is not over yet is a gap", () => {
  expect(valuesOf(throughput(health, ""))).toEqual({
    Recorded: [0, 10, 0, 0, null],
    Handled: [0, 5, 0, 6, null],
  });
});

test("what is not counted yet is a gap as well", () => {
  const behind = { ...health, countedAt: minute(2) };
  expect(valuesOf(throughput(behind, "workflow"))).toEqual({
    Owed: [0, 3, null, null, null],
    Handled: [0, 1, null, null, null],
  });
});

test("longer steps are shown per minute", () => {
  expect(valuesOf(throughput({ ...health, stepMs: 120_000 }, "")).Recorded).toEqual([0, 0, null]);
  const even = {
    ...health,
    stepMs: 120_000,
    series: [{ handler: "", points: [point(2, { appended: 10 })] }],
  };
  expect(valuesOf(throughput({ ...even, now: minute(6), countedAt: minute(6) }, "")).Recorded).toEqual([
    0,
    5,
    0,
    null,
  ]);
});

test("a step in which nothing was done has no latency", () => {
  expect(valuesOf(latency(health, ""))).toEqual({
    "reporting p95": [null, 20, null, 900, null],
    "workflow p95": [null, 5, null, null, null],
  });
  expect(latency(health, "reporting").lines.map((line) => line.label)).toEqual(["p50", "p95", "p99"]);
});

test("failures add up over the handlers that are looked at", () => {
  expect(valuesOf(failures(health, ""))).toEqual({
    "Failed tries": [0, 2, 0, 0, null],
    Parked: [0, 1, 0, 0, null],
  });
  expect(valuesOf(failures(health, "reporting")).Parked).toEqual([0, 0, 0, 0, null]);
});

test("what was open is reckoned back from what is open now", () => {
  expect(valuesOf(waiting(health, ""))).toEqual({
    reporting: [0, 6, 6, 0, 0],
    workflow: [0, 2, 2, 2, 2],
  });
});
