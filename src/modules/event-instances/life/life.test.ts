import { expect, test } from "vitest";
import type { Actor } from "@/commands/actor";
import { admin, agent, manager, otherAdmin, system, testId } from "@/testing/builders/actors";
import {
  clashingEvent,
  confirmedVenue,
  eventLife,
  lifeOutside,
  preparationTask,
} from "@/testing/builders/event-life";
import { parseFactMetadata } from "@/domain-events/catalog/envelope";
import { issueIn } from "@/testing/builders/issues";
import { contextOf, type Outcome, verdictOf, when } from "@/testing/given-when-then";
import type { EventLifeCommand } from "./commands";
import { decideLife } from "./decide";
import type { EventLife } from "./event-life";
import { evolveLife } from "./evolve";
import { type LifeOutside, nobodyCame } from "./outside";
import { planReschedule } from "./plan-reschedule";
import { eventLifePolicy, lifeAbilities } from "./policy";

const NOW = "2026-12-01T12:00:00.000Z";
const eventId = testId(7, 1) as EventLifeCommand["eventId"];
const id = (kind: number, index: number) => testId(kind, index) as EventLifeCommand["eventId"];
const rules = {
  policy: eventLifePolicy,
  decide: decideLife,
  evolve: evolveLife,
  recordName: "event",
};
interface Given {
  readonly actor?: Actor;
  readonly now?: string;
  readonly outside?: Partial<LifeOutside>;
}
const run = (state: EventLife, command: EventLifeCommand, given: Given = {}): Outcome<EventLife> =>
  when(
    rules,
    {
      state,
      outside: lifeOutside(given.outside),
      context: contextOf(given.actor ?? admin, given.now ?? NOW),
    },
    command,
  );
const types = ({ facts }: Outcome<unknown>) => facts.map((fact) => fact.type);
const assign = { type: "assignManager", eventId, version: 4, managerId: id(2, 3) } as const;

test("a scheduled event that is given to a manager is assigned", () => {
  const outcome = run(eventLife({ status: "scheduled", managerId: null }), assign);
  expect(types(outcome)).toEqual(["EVENT_ASSIGNED_TO_MANAGER"]);
  expect(outcome.facts[0]?.payload).toMatchObject({ eventDate: "2026-12-05T10:00:00-05:00" });
  expect(outcome.state).toMatchObject({ status: "assigned", managerId: manager.id, version: 5 });
});

test("another manager takes over without the state going back, and the same one again is nothing new", () => {
  expect(run(eventLife({ status: "ready", managerId: testId(2, 9) }), assign).state.status).toBe("ready");
  expect(types(run(eventLife(), assign))).toEqual([]);
});

test("a manager who is busy needs a reason, which is kept with what was pushed through", () => {
  const state = eventLife({ status: "scheduled", managerId: null });
  const busy = { outside: { managerClashes: [clashingEvent] } };
  expect(verdictOf(run(state, assign, busy))).toBe("manager_busy");
  const pushed = run(state, { ...assign, override: { reason: "Next door." } }, busy);
  expect(pushed.facts[0]?.metadata?.override).toMatchObject({
    reason: "Next door.",
    by: admin.id,
    snapshot: { clashes: ["EV-102"] },
  });
});

test("open tasks of whoever had it go to whoever takes over; those of others and what is done stay", () => {
  const [former, helper] = [testId(2, 9), testId(2, 8)];
  const tasks = [
    preparationTask(1, { assignedTo: former }),
    preparationTask(2, { assignedTo: helper }),
    preparationTask(3, { assignedTo: former, status: "done", doneBy: former, doneAt: NOW }),
    preparationTask(4),
  ];
  const { state } = run(eventLife({ status: "preparing", managerId: former, tasks }), assign);
  expect(state.tasks.map(({ assignedTo }) => assignedTo)).toEqual([manager.id, helper, former, null]);
});

test("whatever is pushed through fits what the log keeps beside a fact", () => {
  const clashes = Array.from({ length: 20 }, (_, index) => ({
    ...clashingEvent,
    number: 100_000 + index,
    title: "市".repeat(200),
  }));
  const outside = { managerClashes: clashes, venueClashes: clashes };
  const override = { reason: "理".repeat(1000) };
  const state = eventLife({ status: "scheduled", managerId: null });
  for (const command of [assign, move]) {
    const { facts } = run(state, { ...command, override }, { outside });
    expect(parseFactMetadata(facts[0]?.metadata).override?.reason).toBe(override.reason);
  }
});

test("only an active field manager can have it, only an admin gives it, and only the version that was seen", () => {
  const state = eventLife({ status: "scheduled", managerId: null });
  const gone = { id: manager.id, role: "manager", active: false };
  expect(verdictOf(run(state, assign, { outside: { person: gone } }))).toBe("INVALID");
  expect(verdictOf(run(eventLife(), assign, { actor: manager }))).toBe("FORBIDDEN");
  expect(verdictOf(run(state, { ...assign, version: 3 }))).toBe("CONFLICT");
  expect(verdictOf(run(eventLife({ status: "in_progress" }), assign))).toBe("wrong_state");
});

const template = [
  { description: "Confirm the venue.", kind: "venue", minutesBefore: 14 * 1440 },
  { description: "Fill the roles.", kind: "staff", minutesBefore: 1440 },
  { description: "Book a van.", kind: "logistics", minutesBefore: 40 * 1440 },
] as const;
const newIds = [testId(12, 1), testId(12, 2), testId(12, 3)];

test("preparation lays out what is asked for, due on the venue's clock although it changes in between", () => {
  const prepare = { type: "startPreparation", eventId, version: 4 } as const;
  const { state } = run(eventLife(), prepare, { actor: manager, outside: { template, newIds } });
  expect(state.status).toBe("preparing");
  // The clocks went back on 1 November: ten in the morning was 14:00 UTC before and is 15:00 UTC after.
  expect(state.tasks.map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
    ["venue", "2026-11-21T15:00:00.000Z"],
    ["logistics", "2026-10-26T14:00:00.000Z"],
  ]);
});

test("a person ticks and reopens logistics, and never what ticks itself", () => {
  const venueTask = preparationTask(2, { kind: "venue" });
  const state = eventLife({ status: "preparing", tasks: [preparationTask(1), venueTask] });
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
  const tasks = [
    preparationTask(1, { status: "done", doneBy: "x", doneAt: NOW }),
    preparationTask(2, { kind: "venue" }),
  ];
  const ready = run(eventLife({ status: "preparing", tasks, venue: confirmedVenue }), derive, {
    actor: system,
  });
  expect(types(ready)).toEqual(["EVENT_PREPARATION_TASK_COMPLETED", "EVENT_READY"]);
  expect(ready.facts[0]?.payload).toMatchObject({ evidence: confirmedVenue.factId, completedBy: "system" });
  expect(ready.state.status).toBe("ready");
  expect(types(run(ready.state, derive, { actor: system }))).toEqual([]);
  const lost = run({ ...ready.state, venue: { ...confirmedVenue, confirmed: false } }, derive, {
    actor: system,
  });
  expect(types(lost)).toEqual(["EVENT_PREPARATION_TASK_REOPENED", "EVENT_READINESS_LOST"]);
  expect(lost.facts[1]?.payload).toMatchObject({ reasons: ["The venue is no longer confirmed."] });
  expect(lost.state).toMatchObject({
    status: "preparing",
    readinessLost: { at: NOW, reasons: ["The venue is no longer confirmed."] },
  });
  const again = run({ ...lost.state, venue: confirmedVenue }, derive, { actor: system });
  expect(again.state).toMatchObject({ status: "ready", readinessLost: null });
});

test("an open logistics task, a staff slot that is open and a kit that is not prepared keep it from being ready", () => {
  const needs = {
    staff: { needed: 2, met: 1, against: [], evidence: null },
    kits: { needed: 1, met: 0, against: [], evidence: null },
  };
  const open = eventLife({ status: "preparing", tasks: [preparationTask(1)], venue: confirmedVenue });
  expect(types(run(open, derive, { actor: system }))).toEqual([]);
  const short = eventLife({ status: "preparing", venue: confirmedVenue });
  expect(types(run(short, derive, { actor: system, outside: { needs } }))).toEqual([]);
  expect(verdictOf(run(short, derive, { actor: admin }))).toBe("FORBIDDEN");
});

const start = { type: "start", eventId, version: 4 } as const;
const onTheDay = "2026-12-05T15:02:00.000Z";

test("an event that is ready starts; one that is not takes a reason and keeps what was missing", () => {
  const ready = eventLife({ status: "ready", venue: confirmedVenue });
  expect(run(ready, start, { now: onTheDay }).state).toMatchObject({
    status: "in_progress",
    actualStart: onTheDay,
    startsAt: ready.startsAt,
  });
  const unready = eventLife({ status: "preparing" });
  expect(verdictOf(run(unready, start, { now: onTheDay }))).toBe("not_ready");
  const pushed = run(unready, { ...start, override: { reason: "The host waits." } }, { now: onTheDay });
  expect(pushed.facts[0]?.metadata?.override?.snapshot).toEqual({
    status: "preparing",
    missing: ["The venue is not confirmed."],
  });
});

test("nothing missing is as good as ready, and what was never prepared says so", () => {
  const whole = eventLife({ status: "preparing", venue: confirmedVenue });
  expect(verdictOf(run(whole, start, { now: onTheDay }))).toBe("allowed");
  const unprepared = run(eventLife({ venue: confirmedVenue }), start, { now: onTheDay });
  expect(unprepared.refusal?.message).toBe(
    "EV-101 is not ready. Its preparation has not begun. Say why it starts all the same.",
  );
  const broken = eventLife({ status: "ready", venue: { ...confirmedVenue, confirmed: false } });
  expect(verdictOf(run(broken, start, { now: onTheDay }))).toBe("not_ready");
});

test("nothing starts on hold or more than a day early, not even with a reason", () => {
  const ready = eventLife({ status: "ready", venue: confirmedVenue });
  const override = { reason: "Now." };
  const held = { ...ready, holdReason: "The booking changed." };
  expect(verdictOf(run(held, { ...start, override }, { now: onTheDay }))).toBe("on_hold");
  expect([lifeAbilities(manager, held).start, lifeAbilities(manager, ready).start]).toEqual([false, true]);
  expect(verdictOf(run(ready, { ...start, override }))).toBe("too_early_to_start");
  expect(verdictOf(run(ready, start, { now: "2026-12-04T15:00:00.000Z" }))).toBe("allowed");
});

const outcomes = { metExpectations: true, metrics: { samples: 12 }, notes: "" };
const complete = { type: "complete", eventId, version: 4, outcomes } as const;
const running = eventLife({ status: "in_progress", actualStart: onTheDay });
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

test("the crew stands in the facts: whoever is there, and whoever worked", () => {
  const present = [{ userId: agent.id, role: "Host", checkedInAt: onTheDay }];
  const ready = eventLife({ status: "ready", venue: confirmedVenue });
  const crew = { present, worked: [], stillIn: ["Bo Lind"] };
  const begun = run(ready, start, { now: onTheDay, outside: { crew } });
  expect(begun.facts[0]?.payload).toMatchObject({ staffPresent: present });
  const worked = [{ userId: agent.id, role: "Host", hoursWorked: 2.5 }];
  const over = run(running, complete, { now: evening, outside: { crew: { ...nobodyCame, worked } } });
  expect(over.facts[0]?.payload).toMatchObject({ staffParticipated: worked });
});

test("an event does not end with people checked in, unless somebody explains it", () => {
  const crew = { ...nobodyCame, stillIn: ["Bo Lind", "Cy", "Di", "Ed", "Flo", "Gus"] };
  const refused = run(running, complete, { now: evening, outside: { crew } });
  expect(verdictOf(refused)).toBe("people_still_in");
  expect(refused.refusal?.message).toContain("Bo Lind, Cy, Di, Ed, Flo and 1 more are still checked in.");
  const explained = { ...complete, override: { reason: "They take the tent down." } };
  const { facts } = run(running, explained, { now: evening, outside: { crew } });
  expect(facts[0]?.metadata?.override).toMatchObject({
    reason: "They take the tent down.",
    snapshot: { stillIn: 6 },
  });
  expect(run(running, explained, { now: evening }).facts[0]?.metadata).toBeUndefined();
});

test("times may be said on the venue's clock", () => {
  const said = { actualStartTime: "2026-12-05T10:10", actualEndTime: "2026-12-05T12:30" };
  expect(run(running, { ...complete, ...said }, { now: evening }).state).toMatchObject({
    actualStart: "2026-12-05T15:10:00.000Z",
    actualEnd: "2026-12-05T17:30:00.000Z",
  });
  const added = { type: "addTask", eventId, kind: "logistics", description: "Rent a tent." } as const;
  const state = eventLife({ status: "preparing" });
  const newIds = [testId(12, 7)];
  const { facts } = run(state, { ...added, dueDate: "2026-12-04T09:00" }, { outside: { newIds } });
  expect(facts[0]?.payload).toMatchObject({ dueDate: "2026-12-04T09:00:00-05:00" });
});

test("a checklist takes no more tasks than one can go through", () => {
  const tasks = Array.from({ length: 200 }, (_, index) => preparationTask(index));
  const add = {
    type: "addTask",
    eventId,
    kind: "other",
    description: "Call.",
    dueDate: "2026-12-04T09:00",
  } as const;
  const outside = { newIds: [testId(12, 777)] };
  expect(verdictOf(run(eventLife({ status: "preparing", tasks }), add, { outside }))).toBe("too_many_tasks");
  const fewer = eventLife({ status: "preparing", tasks: tasks.slice(1) });
  expect(verdictOf(run(fewer, add, { outside }))).toBe("allowed");
});

test("an event ends after it began, not in the future, and not before it was started", () => {
  const at = (change: object) => verdictOf(run(running, { ...complete, ...change }, { now: evening }));
  expect(at({ actualEndTime: "2026-12-05T18:00:01Z" })).toBe("INVALID");
  expect(at({ actualEndTime: onTheDay })).toBe("INVALID");
  expect(at({ actualStartTime: "2026-12-01T10:00:00Z" })).toBe("INVALID");
  expect(verdictOf(run(eventLife({ status: "ready" }), complete, { now: evening }))).toBe("wrong_state");
});

test("late figures are a revision of their own, and the first outcome stays in the log", () => {
  const bare = { ...complete, outcomes: { ...outcomes, metrics: {} } };
  const over = run(running, bare, { now: evening }).state;
  const revise = { type: "reviseOutcome", eventId, version: over.version, outcomes } as const;
  const revised = run(over, revise, { actor: manager, now: "2026-12-07T09:00:00.000Z" });
  expect(revised.facts).toMatchObject([
    {
      type: "EVENT_COMPLETED",
      payload: { actualStartTime: onTheDay, actualEndTime: evening, completedBy: manager.id, outcomes },
      metadata: { corrected: true },
    },
  ]);
  expect(revised.state).toMatchObject({
    status: "completed",
    outcome: outcomes,
    followUps: [],
    actualEnd: evening,
  });
  expect(types(run(revised.state, revise))).toEqual([]);
  const other = { ...revise, outcomes: { ...outcomes, notes: "Rain." } };
  expect(verdictOf(run(revised.state, other))).toBe("CONFLICT");
  expect(verdictOf(run(running, revise))).toBe("wrong_state");
  expect([lifeAbilities(manager, over).reviseOutcome, lifeAbilities(manager, running).reviseOutcome]).toEqual(
    [true, false],
  );
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
    preparationTask(1),
    preparationTask(2, { minutesBefore: null }),
    preparationTask(3, { status: "done", doneBy: "x", doneAt: NOW }),
  ];
  const state = eventLife({ status: "ready", venue: confirmedVenue, tasks });
  const plan = planReschedule(state, lifeOutside(), move.newDate, NOW);
  const moved = run(state, move).state;
  expect(moved).toMatchObject({ ...plan.window, status: "ready", venue: { confirmed: false } });
  expect(moved.endsAt).toBe("2026-12-12T18:00:00.000Z");
  expect(moved.tasks.map(({ dueAt }) => dueAt)).toEqual([
    "2026-12-11T16:00:00.000Z",
    preparationTask(2).dueAt,
    preparationTask(3).dueAt,
  ]);
  expect(plan.tasks.map(({ to }) => to)).toEqual(["2026-12-11T16:00:00.000Z"]);
});

test.each([
  ["2026-11-30T10:00", "reschedule_into_past"],
  ["2026-12-05T10:00", "reschedule_onto_itself"],
  ["2027-03-14T02:30", "reschedule_into_gap"],
])("a move to %s is refused: %s", (newDate, rule) => {
  expect(verdictOf(run(eventLife(), { ...move, newDate }))).toBe(rule);
  expect(planReschedule(eventLife(), lifeOutside(), newDate, NOW).refusal?.details.rule).toBe(rule);
});

test("a move onto others is listed and takes a reason; onto a sibling's start it is refused", () => {
  const venueClashes = [clashingEvent];
  expect(verdictOf(run(eventLife(), move, { outside: { venueClashes } }))).toBe("reschedule_clashes");
  const pushed = run(
    eventLife(),
    { ...move, override: { reason: "Two lawns." } },
    { outside: { venueClashes } },
  );
  expect(pushed.facts[0]?.metadata?.override?.snapshot).toEqual({
    managerClashes: [],
    venueClashes: ["EV-102"],
  });
  expect(verdictOf(run(eventLife(), move, { outside: { sibling: clashingEvent } }))).toBe(
    "reschedule_onto_sibling",
  );
});

test("a move over the change of the clocks keeps the elapsed time", () => {
  const { state } = run(eventLife(), { ...move, newDate: "2027-03-14T01:30" });
  expect([state.startsAt, state.endsAt]).toEqual(["2027-03-14T06:30:00.000Z", "2027-03-14T08:30:00.000Z"]);
});

test("what runs or is over is neither cancelled nor moved; a foreign manager does not know of it", () => {
  const cancel = { type: "cancel", eventId, version: 4, reason: "Storm.", notifyClient: true } as const;
  expect(run(eventLife(), cancel).state).toMatchObject({ status: "cancelled", cancelledReason: "Storm." });
  expect(verdictOf(run(running, cancel))).toBe("wrong_state");
  expect(verdictOf(run(running, move))).toBe("wrong_state");
  const foreign = { ...manager, id: otherAdmin.id };
  expect(verdictOf(run(eventLife(), start, { actor: foreign }))).toBe("NOT_FOUND");
});
