import { expect, test } from "vitest";
import type { Actor } from "@/commands/actor";
import { admin, clientId, manager, otherAdmin, system, testId } from "@/testing/builders/actors";
import { bookingId, venues } from "@/testing/builders/bookings";
import { issueIn } from "@/testing/builders/issues";
import { contextOf, type Outcome, verdictOf, when } from "@/testing/given-when-then";
import type { EventLifeCommand } from "./commands";
import { decideLife } from "./decide";
import type { EventLife, PreparationTask } from "./event-life";
import { evolveLife } from "./evolve";
import { nothingPlanned } from "./needs";
import type { LifeOutside } from "./outside";
import { planReschedule } from "./plan-reschedule";
import { eventLifePolicy } from "./policy";
import { openTask } from "./tasks";

const NOW = "2026-12-01T12:00:00.000Z";
const eventId = testId(7, 1) as EventLifeCommand["eventId"];
const id = (kind: number, index: number) => testId(kind, index) as EventLifeCommand["eventId"];
const rules = {
  policy: eventLifePolicy,
  decide: decideLife,
  evolve: evolveLife,
  recordName: "event",
};
const confirmed = { confirmed: true, factId: testId(9, 1), factAt: "2026-11-20T12:00:00.000Z" };
const task = (index: number, change: Partial<PreparationTask> = {}): PreparationTask => ({
  ...openTask(testId(12, index)),
  kind: "logistics",
  description: "Book a van.",
  assignedTo: null,
  dueAt: "2026-12-04T15:00:00.000Z",
  minutesBefore: 1440,
  ...change,
});
const event = (change: Partial<EventLife> = {}): EventLife => ({
  id: eventId,
  number: 101,
  bookingId,
  clientId,
  status: "assigned",
  holdReason: null,
  localStart: "2026-12-05T10:00",
  startsAt: "2026-12-05T15:00:00.000Z",
  endsAt: "2026-12-05T17:00:00.000Z",
  timeZone: "America/New_York",
  clockNote: null,
  location: { id: venues.park.id, name: venues.park.name, address: "" },
  managerId: manager.id,
  cancelledReason: null,
  actualStart: null,
  actualEnd: null,
  outcome: null,
  followUps: [],
  readinessLost: null,
  version: 4,
  tasks: [],
  issues: [],
  venue: null,
  venueIssue: null,
  ...change,
});
const outside = (change: Partial<LifeOutside> = {}): LifeOutside => ({
  person: { id: manager.id, role: "manager", active: true },
  managerClashes: [],
  venueClashes: [],
  sibling: null,
  template: [],
  needs: nothingPlanned,
  photos: [],
  newIds: [],
  ...change,
});
interface Given {
  readonly actor?: Actor;
  readonly now?: string;
  readonly outside?: Partial<LifeOutside>;
}
const run = (state: EventLife, command: EventLifeCommand, given: Given = {}): Outcome<EventLife> =>
  when(
    rules,
    { state, outside: outside(given.outside), context: contextOf(given.actor ?? admin, given.now ?? NOW) },
    command,
  );
const types = ({ facts }: Outcome<unknown>) => facts.map((fact) => fact.type);
const clash = {
  id: testId(7, 2),
  number: 102,
  title: "Winter market",
  startsAt: "2026-12-05T16:00:00.000Z",
  endsAt: "2026-12-05T18:00:00.000Z",
};

const assign = { type: "assignManager", eventId, version: 4, managerId: id(2, 3) } as const;

test("a scheduled event that is given to a manager is assigned", () => {
  const outcome = run(event({ status: "scheduled", managerId: null }), assign);
  expect(types(outcome)).toEqual(["EVENT_ASSIGNED_TO_MANAGER"]);
  expect(outcome.facts[0]?.payload).toMatchObject({ eventDate: "2026-12-05T10:00:00-05:00" });
  expect(outcome.state).toMatchObject({ status: "assigned", managerId: manager.id, version: 5 });
});

test("another manager takes over without the state going back, and the same one again is nothing new", () => {
  expect(run(event({ status: "ready", managerId: testId(2, 9) }), assign).state.status).toBe("ready");
  expect(types(run(event(), assign))).toEqual([]);
});

test("a manager who is busy needs a reason, which is kept with what was pushed through", () => {
  const state = event({ status: "scheduled", managerId: null });
  const busy = { outside: { managerClashes: [clash] } };
  expect(verdictOf(run(state, assign, busy))).toBe("manager_busy");
  const pushed = run(state, { ...assign, override: { reason: "Next door." } }, busy);
  expect(pushed.facts[0]?.metadata?.override).toMatchObject({
    reason: "Next door.",
    by: admin.id,
    snapshot: { clashes: [clash] },
  });
});

test("only an active field manager can have it, only an admin gives it, and only the version that was seen", () => {
  const state = event({ status: "scheduled", managerId: null });
  const gone = { id: manager.id, role: "manager", active: false };
  expect(verdictOf(run(state, assign, { outside: { person: gone } }))).toBe("INVALID");
  expect(verdictOf(run(event(), assign, { actor: manager }))).toBe("FORBIDDEN");
  expect(verdictOf(run(state, { ...assign, version: 3 }))).toBe("CONFLICT");
  expect(verdictOf(run(event({ status: "in_progress" }), assign))).toBe("wrong_state");
});

const template = [
  { description: "Confirm the venue.", kind: "venue", minutesBefore: 14 * 1440 },
  { description: "Fill the roles.", kind: "staff", minutesBefore: 1440 },
  { description: "Book a van.", kind: "logistics", minutesBefore: 40 * 1440 },
] as const;
const newIds = [testId(12, 1), testId(12, 2), testId(12, 3)];

test("preparation lays out what is asked for, due on the venue's clock although it changes in between", () => {
  const prepare = { type: "startPreparation", eventId, version: 4 } as const;
  const { state } = run(event(), prepare, { actor: manager, outside: { template, newIds } });
  expect(state.status).toBe("preparing");
  // The clocks went back on 1 November: ten in the morning was 14:00 UTC before and is 15:00 UTC after.
  expect(state.tasks.map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
    ["venue", "2026-11-21T15:00:00.000Z"],
    ["logistics", "2026-10-26T14:00:00.000Z"],
  ]);
});

test("a person ticks and reopens logistics, and never what ticks itself", () => {
  const venueTask = task(2, { kind: "venue" });
  const state = event({ status: "preparing", tasks: [task(1), venueTask] });
  const complete = { type: "completeTask", eventId, taskId: id(12, 1) } as const;
  const done = run(state, complete, { actor: manager });
  expect(done.state.tasks[0]).toMatchObject({ status: "done", doneBy: manager.id, doneAt: NOW });
  expect(types(run(done.state, complete))).toEqual([]);
  expect(run(done.state, { ...complete, type: "reopenTask" }).state.tasks[0]?.status).toBe("open");
  expect(verdictOf(run(state, { ...complete, taskId: id(12, 2) }))).toBe("task_ticks_itself");
  expect(verdictOf(run(state, { ...complete, taskId: id(12, 9) }))).toBe("NOT_FOUND");
});

const derive = { type: "deriveReadiness", eventId } as const;

test("readiness follows from facts, is lost with them, and is derived twice to nothing", () => {
  const tasks = [task(1, { status: "done", doneBy: "x", doneAt: NOW }), task(2, { kind: "venue" })];
  const ready = run(event({ status: "preparing", tasks, venue: confirmed }), derive, { actor: system });
  expect(types(ready)).toEqual(["EVENT_PREPARATION_TASK_COMPLETED", "EVENT_READY"]);
  expect(ready.facts[0]?.payload).toMatchObject({ evidence: confirmed.factId, completedBy: "system" });
  expect(ready.state.status).toBe("ready");
  expect(types(run(ready.state, derive, { actor: system }))).toEqual([]);
  const lost = run({ ...ready.state, venue: { ...confirmed, confirmed: false } }, derive, { actor: system });
  expect(types(lost)).toEqual(["EVENT_PREPARATION_TASK_REOPENED", "EVENT_READINESS_LOST"]);
  expect(lost.facts[1]?.payload).toMatchObject({ reasons: ["The venue is no longer confirmed."] });
  expect(lost.state).toMatchObject({
    status: "preparing",
    readinessLost: { at: NOW, reasons: ["The venue is no longer confirmed."] },
  });
  const again = run({ ...lost.state, venue: confirmed }, derive, { actor: system });
  expect(again.state).toMatchObject({ status: "ready", readinessLost: null });
});

test("an open logistics task, a staff slot that is open and a kit that is not prepared keep it from being ready", () => {
  const needs = {
    staff: { needed: 2, met: 1, evidence: null },
    kits: { needed: 1, met: 0, evidence: null },
  };
  const open = event({ status: "preparing", tasks: [task(1)], venue: confirmed });
  expect(types(run(open, derive, { actor: system }))).toEqual([]);
  const short = event({ status: "preparing", venue: confirmed });
  expect(types(run(short, derive, { actor: system, outside: { needs } }))).toEqual([]);
  expect(verdictOf(run(short, derive, { actor: admin }))).toBe("FORBIDDEN");
});

const start = { type: "start", eventId, version: 4 } as const;
const onTheDay = "2026-12-05T15:02:00.000Z";

test("an event that is ready starts; one that is not takes a reason and keeps what was missing", () => {
  const ready = event({ status: "ready", venue: confirmed });
  expect(run(ready, start, { now: onTheDay }).state).toMatchObject({
    status: "in_progress",
    actualStart: onTheDay,
    startsAt: ready.startsAt,
  });
  const unready = event({ status: "preparing" });
  expect(verdictOf(run(unready, start, { now: onTheDay }))).toBe("not_ready");
  const pushed = run(unready, { ...start, override: { reason: "The host waits." } }, { now: onTheDay });
  expect(pushed.facts[0]?.metadata?.override?.snapshot).toEqual({
    status: "preparing",
    missing: ["The venue is not confirmed."],
  });
});

test("nothing starts on hold or more than a day early, not even with a reason", () => {
  const ready = event({ status: "ready", venue: confirmed });
  const override = { reason: "Now." };
  const held = { ...ready, holdReason: "The booking changed." };
  expect(verdictOf(run(held, { ...start, override }, { now: onTheDay }))).toBe("on_hold");
  expect(verdictOf(run(ready, { ...start, override }))).toBe("too_early_to_start");
  expect(verdictOf(run(ready, start, { now: "2026-12-04T15:00:00.000Z" }))).toBe("allowed");
});

const outcomes = { metExpectations: true, metrics: { samples: 12 }, notes: "" };
const complete = { type: "complete", eventId, version: 4, outcomes } as const;
const running = event({ status: "in_progress", actualStart: onTheDay });
const evening = "2026-12-05T18:00:00.000Z";

test("completion takes the times that the server knows, and the planned ones stay", () => {
  expect(run(running, complete, { now: evening }).state).toMatchObject({
    status: "completed",
    actualStart: onTheDay,
    actualEnd: evening,
    startsAt: running.startsAt,
    outcome: outcomes,
    followUps: [],
  });
});

test("times may be said on the venue's clock", () => {
  const said = { actualStartTime: "2026-12-05T10:10", actualEndTime: "2026-12-05T12:30" };
  expect(run(running, { ...complete, ...said }, { now: evening }).state).toMatchObject({
    actualStart: "2026-12-05T15:10:00.000Z",
    actualEnd: "2026-12-05T17:30:00.000Z",
  });
  const added = { type: "addTask", eventId, kind: "logistics", description: "Rent a tent." } as const;
  const state = event({ status: "preparing" });
  const newIds = [testId(12, 7)];
  const { facts } = run(state, { ...added, dueDate: "2026-12-04T09:00" }, { outside: { newIds } });
  expect(facts[0]?.payload).toMatchObject({ dueDate: "2026-12-04T09:00:00-05:00" });
});

test("an event ends after it began, not in the future, and not before it was started", () => {
  const at = (change: object) => verdictOf(run(running, { ...complete, ...change }, { now: evening }));
  expect(at({ actualEndTime: "2026-12-05T18:00:01Z" })).toBe("INVALID");
  expect(at({ actualEndTime: onTheDay })).toBe("INVALID");
  expect(at({ actualStartTime: "2026-12-01T10:00:00Z" })).toBe("INVALID");
  expect(verdictOf(run(event({ status: "ready" }), complete, { now: evening }))).toBe("wrong_state");
});

test("what is open is followed up, not silently clean", () => {
  const issue = issueIn(1, { severity: "critical", description: "No power.", status: "acknowledged" });
  const bare = { ...complete, outcomes: { ...outcomes, metrics: {} } };
  const { state } = run({ ...running, issues: [issue] }, bare, { now: evening });
  expect(state.followUps).toEqual(["Critical issue still open: No power.", "No figures were recorded."]);
});

const move = {
  type: "reschedule",
  eventId,
  version: 4,
  newDate: "2026-12-12T11:00",
  reason: "The park is taken.",
  notifyStaff: true,
  notifyClient: true,
} as const;

test("a move keeps the length, takes open due dates along and drops the venue's confirmation", () => {
  const tasks = [
    task(1),
    task(2, { minutesBefore: null }),
    task(3, { status: "done", doneBy: "x", doneAt: NOW }),
  ];
  const state = event({ status: "ready", venue: confirmed, tasks });
  const plan = planReschedule(state, outside(), move.newDate, NOW);
  const moved = run(state, move).state;
  expect(moved).toMatchObject({ ...plan.window, status: "ready", venue: { confirmed: false } });
  expect(moved.endsAt).toBe("2026-12-12T18:00:00.000Z");
  expect(moved.tasks.map(({ dueAt }) => dueAt)).toEqual([
    "2026-12-11T16:00:00.000Z",
    task(2).dueAt,
    task(3).dueAt,
  ]);
  expect(plan.tasks.map(({ to }) => to)).toEqual(["2026-12-11T16:00:00.000Z"]);
});

test.each([
  ["2026-11-30T10:00", "reschedule_into_past"],
  ["2026-12-05T10:00", "reschedule_onto_itself"],
  ["2027-03-14T02:30", "reschedule_into_gap"],
])("a move to %s is refused: %s", (newDate, rule) => {
  expect(verdictOf(run(event(), { ...move, newDate }))).toBe(rule);
  expect(planReschedule(event(), outside(), newDate, NOW).refusal?.details.rule).toBe(rule);
});

test("a move onto others is listed and takes a reason; onto a sibling's start it is refused", () => {
  const venueClashes = [clash];
  expect(verdictOf(run(event(), move, { outside: { venueClashes } }))).toBe("reschedule_clashes");
  const pushed = run(event(), { ...move, override: { reason: "Two lawns." } }, { outside: { venueClashes } });
  expect(pushed.facts[0]?.metadata?.override?.snapshot).toEqual({ managerClashes: [], venueClashes });
  expect(verdictOf(run(event(), move, { outside: { sibling: clash } }))).toBe("reschedule_onto_sibling");
});

test("a move over the change of the clocks keeps the elapsed time", () => {
  const { state } = run(event(), { ...move, newDate: "2027-03-14T01:30" });
  expect([state.startsAt, state.endsAt]).toEqual(["2027-03-14T06:30:00.000Z", "2027-03-14T08:30:00.000Z"]);
});

test("what runs or is over is neither cancelled nor moved; a foreign manager does not know of it", () => {
  const cancel = { type: "cancel", eventId, version: 4, reason: "Storm.", notifyClient: true } as const;
  expect(run(event(), cancel).state).toMatchObject({ status: "cancelled", cancelledReason: "Storm." });
  expect(verdictOf(run(running, cancel))).toBe("wrong_state");
  expect(verdictOf(run(running, move))).toBe("wrong_state");
  const foreign = { ...manager, id: otherAdmin.id };
  expect(verdictOf(run(event(), start, { actor: foreign }))).toBe("NOT_FOUND");
});
