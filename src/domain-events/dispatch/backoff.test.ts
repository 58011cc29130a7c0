import { expect, test } from "vitest";
import { BACKOFF_MS, reconnectDelayMs, replayDelayMs, retryDelayMs } from "./backoff";

test("each failure waits for its place in the list, give or take a fifth", () => {
  for (const [index, base] of BACKOFF_MS.entries()) {
    expect(retryDelayMs(index + 1, 0)).toBe(Math.round(base * 0.8));
    expect(retryDelayMs(index + 1, 0.5)).toBe(base);
    expect(retryDelayMs(index + 1, 1)).toBe(Math.round(base * 1.2));
  }
});

test("the ninth failure has no next time", () => {
  expect(retryDelayMs(8, 0.5)).toBe(12 * 60 * 60 * 1000);
  expect(retryDelayMs(9, 0.5)).toBeUndefined();
});

test("a replay holds its key up for half a minute at most, then it is dead", () => {
  expect([1, 2, 3, 4].map((failures) => replayDelayMs(failures, 0.5))).toEqual([
    1_000,
    5_000,
    30_000,
    undefined,
  ]);
});

test("reconnecting never waits longer than two seconds", () => {
  expect(reconnectDelayMs(0, 1)).toBe(50);
  expect(reconnectDelayMs(100, 1)).toBe(2_000);
  expect(reconnectDelayMs(100, 0)).toBe(1_000);
});
