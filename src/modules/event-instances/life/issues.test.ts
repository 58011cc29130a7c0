import { expect, test } from "vitest";
import type { Actor } from "@/commands/actor";
import { admin, manager, otherAdmin, system, testId } from "@/testing/builders/actors";
import { venues } from "@/testing/builders/bookings";
import { eventLife, lifeOutside } from "@/testing/builders/event-life";
import { issueIn } from "@/testing/builders/issues";
import { contextOf, type Outcome, verdictOf, when } from "@/testing/given-when-then";
import type { EventLifeCommand } from "./commands";
import { decideLife } from "./decide";
import { followUpsOf } from "./decide/run";
import type { EventIssue, EventLife } from "./event-life";
import { evolveLife } from "./evolve";
import { nothingPlanned } from "./needs";
import type { LifeOutside } from "./outside";
import { eventLifePolicy } from "./policy";
import { isReady, missing, readinessItems } from "./readiness";
import { openTask } from "./tasks";

const rules = { policy: eventLifePolicy, decide: decideLife, evolve: evolveLife, recordName: "event" };
const id = (index: number) => testId(13, index) as EventLifeCommand["eventId"];
const eventId = testId(7, 1) as EventLifeCommand["eventId"];
const at = (clock: string) => `2026-12-05T${clock}:00.000Z`;

const issue = (index: number, change: Partial<EventIssue> = {}) =>
  issueIn(index, { reportedAt: at("12:00"), dueAt: at("13:00"), ...change });
const event = (issues: readonly EventIssue[], change: Partial<EventLife> = {}): EventLife =>
  eventLife({ status: "in_progress", issues, ...change });
const outside = lifeOutside({ person: null });
const workflow = system;
const run = (
  state: EventLife,
  command: EventLifeCommand,
  given: { readonly actor?: Actor; readonly now: string; readonly outside?: Partial<LifeOutside> },
): Outcome<EventLife> =>
  when(
    rules,
    {
      state,
      outside: { ...outside, ...given.outside },
      context: contextOf(given.actor ?? workflow, given.now),
    },
    command,
  );
const found = ({ state }: Outcome<EventLife>, index: number) =>
  state.issues.find((one) => one.id === id(index));

const merge = { type: "mergeIssue", eventId, issueId: id(2) } as const;
const second = (change: Partial<EventIssue> = {}) =>
  issue(2, {
    reportedBy: admin.id,
    reportedAt: at("12:20"),
    description: "No power at the stage.",
    dueAt: at("13:20"),
    ...change,
  });

test("a second report of the same kind by somebody else joins the first and keeps its reporter", () => {
  const outcome = run(event([issue(1), second()]), merge, { now: at("12:21") });
  expect(outcome.facts).toMatchObject([
    { type: "EVENT_ISSUE_MERGED", payload: { issueId: id(1), mergedIssueId: id(2), severity: "high" } },
  ]);
  expect(found(outcome, 2)).toMatchObject({ mergedInto: id(1), dueAt: null, reportedBy: admin.id });
  expect(found(outcome, 1)).toMatchObject({ mergedInto: null, dueAt: at("13:00"), reportedBy: manager.id });
  // Once is enough.
  expect(run(outcome.state, merge, { now: at("12:22") }).facts).toEqual([]);
});

test.each([
  ["another kind", {}, { issueType: "staff" }],
  ["another subject", {}, { subject: "location", locationId: venues.park.id }],
  ["more than an hour later", {}, { reportedAt: at("13:01") }],
  ["when the first is resolved", { status: "resolved", dueAt: null }, {}],
  ["by the same person in other words", {}, { reportedBy: manager.id }],
  ["of no kind in particular in other words", { issueType: "other" }, { issueType: "other" }],
] as const)("a report stays a problem of its own: %s", (_, first, change) => {
  const state = event([issue(1, first), second(change)]);
  expect(run(state, merge, { now: at("13:02") }).facts).toEqual([]);
});

test("the same words make a duplicate, whoever says them", () => {
  const again = {
    issueType: "other",
    description: " the GENERATOR does not start. ",
    reportedBy: manager.id,
  };
  const outcome = run(event([issue(1, { issueType: "other" }), second(again)]), merge, { now: at("12:21") });
  expect(outcome.facts.map(({ type }) => type)).toEqual(["EVENT_ISSUE_MERGED"]);
});

test("a worse report makes the issue worse and shortens its clock; a milder one changes nothing", () => {
  const critical = second({ severity: "critical", dueAt: at("12:35") });
  const outcome = run(event([issue(1), critical]), merge, { now: at("12:21") });
  expect(found(outcome, 1)).toMatchObject({ severity: "critical", dueAt: at("12:35"), escalations: 0 });
  const mild = run(event([issue(1), second({ severity: "low" })]), merge, { now: at("12:21") });
  expect(found(mild, 1)).toMatchObject({ severity: "high", dueAt: at("13:00") });
  const acknowledged = issue(1, { status: "acknowledged", dueAt: null, escalations: 3 });
  const again = run(event([acknowledged, critical]), merge, { now: at("12:21") });
  expect(found(again, 1)).toMatchObject({ severity: "critical", dueAt: at("16:20"), escalations: 0 });
});

test("whoever acts on a joined report acts on the issue that it joined", () => {
  const { state } = run(event([issue(1), second()]), merge, { now: at("12:21") });
  const taken = run(
    state,
    { type: "acknowledgeIssue", eventId, issueId: id(2) },
    { actor: admin, now: at("12:30") },
  );
  expect(found(taken, 1)).toMatchObject({ status: "acknowledged", acknowledgedBy: admin.id });
  expect(found(taken, 2)).toMatchObject({ status: "reported" });
  const settled = run(
    taken.state,
    { type: "resolveIssue", eventId, issueId: id(2) },
    { actor: admin, now: at("12:40") },
  );
  expect(found(settled, 1)).toMatchObject({ status: "resolved", dueAt: null });
});

const escalate = { type: "escalateIssue", eventId, issueId: id(1) } as const;

test.each([
  ["critical", 15, 4 * 60],
  ["high", 60, 24 * 60],
  ["medium", 8 * 60, 3 * 24 * 60],
  ["low", 2 * 24 * 60, 14 * 24 * 60],
] as const)(
  "%s: told again after %i minutes without acknowledgement, %i without resolution",
  (severity, first, then) => {
    const plus = (from: string, minutes: number) =>
      new Date(Date.parse(from) + minutes * 60_000).toISOString();
    const due = plus(at("12:00"), first);
    const waiting = event([issue(1, { severity, dueAt: due })]);
    expect(run(waiting, escalate, { now: plus(due, -1) }).facts).toEqual([]);
    const told = run(waiting, escalate, { now: due });
    expect(told.facts).toMatchObject([
      { type: "EVENT_ISSUE_ESCALATED", payload: { severity, waitsFor: "acknowledgement", escalation: 1 } },
    ]);
    expect(found(told, 1)).toMatchObject({ escalations: 1, dueAt: plus(due, first) });
    expect(run(told.state, escalate, { now: due }).facts).toEqual([]);
    const taken = run(told.state, { ...escalate, type: "acknowledgeIssue" }, { actor: manager, now: due });
    expect(found(taken, 1)).toMatchObject({ escalations: 0, dueAt: plus(due, then) });
    const late = run(taken.state, escalate, { now: plus(due, then) });
    expect(late.facts).toMatchObject([{ payload: { waitsFor: "resolution", escalation: 1 } }]);
  },
);

test("after three times the clock stands, until somebody acts", () => {
  const first = event([issue(1)]);
  const ends = ["13:00", "14:00", "15:00", "23:59"].reduce(
    ({ state, count }, clock) => {
      const outcome = run(state, escalate, { now: at(clock) });
      return { state: outcome.state, count: count + outcome.facts.length };
    },
    { state: first, count: 0 },
  );
  expect(ends.count).toBe(3);
  expect(ends.state.issues).toMatchObject([{ escalations: 3, dueAt: null }]);
});

test("nothing of a cancelled event is told again, and nobody but the workflow says so", () => {
  const overdue = { now: at("20:00") };
  expect(run(event([issue(1)], { status: "cancelled" }), escalate, overdue).facts).toEqual([]);
  for (const actor of [admin, manager]) {
    expect(verdictOf(run(event([issue(1)]), escalate, { ...overdue, actor }))).toBe("FORBIDDEN");
    expect(verdictOf(run(event([issue(1), second()]), merge, { ...overdue, actor }))).toBe("FORBIDDEN");
  }
});

const logisticsDone = {
  ...openTask(testId(12, 1)),
  kind: "venue",
  description: "Confirm.",
  assignedTo: null,
} as const;
const ready = event([], {
  status: "ready",
  venue: { confirmed: true, factId: testId(9, 1), factAt: at("08:00") },
  tasks: [
    {
      ...logisticsDone,
      dueAt: at("08:00"),
      minutesBefore: 60,
      status: "done",
      doneBy: "system",
      doneAt: at("08:00"),
      evidence: testId(9, 1),
    },
  ],
});
const venueIssue = { issueId: id(9), reportedAt: at("11:00"), eventNumber: 77 };

test("a critical issue of the venue takes readiness away, says why, and gives it back when it is resolved", () => {
  expect(isReady(readinessItems(ready, nothingPlanned))).toBe(true);
  const blocked = { ...ready, venueIssue };
  expect(missing(readinessItems(blocked, nothingPlanned))).toEqual([
    "A critical issue with the venue is open, reported for EV-77.",
  ]);
  const derive = { type: "deriveReadiness", eventId } as const;
  const lost = run(blocked, derive, { now: at("11:01") });
  expect(lost.facts).toMatchObject([
    { type: "EVENT_PREPARATION_TASK_REOPENED", payload: { evidence: id(9) } },
    { type: "EVENT_READINESS_LOST", payload: { reasons: [expect.stringContaining("EV-77")] } },
  ]);
  const back = run({ ...lost.state, venueIssue: null }, derive, { now: at("12:00") });
  expect(back.facts.map(({ type }) => type)).toEqual(["EVENT_PREPARATION_TASK_COMPLETED", "EVENT_READY"]);
});

test("a joined report is no follow-up of its own", () => {
  const critical = issue(1, { severity: "critical" });
  const joined = second({ severity: "critical", mergedInto: id(1), dueAt: null });
  expect(followUpsOf(event([critical, joined]), { visitors: 3 }, [])).toEqual([
    "Critical issue still open: The generator does not start.",
  ]);
  expect(followUpsOf(event([]), { visitors: 3 }, ["TEA-01", "TEA-02"])).toEqual([
    "Still out: TEA-01, TEA-02.",
  ]);
});

test("a report names only photos of whoever reports, which hang on nothing yet", () => {
  const photoId = testId(14, 1) as EventLifeCommand["eventId"];
  const report = {
    type: "reportIssue",
    eventId,
    issueType: "kit",
    severity: "low",
    description: "A handle is loose.",
    photoIds: [photoId],
  } as const;
  const given = (uploadedBy: string, recordId: string | null) => ({
    actor: manager,
    now: at("12:00"),
    outside: { photos: [{ id: photoId, uploadedBy, recordId }] },
  });
  expect(run(event([]), { ...report, photoIds: [photoId] }, given(manager.id, null)).facts).toHaveLength(1);
  expect(verdictOf(run(event([]), { ...report, photoIds: [photoId] }, given(otherAdmin.id, null)))).toBe(
    "INVALID",
  );
  expect(verdictOf(run(event([]), { ...report, photoIds: [photoId] }, given(manager.id, testId(7, 9))))).toBe(
    "INVALID",
  );
});
