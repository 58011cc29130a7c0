import { expect, test } from "vitest";
import { countdownOf, spanWords } from "./countdown";

const event = { status: "ready", startsAt: "2026-10-14T10:00:00Z", endsAt: "2026-10-14T14:00:00Z" } as const;
const at = (now: string, status: Parameters<typeof countdownOf>[0]["status"] = "ready") => {
  const countdown = countdownOf({ ...event, status }, now);
  return countdown && `${countdown.label} ${countdown.figure}`;
};

test("it counts to the start, then says how late it is", () => {
  expect(at("2026-10-14T09:12:00Z")).toBe("Starts in 48 min");
  expect(at("2026-10-14T09:59:59Z")).toBe("Starts in 1 min");
  expect(at("2026-10-14T10:12:00Z", "preparing")).toBe("Should have started 12 min ago");
  expect(at("2026-10-14T16:00:00Z")).toBe("Should have ended 2 h ago");
});

test("while it runs it counts to the end, and past it", () => {
  expect(at("2026-10-14T12:30:00Z", "in_progress")).toBe("Running, ends in 1 h 30 min");
  expect(at("2026-10-14T14:20:00Z", "in_progress")).toBe("Running, past its end by 20 min");
});

test("what is over or cancelled has no countdown", () => {
  expect(at("2026-10-14T09:00:00Z", "completed")).toBeNull();
  expect(at("2026-10-14T09:00:00Z", "cancelled")).toBeNull();
});

test.each([
  [0, "1 min"],
  [59 * 60_000, "59 min"],
  [60 * 60_000, "1 h"],
  [(23 * 60 + 59) * 60_000, "23 h 59 min"],
  [24 * 3_600_000, "1 day"],
  [52 * 3_600_000, "2 days 4 h"],
])("%d ms is %s", (ms, words) => {
  expect(spanWords(ms)).toBe(words);
});
