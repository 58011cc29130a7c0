import { expect, test } from "vitest";
import { effort, momentsOf, spellMs } from "./delivery-words";

test("tries and time in words", () => {
  expect(effort({ attempts: 0, state: "due", latencyMs: null })).toBe("not tried yet");
  expect(effort({ attempts: 1, state: "done", latencyMs: 41 })).toBe("1 try, done 41 ms after the record");
  expect(effort({ attempts: 9, state: "parked", latencyMs: null })).toBe("9 tries");
});

test.each([
  [999, "999 ms"],
  [3_210, "3.2 s"],
  [720_000, "12 min"],
  [18_000_000, "5 h"],
  [259_200_000, "3 d"],
])("%i ms is %s", (ms, words) => {
  expect(spellMs(ms)).toBe(words);
});

test("a parked delivery has no next try, a retrying one has", () => {
  const at = "2026-11-27T10:00:00.000Z";
  const delivery = {
    handler: "workflow",
    run: 0,
    attempts: 2,
    tries: [],
    firstStartedAt: at,
    completedAt: null,
    latencyMs: null,
    lastError: null,
    blockedBy: null,
    pausedAt: null,
    sideEffects: true,
    can: { retry: true, skip: true },
  };
  const labels = (moments: readonly { label: string }[]) => moments.map(({ label }) => label);
  expect(labels(momentsOf({ ...delivery, state: "parked", parkedAt: at, nextTryAt: null }))).toEqual([
    "First tried",
    "Parked",
  ]);
  expect(labels(momentsOf({ ...delivery, state: "retrying", parkedAt: null, nextTryAt: at }))).toEqual([
    "First tried",
    "Next try",
  ]);
});
