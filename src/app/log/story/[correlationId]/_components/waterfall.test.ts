import { expect, test } from "vitest";
import { atNoon, listedLine } from "@/testing/builders/listed-line";
import { storyTrees } from "@/app/log/_components/story-tree";
import type { ListedLine } from "@/app/log/_components/merge-lines";
import { actsOf, partsOf, waterfallOf } from "./waterfall";

type Cell = ListedLine["handlers"][number];

function line(id: string, ms: number, causationId: string | null, handlers: readonly Cell[]): ListedLine {
  return listedLine({ id, position: String(ms), at: atNoon(ms), causationId, handlers });
}

const cell = (handler: string, startedMs: number | null, latencyMs: number | null): Cell => ({
  handler,
  state: latencyMs === null ? "retrying" : "done",
  attempts: startedMs === null ? 0 : 1,
  startedMs,
  latencyMs,
});

function waterfall(lines: readonly ListedLine[]) {
  const [root] = storyTrees(lines);
  if (!root) throw new Error("no act");
  return waterfallOf(root);
}

test("an entry, its deliveries and what it caused stand on one axis, which ends with the last effect", () => {
  const { bars, spanMs } = waterfall([
    line("approved", 0, null, [cell("workflow", 10, 40)]),
    line("generated", 30, "approved", [cell("reporting", 20, 70)]),
  ]);
  expect(
    bars.map(({ key, depth, fromMs, waitedMs, tookMs }) => [key, depth, fromMs, waitedMs, tookMs]),
  ).toEqual([
    ["approved", 0, 0, null, 100],
    ["approved workflow", 0, 0, 10, 30],
    ["generated", 1, 30, null, 70],
    ["generated reporting", 1, 30, 20, 50],
  ]);
  expect(spanMs).toBe(100);
  expect(bars.map((bar) => partsOf(bar, spanMs))).toEqual([
    { from: 0, waited: 0, took: 100 },
    { from: 0, waited: 10, took: 30 },
    { from: 30, waited: 0, took: 70 },
    { from: 30, waited: 20, took: 50 },
  ]);
});

test("what is open reaches to the end, and what was not tried yet has only waited", () => {
  const { bars, spanMs } = waterfall([
    line("approved", 0, null, [
      cell("notification", 50, null),
      cell("reporting", 10, 100),
      cell("workflow", null, null),
    ]),
  ]);
  expect(bars.map((bar) => partsOf(bar, spanMs))).toEqual([
    { from: 0, waited: 0, took: 100 },
    { from: 0, waited: 50, took: 50 },
    { from: 0, waited: 10, took: 90 },
    { from: 0, waited: 100, took: 0 },
  ]);
});

test("a moment in a long act is still seen, also at its very end", () => {
  const { bars, spanMs } = waterfall([
    line("offered", 0, null, [cell("reporting", 1, 2)]),
    line("expired", 86_400_000, "offered", [cell("reporting", 0, 1)]),
  ]);
  const parts = bars.map((bar) => partsOf(bar, spanMs));
  for (const { from, waited, took } of parts) {
    expect(took).toBeGreaterThanOrEqual(0.5);
    expect(from + waited + took).toBeLessThanOrEqual(100);
  }
});

test("an entry that nobody hears is a moment", () => {
  const { bars, spanMs } = waterfall([line("noted", 0, null, [])]);
  expect(spanMs).toBe(1);
  expect(bars).toHaveLength(1);
});

test("a long story begins with what a page can hold", () => {
  const acts = (count: number) =>
    actsOf(
      storyTrees(
        Array.from({ length: count }, (_, index) =>
          line(`act-${index}`, index, null, [cell("reporting", 1, 2)]),
        ),
      ),
    );
  expect(acts(40).map(({ isOpenAtFirst }) => isOpenAtFirst)).toEqual(
    Array.from({ length: 40 }, (_, index) => index < 30),
  );
  const handlers = Array.from({ length: 70 }, (_, index) => cell(`handler-${index}`, 1, 2));
  expect(actsOf(storyTrees([line("alone", 0, null, handlers)]))[0]?.isOpenAtFirst).toBe(true);
});
