import { expect, test } from "vitest";
import { atNoon, listedLine } from "@/testing/builders/listed-line";
import type { ListedLine } from "./merge-lines";
import { followUps, isHeldUp, storyTrees, untilLastEffectOf } from "./story-tree";

type Cells = ListedLine["handlers"];

function line(id: string, second: number, causationId: string | null, handlers: Cells = []): ListedLine {
  return listedLine({ id, position: String(second), at: atNoon(second * 1000), causationId, handlers });
}

const done = (latencyMs: number): Cells => [
  { handler: "workflow", state: "done", attempts: 1, startedMs: 5, latencyMs },
];
const open: Cells = [{ handler: "workflow", state: "retrying", attempts: 2, startedMs: 5, latencyMs: null }];

test("what one entry caused hangs below it; an unknown cause begins a tree", () => {
  const trees = storyTrees([
    line("submitted", 1, null),
    line("approved", 2, null),
    line("generated", 3, "approved"),
    line("created", 4, "generated"),
    line("stray", 5, "expired"),
  ]);
  expect(trees.map((node) => [node.line.id, followUps(node)])).toEqual([
    ["submitted", 0],
    ["approved", 2],
    ["stray", 0],
  ]);
  expect(trees[1]?.caused[0]?.caused[0]?.line.id).toBe("created");
});

test("the last effect counts from the first entry, through everything that followed", () => {
  const [root] = storyTrees([
    line("approved", 2, null, done(40)),
    line("generated", 3, "approved", done(500)),
    line("created", 4, "generated", done(300)),
  ]);
  expect(root?.untilLastEffectMs).toBe(2_300);
  expect(root?.caused[0]?.untilLastEffectMs).toBe(1_300);
});

test("as long as anything below is open there is no last effect", () => {
  const [root] = storyTrees([line("approved", 2, null, done(40)), line("generated", 3, "approved", open)]);
  expect(root?.untilLastEffectMs).toBeNull();
});

test("what gave up below an entry holds it up; what is only being retried does not", () => {
  const parked: Cells = [
    { handler: "workflow", state: "parked", attempts: 9, startedMs: 5, latencyMs: null },
  ];
  const [held, moving] = storyTrees([
    line("approved", 1, null, done(40)),
    line("generated", 2, "approved", parked),
    line("submitted", 3, null, open),
  ]);
  expect([held, moving].map((tree) => tree && isHeldUp(tree))).toEqual([true, false]);
});

test("a chain is over with the last effect of whichever act takes longest", () => {
  const chain = (last: Cells) =>
    untilLastEffectOf(storyTrees([line("submitted", 1, null, done(5_000)), line("approved", 2, null, last)]));
  expect(chain(done(40))).toBe(5_000);
  expect(chain(done(9_000))).toBe(10_000);
  expect(chain(open)).toBeNull();
});
