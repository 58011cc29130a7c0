import { describe, expect, test } from "vitest";
import { byTimeLeft, decisionRisk, eventRisks, issueRisk, type Risk, type WatchedEvent } from "./radar";

const NOW = "2035-10-14T12:00:00.000Z";
/** So many hours after now, or before it when negative. */
const inHours = (hours: number) => new Date(Date.parse(NOW) + hours * 3_600_000).toISOString();

/** Ahead in five days, prepared and confirmed. */
const event = (change: Partial<WatchedEvent> = {}): WatchedEvent => ({
  status: "ready",
  onHold: false,
  startsAt: inHours(120),
  endsAt: inHours(122),
  createdAt: inHours(-1000),
  managerId: "mia",
  venue: { confirmed: true, factAt: inHours(-10) },
  overdueTasks: null,
  ...change,
});
const kinds = (change: Partial<WatchedEvent>) => eventRisks(event(change), NOW).map(({ kind }) => kind);
const only = (change: Partial<WatchedEvent>) => eventRisks(event(change), NOW)[0];

test("an event that is on its way is on no radar", () => {
  expect(kinds({})).toEqual([]);
});

describe("an event without a manager", () => {
  const unassigned = { status: "scheduled", managerId: null } as const;

  test("is late from 14 days before its start", () => {
    expect(kinds({ ...unassigned, startsAt: inHours(14 * 24 + 1) })).toEqual([]);
    expect(only({ ...unassigned, startsAt: inHours(14 * 24 - 1) })).toMatchObject({
      kind: "no_manager",
      since: inHours(-1),
      leftUntil: inHours(14 * 24 - 1),
    });
  });

  test("is late from its making when it was made later than that", () => {
    expect(only({ ...unassigned, createdAt: inHours(-2) })?.since).toBe(inHours(-2));
  });

  test("waits for its booking while it is on hold", () => {
    expect(kinds({ ...unassigned, onHold: true })).toEqual([]);
  });
});

describe("a venue that is not confirmed", () => {
  test("is late from 72 hours before the start", () => {
    expect(kinds({ venue: null, startsAt: inHours(73) })).toEqual([]);
    expect(only({ venue: null, startsAt: inHours(71) })).toMatchObject({
      kind: "venue_unconfirmed",
      since: inHours(-1),
      cause: "The venue is not confirmed.",
    });
  });

  test("is late from the moment that the confirmation was lost, and says so", () => {
    const venue = { confirmed: false, factAt: inHours(-3) };
    expect(only({ venue, startsAt: inHours(40) })).toMatchObject({
      since: inHours(-3),
      cause: "The venue is no longer confirmed.",
    });
  });
});

test("overdue tasks are one risk that names the oldest", () => {
  const overdueTasks = { count: 2, oldestDueAt: inHours(-30), first: "Book a van." };
  expect(only({ status: "preparing", overdueTasks })).toMatchObject({
    kind: "tasks_overdue",
    since: inHours(-30),
    cause: "2 tasks are overdue, the oldest: Book a van.",
  });
  expect(only({ overdueTasks: { ...overdueTasks, count: 1 } })?.cause).toBe("1 task is overdue: Book a van.");
});

test("an event past its start and not started is that and nothing else, after a quarter of an hour", () => {
  expect(kinds({ managerId: null, venue: null, startsAt: inHours(-0.2) })).toEqual([]);
  expect(kinds({ managerId: null, venue: null, onHold: true, startsAt: inHours(-0.25) })).toEqual([
    "not_started",
  ]);
});

test("an event past its end and not completed is late after an hour", () => {
  const running = { status: "in_progress", startsAt: inHours(-5) } as const;
  expect(kinds({ ...running, endsAt: inHours(-0.9) })).toEqual([]);
  expect(only({ ...running, endsAt: inHours(-1) })).toMatchObject({
    kind: "not_completed",
    since: NOW,
    leftUntil: inHours(-1),
  });
});

test("what is over or called off is on no radar", () => {
  const neglected = { managerId: null, venue: null, startsAt: inHours(-50), endsAt: inHours(-40) };
  expect(kinds({ ...neglected, status: "completed" })).toEqual([]);
  expect(kinds({ ...neglected, status: "cancelled" })).toEqual([]);
});

test("a critical issue is late from its report until somebody acknowledges it", () => {
  const issue = {
    severity: "critical",
    status: "reported",
    description: "No power.",
    reportedAt: inHours(-1),
  } as const;
  expect(issueRisk(issue, event(), NOW)).toEqual({
    kind: "critical_issue",
    since: inHours(-1),
    leftUntil: inHours(120),
    cause: "No power.",
  });
  expect(issueRisk(issue, { startsAt: inHours(-2) }, NOW)?.leftUntil).toBe(inHours(-1));
  expect(issueRisk({ ...issue, status: "acknowledged" }, event(), NOW)).toBeNull();
  expect(issueRisk({ ...issue, severity: "high" }, event(), NOW)).toBeNull();
});

describe("a booking that waits for the agency", () => {
  const booking = { waitingSince: inHours(-47), undecided: 3, firstStartsAt: inHours(500) };

  test("may wait two days", () => {
    expect(decisionRisk(booking, NOW)).toBeNull();
    expect(decisionRisk({ ...booking, waitingSince: inHours(-49) }, NOW)).toEqual({
      kind: "decision_overdue",
      since: inHours(-1),
      leftUntil: inHours(500),
      cause: "3 dates wait for a decision.",
    });
  });

  test("may wait less when its first date is nearer than a week", () => {
    const near = { ...booking, undecided: 1, firstStartsAt: inHours(100) };
    expect(decisionRisk(near, NOW)).toMatchObject({
      since: inHours(-47),
      cause: "1 date waits for a decision.",
    });
    expect(decisionRisk({ ...near, firstStartsAt: null }, NOW)).toBeNull();
  });
});

test("the least time left comes first, and of the same event what is worst", () => {
  const risk = (kind: Risk["kind"], hours: number): Risk => ({
    kind,
    since: NOW,
    leftUntil: inHours(hours),
    cause: "",
  });
  const sorted = [risk("no_manager", 2), risk("critical_issue", 2), risk("tasks_overdue", -1)].sort(
    byTimeLeft,
  );
  expect(sorted.map(({ kind }) => kind)).toEqual(["tasks_overdue", "critical_issue", "no_manager"]);
});
