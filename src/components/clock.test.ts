import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readClock, watchClock } from "./clock";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-11-23T12:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

test("the clock tells the time from the first look on, and moves on by itself", () => {
  const watcher = vi.fn();
  const end = watchClock(watcher);
  expect(readClock()).toBe("2026-11-23T12:00:00.000Z");
  vi.advanceTimersByTime(60_000);
  expect(readClock()).toBe("2026-11-23T12:01:00.000Z");
  expect(watcher).toHaveBeenCalled();
  end();
});

test("it runs once for all who watch, and stops with the last of them", () => {
  const ends = [watchClock(() => undefined), watchClock(() => undefined)];
  expect(vi.getTimerCount()).toBe(1);
  ends[0]?.();
  expect(vi.getTimerCount()).toBe(1);
  ends[1]?.();
  expect(vi.getTimerCount()).toBe(0);
});

test("a screen that opens after a pause is told the present moment", () => {
  watchClock(() => undefined)();
  vi.setSystemTime(Date.parse("2026-11-23T15:00:00Z"));
  const end = watchClock(() => undefined);
  expect(readClock()).toBe("2026-11-23T15:00:00.000Z");
  end();
});
