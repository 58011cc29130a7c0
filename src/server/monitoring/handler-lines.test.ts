import { expect, test } from "vitest";
import type { OpenDeliveries } from "@/domain-events/monitoring/sample";
import type { TypeCounts } from "@/domain-events/monitoring/series";
import { handlerLines } from "./handler-lines";

const counts = (type: string, given: Partial<TypeCounts> = {}): TypeCounts => ({
  handler: "workflow",
  type,
  appended: 0,
  done: 0,
  failed: 0,
  retried: 0,
  dead: 0,
  p50: null,
  p95: null,
  p99: null,
  ...given,
});
const open = (type: string, given: Partial<OpenDeliveries> = {}): OpenDeliveries => ({
  handler: "workflow",
  type,
  due: 0,
  later: 0,
  running: 0,
  expiredLeases: 0,
  parked: 0,
  oldestDueAt: null,
  ...given,
});

test("what was done and what is open of one handler and type make one line", () => {
  expect(
    handlerLines([counts("A", { done: 7 })], [open("A", { due: 2 }), open("B", { due: 1 })]),
  ).toMatchObject([
    { type: "A", done: 7, due: 2 },
    { type: "B", done: 0, due: 1 },
  ]);
});

test("lines that need somebody come first: parked, failed, the longest wait, the busiest", () => {
  const lines = handlerLines(
    [
      counts("QUIET"),
      counts("BUSY", { done: 90 }),
      counts("FAILING", { failed: 1 }),
      counts("WAITING", { done: 1 }),
      counts("LONGER"),
    ],
    [
      open("WAITING", { due: 1, oldestDueAt: "2026-11-27T10:00:00.000Z" }),
      open("LONGER", { due: 1, oldestDueAt: "2026-11-27T09:00:00.000Z" }),
      open("PARKED", { parked: 1 }),
    ],
  );
  expect(lines.map((line) => line.type)).toEqual(["PARKED", "FAILING", "LONGER", "WAITING", "BUSY", "QUIET"]);
});
