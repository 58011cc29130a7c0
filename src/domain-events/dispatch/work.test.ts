import { expect, test } from "vitest";
import type { HandlerName } from "@/domain-events/routing";
import type { Delivery } from "./delivery";
import { planWork, SLICE_MAX } from "./work";

function delivery(handler: HandlerName, orderKey: string, position: number, suspect = false): Delivery {
  return {
    handler,
    orderKey,
    suspect,
    position: String(position),
    run: 0,
    eventId: `${orderKey}-${position}`,
    type: "BOOKING_APPROVED",
    category: "booking",
    recordedAt: new Date(0),
    expiresOn: "2033-11-23",
    token: "token",
    place: "(0,1)",
    attempts: 0,
    failures: 0,
    crashes: 0,
    firstStartedAt: null,
    sideEffects: true,
    startMarked: false,
  };
}

const run = (handler: HandlerName, key: string, length: number) =>
  Array.from({ length }, (_, index) => delivery(handler, key, index));

const shape = (deliveries: readonly Delivery[], folding: readonly HandlerName[] = []) =>
  planWork(deliveries, (name) => folding.includes(name)).map(({ kind, handler, deliveries: some }) => [
    kind,
    handler,
    some.map((one) => one.eventId),
  ]);

test("deliveries of one order key stay together and in order", () => {
  expect(shape([...run("workflow", "a", 2), ...run("workflow", "b", 1)])).toEqual([
    ["single", "workflow", ["a-0", "a-1"]],
    ["single", "workflow", ["b-0"]],
  ]);
});

test("the same key of two handlers is two pieces of work", () => {
  expect(shape([...run("notification", "a", 1), ...run("workflow", "a", 1)])).toHaveLength(2);
});

test("a suspect is by itself, also with a folding handler", () => {
  const deliveries = [
    ...run("reporting", "a", 2),
    delivery("reporting", "b", 0, true),
    ...run("reporting", "c", 1),
  ];
  expect(shape(deliveries, ["reporting"])).toEqual([
    ["suspect", "reporting", ["b-0"]],
    ["slice", "reporting", ["a-0", "a-1", "c-0"]],
  ]);
});

test("slices hold whole keys of one handler, 25 at most unless one key is longer", () => {
  const keys = Array.from({ length: 10 }, (_, index) => run("reporting", `k${index}`, 10)).flat();
  for (const work of planWork(keys, () => true)) {
    expect(work.deliveries.length).toBeLessThanOrEqual(SLICE_MAX);
    expect(new Set(work.deliveries.map((one) => one.orderKey)).size * 10).toBe(work.deliveries.length);
  }
  expect(shape(run("reporting", "long", 40), ["reporting"])).toHaveLength(1);
});

const replayed = (one: Delivery, sideEffects = false): Delivery => ({ ...one, run: 1, sideEffects });

test("a slice holds either replays or none, with and without side effects apart", () => {
  const [a, b, c] = ["a", "b", "c"].map((key) => delivery("reporting", key, 0));
  if (!a || !b || !c) throw new Error("three deliveries");
  expect(shape([a, replayed(b), replayed(c, true)], ["reporting"])).toEqual([
    ["slice", "reporting", ["a-0"]],
    ["slice", "reporting", ["b-0"]],
    ["slice", "reporting", ["c-0"]],
  ]);
});

test("a key with a replay and what happens now in it is worked off one by one, in order", () => {
  const deliveries = [replayed(delivery("reporting", "a", 0)), delivery("reporting", "a", 1)];
  expect(shape(deliveries, ["reporting"])).toEqual([["single", "reporting", ["a-0", "a-1"]]]);
});
