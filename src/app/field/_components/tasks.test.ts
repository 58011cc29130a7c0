import { expect, test } from "vitest";
import type { Task } from "./event-record";
import { checklistOf, dueWords, isOverdue, withTicks } from "./tasks";

const task = (id: string, dueAt: string, change: Partial<Task> = {}): Task => ({
  id,
  kind: "logistics",
  description: "Book a van.",
  assignedTo: null,
  dueAt,
  minutesBefore: null,
  status: "open",
  doneBy: null,
  doneAt: null,
  evidence: null,
  ticksItself: false,
  ...change,
});
const van = task("van", "2026-10-12T08:00:00Z");
const brief = task("brief", "2026-10-11T08:00:00Z");
const permit = task("permit", "2026-10-10T08:00:00Z", { status: "done" });
const NOW = "2026-10-11T12:00:00Z";

test("open tasks come by their due time, done ones apart, late ones counted", () => {
  const { open, done, overdue } = checklistOf([van, permit, brief], NOW);
  expect(open.map(({ id }) => id)).toEqual(["brief", "van"]);
  expect(done.map(({ id }) => id)).toEqual(["permit"]);
  expect(overdue).toBe(1);
});

test("a tick on its way already counts, and a reopening too", () => {
  const ticked = withTicks(
    [van, brief, permit],
    new Map([
      ["brief", "done"],
      ["permit", "open"],
    ] as const),
  );
  expect(ticked.map(({ status }) => status)).toEqual(["open", "done", "open"]);
  expect(withTicks([van], new Map())).toEqual([van]);
});

test("a task is overdue only while it is open", () => {
  expect(isOverdue(brief, NOW)).toBe(true);
  expect(isOverdue(van, NOW)).toBe(false);
  expect(isOverdue({ ...brief, status: "done" }, NOW)).toBe(false);
});

test("a due time is on the venue's clock", () => {
  expect(dueWords(van, "America/New_York", NOW)).toBe("Due Mon 12 Oct 04:00");
});
