import { expect, test } from "vitest";
import { concernsOf, missingOf, readinessWords } from "./readiness-words";

const item = (part: "staff" | "kits" | "logistics" | "venue", isMet: boolean, text = "") => ({
  part,
  isMet,
  text,
  evidence: null,
});
const met = [item("staff", true), item("kits", true), item("logistics", true), item("venue", true)];
const unmet = [
  item("staff", true),
  item("kits", true),
  item("logistics", false, "1 of 2 logistics tasks done."),
  item("venue", false, "The venue is not confirmed."),
];
const event = { status: "preparing", startsAt: "2026-10-14T10:00:00Z", readiness: unmet } as const;
const at = (now: string, change: Partial<Parameters<typeof readinessWords>[0]> = {}) =>
  readinessWords({ ...event, ...change }, now);

test("what is missing is named, amber at first and red in the last day", () => {
  expect(at("2026-10-12T10:00:00Z")).toEqual({ tone: "caution", text: "Missing: logistics, venue" });
  expect(at("2026-10-13T10:00:01Z")).toMatchObject({ tone: "problem" });
  expect(at("2026-10-12T10:00:00Z", { status: "assigned" })?.text).toBe("Preparation not begun");
});

test("all set is only what the facts call ready", () => {
  expect(at("2026-10-12T10:00:00Z", { status: "ready", readiness: met })).toEqual({
    tone: "good",
    text: "All set",
  });
  expect(at("2026-10-12T10:00:00Z", { readiness: met })?.text).toBe("Nothing is missing");
});

test("what runs or is over is neither ready nor unready", () => {
  expect(at("2026-10-14T11:00:00Z", { status: "in_progress" })).toBeNull();
  expect(at("2026-10-14T11:00:00Z", { status: "cancelled" })).toBeNull();
});

test("what stands in the way is told in sentences", () => {
  const grounds = {
    readiness: unmet,
    tasks: { done: 1, total: 4, overdue: 1 },
    issues: { open: 3, critical: 2 },
  };
  expect(missingOf({ status: "preparing", ...grounds })).toEqual([
    "1 of 2 logistics tasks done.",
    "The venue is not confirmed.",
    "1 task is overdue.",
    "2 critical issues are open.",
  ]);
  expect(missingOf({ status: "in_progress", ...grounds })).toEqual(["2 critical issues are open."]);
  expect(missingOf({ status: "completed", ...grounds })).toEqual([]);
  expect(concernsOf({ status: "preparing", ...grounds })).toEqual([
    "1 task is overdue.",
    "2 critical issues are open.",
  ]);
});
