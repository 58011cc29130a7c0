import { expect, test } from "vitest";
import type { Activity, EventRecord } from "./event-record";
import { nextStep } from "./next-step";

type Given = Parameters<typeof nextStep>[0];

const none: EventRecord["can"] = {
  openBooking: true,
  seeInternals: true,
  assignManager: false,
  startPreparation: false,
  addTask: false,
  completeTask: false,
  reopenTask: false,
  start: false,
  complete: false,
  reviseOutcome: false,
  cancel: false,
  reschedule: false,
  reportIssue: true,
  acknowledgeIssue: true,
  resolveIssue: true,
};
const venue = (isMet: boolean) => ({ part: "venue", isMet, text: "", evidence: null }) as const;
const task = (change: object = {}) => ({
  id: "van",
  kind: "logistics" as const,
  description: "Book a van.",
  assignedTo: null,
  dueAt: "2026-10-10T10:00:00Z",
  minutesBefore: null,
  status: "open" as const,
  doneBy: null,
  doneAt: null,
  evidence: null,
  ticksItself: false,
  ...change,
});
const event = (change: Partial<Given>, can: Partial<EventRecord["can"]> = {}): Given => ({
  status: "preparing",
  onHold: false,
  startsAt: "2026-10-14T10:00:00Z",
  readiness: [venue(true)],
  tasks: [],
  can: { ...none, ...can },
  ...change,
});
const activity = (id: string, can: Partial<Activity["can"]>): Activity => ({
  id,
  eventId: "event-1",
  planIndex: 0,
  activityType: "Sampling",
  description: "",
  duration: 60,
  requiredKitTemplateIds: [],
  requiredStaffRoles: [],
  status: "planned",
  startedAt: null,
  completedAt: null,
  outcomes: null,
  cancelledReason: null,
  version: 1,
  elapsedMinutes: null,
  can: { start: false, complete: false, cancel: false, reportIssue: true, ...can },
});
const WEEK_BEFORE = "2026-10-07T10:00:00Z";
const prepares = { completeTask: true, start: true };
const kindAt = (given: Given, now = WEEK_BEFORE, activities: readonly Activity[] = []) =>
  nextStep(given, activities, now)?.kind ?? null;

test("preparation begins, then the venue is confirmed, then the tasks are ticked, then one waits", () => {
  expect(kindAt(event({ status: "assigned" }, { startPreparation: true, start: true }))).toBe(
    "startPreparation",
  );
  expect(kindAt(event({ readiness: [venue(false)], tasks: [task()] }, prepares))).toBe("confirmVenue");
  expect(nextStep(event({ tasks: [task(), task({ id: "brief" })] }, prepares), [], WEEK_BEFORE)).toEqual({
    kind: "checklist",
    open: 2,
  });
  expect(
    kindAt(event({ tasks: [task({ ticksItself: true }), task({ status: "done" })] }, prepares)),
  ).toBeNull();
});

test("a ready event starts from a day before; an unready one is offered its start when it is near", () => {
  expect(kindAt(event({ status: "ready" }, prepares))).toBeNull();
  expect(kindAt(event({ status: "ready" }, prepares), "2026-10-13T10:00:00Z")).toBe("start");
  const unready = event({ readiness: [venue(false)] }, prepares);
  expect(kindAt(unready, "2026-10-14T07:59:59Z")).toBe("confirmVenue");
  expect(kindAt(unready, "2026-10-14T08:00:00Z")).toBe("start");
});

test("a running event runs its activities, then ends", () => {
  const running = event({ status: "in_progress" }, { complete: true });
  const [begun, planned] = [activity("begun", { complete: true }), activity("planned", { start: true })];
  expect(nextStep(running, [planned, begun], WEEK_BEFORE)).toEqual({
    kind: "completeActivity",
    activity: begun,
  });
  expect(nextStep(running, [planned], WEEK_BEFORE)).toEqual({ kind: "startActivity", activity: planned });
  expect(kindAt(running, WEEK_BEFORE, [activity("done", {})])).toBe("complete");
});

test("nothing is pressed on an event that is on hold, over, or not one's own", () => {
  expect(kindAt(event({ onHold: true, status: "ready" }, prepares), "2026-10-14T09:00:00Z")).toBeNull();
  expect(kindAt(event({ status: "completed" }))).toBeNull();
  expect(kindAt(event({ status: "in_progress" }))).toBeNull();
});
