import { expect, test } from "vitest";
import { type StepAnswer, type StepCursor, takeSteps } from "./replay-steps";

const at = (position: string): StepCursor => ({ recordedAt: "2026-11-27T10:00:00.000Z", position });

function scripted(answers: readonly StepAnswer[], stopAfter = Number.POSITIVE_INFINITY) {
  const asked: (string | undefined)[] = [];
  const seen: (readonly [number, number])[] = [];
  let pauses = 0;
  const run = takeSteps({
    step: async (after) => {
      asked.push(after?.position);
      const answer = answers[asked.length - 1];
      if (!answer) throw new Error("asked too often");
      return answer;
    },
    onStep: (queued, waiting) => seen.push([queued, waiting]),
    isStopped: () => asked.length >= stopAfter,
    pause: async () => {
      pauses += 1;
    },
  });
  return { run, asked, seen, pauses: () => pauses };
}

test("each step begins where the one before ended, and the counts add up", async () => {
  const steps = scripted([
    { count: 500, next: at("500"), waiting: 500 },
    { count: 0, next: at("5500"), waiting: 20 },
    { count: 40, next: null, waiting: 60 },
  ]);
  expect(await steps.run).toBe("done");
  expect(steps.asked).toEqual([undefined, "500", "5500"]);
  expect(steps.seen).toEqual([
    [500, 500],
    [500, 20],
    [540, 60],
  ]);
  expect(steps.pauses()).toBe(0);
});

test("while too many are open it waits and asks for the same step again", async () => {
  const steps = scripted([
    { count: 0, next: at("0"), waiting: 1000 },
    { count: 5, next: at("5"), waiting: 1000 },
    { count: 0, next: at("5"), waiting: 1000 },
    { count: 3, next: null, waiting: 300 },
  ]);
  expect(await steps.run).toBe("done");
  expect(steps.asked).toEqual([undefined, "0", "5", "5"]);
  expect(steps.pauses()).toBe(2);
});

test("stopped, it asks no more", async () => {
  const steps = scripted([{ count: 500, next: at("500"), waiting: 500 }], 1);
  expect(await steps.run).toBe("stopped");
  expect(steps.asked).toHaveLength(1);
});
