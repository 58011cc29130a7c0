import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { HandlerTimeoutError, TimeLimit } from "./time-limit";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = () => new Promise<void>(() => undefined);
const running = () => new AbortController().signal;

test("work that ends in time settles as it does, and nothing is left over", async () => {
  const limit = new TimeLimit({ timeoutMs: 50, stop: running() });
  await limit.race(Promise.resolve());
  limit.clear();
  vi.advanceTimersByTime(100);
  expect(limit.isOver).toBe(false);
  expect(limit.signal.aborted).toBe(false);
});

test("time up: the race is lost, and a signal asked for before or after is aborted with the reason", async () => {
  const limit = new TimeLimit({ timeoutMs: 50, stop: running() });
  const before = limit.signal;
  const race = limit.race(never());
  vi.advanceTimersByTime(50);
  await expect(race).rejects.toBeInstanceOf(HandlerTimeoutError);
  expect(before.reason).toBeInstanceOf(HandlerTimeoutError);

  const late = new TimeLimit({ timeoutMs: 50, stop: running() });
  vi.advanceTimersByTime(50);
  expect(late.signal.aborted).toBe(true);
});

test("the process stops: at once, also where it had stopped before", async () => {
  const stop = new AbortController();
  const limit = new TimeLimit({ timeoutMs: 50, stop: stop.signal });
  const race = limit.race(never());
  stop.abort(new Error("stops"));
  await expect(race).rejects.toThrow("stops");
  await expect(new TimeLimit({ timeoutMs: 50, stop: stop.signal }).race(never())).rejects.toThrow("stops");
});

test("work that fails after time is up rejects nobody's promise", async () => {
  const limit = new TimeLimit({ timeoutMs: 50, stop: running() });
  const stop = new AbortController();
  const work = new Promise<void>((_, reject) =>
    stop.signal.addEventListener("abort", () => reject(new Error("late"))),
  );
  const race = limit.race(work);
  vi.advanceTimersByTime(50);
  stop.abort();
  await expect(race).rejects.toBeInstanceOf(HandlerTimeoutError);
});
