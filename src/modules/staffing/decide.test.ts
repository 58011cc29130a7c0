import { describe, expect, test } from "vitest";
import type { Actor } from "@/commands/actor";
import { admin, agent, clientPerson, manager, system, testId } from "@/testing/builders/actors";
import {
  assignmentIn,
  commitmentIn,
  lookedAt,
  nothingOutside,
  offerUntil,
  slotIn,
  staffedEvent,
  staffingOf,
} from "@/testing/builders/staffing";
import { contextOf, verdictOf, when } from "@/testing/given-when-then";
import type { StaffingCommand } from "./commands";
import { decide } from "./decide";
import { evolve } from "./evolve";
import {
  acceptInput,
  createAssignmentInput,
  expireInput,
  joinStandbyInput,
  offerInput,
  rejectInput,
  withdrawInput,
} from "./inputs";
import { staffingPolicy } from "./policy";
import type { Staffing, StaffingOutside } from "./staffing";

const rules = { policy: staffingPolicy, decide, evolve, recordName: "shift" };
const otherId = testId(2, 40);
const thirdId = testId(2, 41);
const people = [
  { id: agent.id, name: "Bo Agent", role: "agent", active: true },
  { id: otherId, name: "Ada Agent", role: "agent", active: true },
  { id: thirdId, name: "Gus Gone", role: "agent", active: false },
];
const slotId = slotIn().id;
const assignmentId = assignmentIn().id;

interface Setting {
  readonly by?: Actor;
  readonly now?: string;
  readonly outside?: Partial<StaffingOutside>;
}

function run(
  state: Staffing,
  command: StaffingCommand,
  { by = manager, now = lookedAt, outside }: Setting = {},
) {
  return when(
    rules,
    { state, outside: { ...nothingOutside, people, ...outside }, context: contextOf(by, now) },
    command,
  );
}

const accept = (change: object = {}): StaffingCommand => ({
  type: "accept",
  ...acceptInput.parse({ assignmentId, ...change }),
});
const create = (change: object = {}): StaffingCommand => ({
  type: "createAssignment",
  ...createAssignmentInput.parse({ assignments: [{ slotId, userId: agent.id }], ...change }),
});
const withdraw: StaffingCommand = {
  type: "withdraw",
  ...withdrawInput.parse({ assignmentId, reason: "Ill." }),
};
const reject: StaffingCommand = {
  type: "reject",
  ...rejectInput.parse({ assignmentId, reason: "Away that day." }),
};
const typesOf = (outcome: { readonly facts: readonly { readonly type: string }[] }) =>
  outcome.facts.map(({ type }) => type.replace("STAFF_ASSIGNMENT_", ""));

describe("planning and offering", () => {
  test("plans somebody, and offers at once on terms", () => {
    const offer = { compensation: { rate: 28.5, currency: "USD" } };
    const outcome = run(staffingOf([]), create({ offer, instructions: "Closed shoes." }));
    expect(typesOf(outcome)).toEqual(["CREATED", "OFFERED"]);
    expect(outcome.state.assignments).toMatchObject([
      {
        slotId,
        status: "offered",
        instructions: "Closed shoes.",
        offer: {
          responseDeadline: "2026-11-16T15:00:00.000Z",
          compensation: { rate: 28.5, currency: "USD", estimatedHours: 2 },
          group: null,
        },
      },
    ]);
  });

  test("a deadline and a stop time may be what the clock of the venue shows", () => {
    const offer = { responseDeadline: "2026-11-15T09:00", stopAt: "2026-11-20T18:00" };
    const { state } = run(staffingOf([]), create({ offer }));
    expect(state.assignments[0]?.offer?.responseDeadline).toBe("2026-11-15T14:00:00.000Z");
    expect(state.slots[0]?.stopAt).toBe("2026-11-20T23:00:00.000Z");
  });

  test("several people for one slot are all invited", () => {
    const assignments = [agent.id, otherId].map((userId) => ({ slotId, userId }));
    const { state } = run(staffingOf([]), create({ assignments, offer: {} }));
    expect(state.assignments.map(({ userId, status }) => [userId, status])).toEqual([
      [agent.id, "offered"],
      [otherId, "offered"],
    ]);
  });

  test("several dates of one person are one group with an answer each", () => {
    const next = staffedEvent({ id: testId(7, 2), number: 222 });
    const slots = [slotIn(), slotIn({ id: testId(16, 2), eventId: next.id })];
    const assignments = slots.map(({ id }) => ({ slotId: id, userId: agent.id }));
    const given = staffingOf([], { events: [staffedEvent(), next], slots });
    const { state } = run(given, create({ assignments, offer: {} }));
    const [first, second] = state.assignments;
    expect([first?.offer?.group, second?.offer?.group]).toEqual([first?.id, first?.id]);
  });

  test("an offer may say whether and until when the next one is asked", () => {
    const offer = { autoNext: false, stopAt: "2026-12-01T09:00:00-05:00" };
    const { state } = run(staffingOf([]), create({ offer }));
    expect(state.slots).toMatchObject([{ autoNext: false, stopAt: "2026-12-01T14:00:00.000Z", version: 2 }]);
  });

  test.each([
    ["a filled slot", staffingOf([assignmentIn({ userId: otherId, status: "accepted" })]), {}, "slot_filled"],
    ["a closed slot", staffingOf([], { slots: [slotIn({ status: "closed" })] }), {}, "slot_closed"],
    [
      "a cancelled event",
      staffingOf([], { events: [staffedEvent({ status: "cancelled" })] }),
      {},
      "event_over",
    ],
    ["somebody who has an offer", staffingOf([assignmentIn()]), {}, "already_asked"],
    ["somebody who is gone", staffingOf([]), { assignments: [{ slotId, userId: thirdId }] }, "INVALID"],
    [
      "a deadline that has passed",
      staffingOf([]),
      { offer: { responseDeadline: "2026-11-14T15:00:00Z" } },
      "INVALID",
    ],
  ])("refuses %s", (_, state, change, verdict) => {
    expect(verdictOf(run(state, create(change)))).toBe(verdict);
  });

  test("a shift is offered until it is over, also after it has begun", () => {
    const verdictAt = (now: string) => verdictOf(run(staffingOf([]), create({ offer: {} }), { now }));
    expect(verdictAt("2026-12-05T16:59:59.999Z")).toBe("allowed");
    expect(verdictAt("2026-12-05T17:00:00.000Z")).toBe("shift_over");
  });

  test("a planned shift is offered, an open offer only on other terms, an answered one never", () => {
    const offer = (change: object = {}): StaffingCommand => ({
      type: "offer",
      ...offerInput.parse({ assignmentIds: [assignmentId], ...change }),
    });
    const planned = staffingOf([assignmentIn({ status: "created", offer: null })]);
    expect(typesOf(run(planned, offer()))).toEqual(["OFFERED"]);
    expect(typesOf(run(staffingOf([assignmentIn()]), offer()))).toEqual([]);
    const longer = { responseDeadline: "2026-11-20T15:00:00Z" };
    expect(run(staffingOf([assignmentIn()]), offer(longer)).state.assignments).toMatchObject([
      { offer: { responseDeadline: "2026-11-20T15:00:00.000Z" } },
    ]);
    expect(verdictOf(run(staffingOf([assignmentIn({ status: "rejected" })]), offer()))).toBe(
      "shift_answered",
    );
  });
});

describe("accepting", () => {
  test("takes the shift; a second tap changes nothing", () => {
    const first = run(staffingOf([assignmentIn()]), accept({ notes: "By bicycle." }), { by: agent });
    expect(typesOf(first)).toEqual(["ACCEPTED"]);
    expect(first.state.assignments).toMatchObject([{ status: "accepted", answerNote: "By bicycle." }]);
    expect(typesOf(run(first.state, accept(), { by: agent }))).toEqual([]);
  });

  const moved = { startsAt: "2026-12-06T15:00:00.000Z", endsAt: "2026-12-06T17:00:00.000Z" };
  test.each([
    [
      "after somebody else",
      staffingOf([assignmentIn(), assignmentIn({ id: testId(17, 2), userId: otherId, status: "accepted" })]),
      {},
      "slot_filled",
    ],
    [
      "a moment after the deadline",
      staffingOf([assignmentIn({ offer: offerUntil("2026-11-14T14:59:59.999Z") })]),
      {},
      "offer_expired",
    ],
    ["after it ran out", staffingOf([assignmentIn({ status: "expired" })]), {}, "offer_expired"],
    ["after it was taken back", staffingOf([assignmentIn({ status: "withdrawn" })]), {}, "offer_withdrawn"],
    ["after declining", staffingOf([assignmentIn({ status: "rejected" })]), {}, "not_offered"],
    [
      "after the event was cancelled",
      staffingOf([assignmentIn()], { events: [staffedEvent({ status: "cancelled" })] }),
      {},
      "event_over",
    ],
    [
      "after the role was closed",
      staffingOf([assignmentIn()], { slots: [slotIn({ status: "closed" })] }),
      {},
      "slot_closed",
    ],
    [
      "after the event moved",
      staffingOf([assignmentIn()], { events: [staffedEvent(moved)], slots: [slotIn(moved)] }),
      {},
      "shift_moved",
    ],
    [
      "beside another shift",
      staffingOf([assignmentIn()]),
      { commitments: [commitmentIn({ startsAt: "2026-12-05T16:59:00.000Z" })] },
      "shift_overlap",
    ],
  ])("%s gets its own answer", (_, state, outside, verdict) => {
    expect(verdictOf(run(state, accept(), { by: agent, outside }))).toBe(verdict);
  });

  test("back to back, and two roles of one event, are no overlap", () => {
    const commitments = [
      commitmentIn({ startsAt: "2026-12-05T17:00:00.000Z", endsAt: "2026-12-05T19:00:00.000Z" }),
      commitmentIn({ eventId: staffedEvent().id }),
    ];
    const outcome = run(staffingOf([assignmentIn()]), accept(), { by: agent, outside: { commitments } });
    expect(verdictOf(outcome)).toBe("allowed");
  });

  test("at the very deadline is in time", () => {
    const given = staffingOf([assignmentIn({ offer: offerUntil(lookedAt) })]);
    expect(verdictOf(run(given, accept(), { by: agent }))).toBe("allowed");
  });

  const rest = { kind: "rest", sentence: "Only 4 h of rest.", isOverridable: true };
  const role = { kind: "role", sentence: "Does not work as Host.", isOverridable: false };
  const override = { reason: "Agreed by phone." };

  test("too little rest blocks the agent, and the agency answers for it with a reason", () => {
    const outside = { misfits: [rest] };
    const given = staffingOf([assignmentIn()]);
    expect(verdictOf(run(given, accept(), { by: agent, outside }))).toBe("not_fit");
    expect(verdictOf(run(given, accept({ override }), { by: agent, outside }))).toBe("FORBIDDEN");
    const pushed = run(given, accept({ override }), { outside });
    expect(pushed.facts).toMatchObject([
      {
        metadata: { override: { reason: "Agreed by phone.", by: manager.id, snapshot: { misfits: [rest] } } },
      },
    ]);
    expect(pushed.state.assignments).toMatchObject([{ override: { reason: "Agreed by phone." } }]);
  });

  test("nobody can answer for somebody who cannot do the role", () => {
    const outcome = run(staffingOf([assignmentIn()]), accept({ override }), { outside: { misfits: [role] } });
    expect(verdictOf(outcome)).toBe("not_fit");
  });
});

describe("declining and withdrawing", () => {
  test("declining says why; twice is once", () => {
    const outcome = run(staffingOf([assignmentIn()]), reject, { by: agent });
    expect(outcome.state.assignments).toMatchObject([{ status: "rejected", answerNote: "Away that day." }]);
    expect(typesOf(run(outcome.state, reject, { by: agent }))).toEqual([]);
  });

  test("an agreed shift is not declined, an offer is not withdrawn from", () => {
    const agreed = staffingOf([assignmentIn({ status: "accepted" })]);
    expect(verdictOf(run(agreed, reject, { by: agent }))).toBe("shift_accepted");
    expect(verdictOf(run(staffingOf([assignmentIn()]), withdraw, { by: agent }))).toBe("decline_instead");
  });

  test.each([
    ["agent", agent],
    ["agency", manager],
    ["agency", admin],
  ] as const)("a withdrawal by the %s records the notice given", (initiatedBy, by) => {
    const outcome = run(staffingOf([assignmentIn({ status: "accepted" })]), withdraw, { by });
    expect(outcome.facts).toMatchObject([{ payload: { initiatedBy, leadTimeHours: 504, reason: "Ill." } }]);
    expect(typesOf(run(outcome.state, withdraw, { by }))).toEqual([]);
  });

  test("after the start only the agency can, and after check-in nobody", () => {
    const now = "2026-12-05T15:00:00.000Z";
    const agreed = staffingOf([assignmentIn({ status: "accepted" })]);
    expect(verdictOf(run(agreed, withdraw, { by: agent, now }))).toBe("shift_begun");
    expect(verdictOf(run(agreed, withdraw, { now }))).toBe("allowed");
    const there = staffingOf([assignmentIn({ status: "checked_in" })]);
    expect(verdictOf(run(there, withdraw, { now }))).toBe("not_withdrawable");
  });
});

describe("who may", () => {
  const given = staffingOf([assignmentIn()]);
  const foreign = staffingOf([assignmentIn({ userId: otherId })]);
  const elsewhere = staffingOf([assignmentIn()], { events: [staffedEvent({ managerId: null })] });

  test.each([
    ["the agent, for themselves", agent, given, "allowed"],
    ["an agent, for somebody else", agent, foreign, "NOT_FOUND"],
    ["the manager, on behalf", manager, given, "allowed"],
    ["a manager of other events", manager, elsewhere, "NOT_FOUND"],
    ["an admin, on behalf", admin, elsewhere, "allowed"],
    ["a client", clientPerson, given, "FORBIDDEN"],
    ["the workflow", system, given, "FORBIDDEN"],
  ] as const)("%s", (_, by, state, verdict) => {
    expect(verdictOf(run(state, accept(), { by }))).toBe(verdict);
  });

  test("agents offer nothing, people expire nothing", () => {
    expect(verdictOf(run(given, create(), { by: agent }))).toBe("FORBIDDEN");
    const expire: StaffingCommand = { type: "expire", ...expireInput.parse({ assignmentId }) };
    expect(verdictOf(run(given, expire, { by: admin }))).toBe("FORBIDDEN");
  });
});

test("standby is for whoever was asked, once; whoever has the shift need not wait", () => {
  const join: StaffingCommand = {
    type: "joinStandby",
    ...joinStandbyInput.parse({ slotId, userId: agent.id }),
  };
  const late = staffingOf([assignmentIn({ status: "expired" })]);
  const outcome = run(late, join, { by: agent });
  expect(outcome.facts).toMatchObject([{ type: "STAFF_STANDBY_JOINED", payload: { slotId, role: "Host" } }]);
  expect(typesOf(run(outcome.state, join, { by: agent }))).toEqual([]);
  expect(typesOf(run(staffingOf([assignmentIn()]), join, { by: agent }))).toEqual([]);
  expect(verdictOf(run(staffingOf([]), join, { by: agent }))).toBe("NOT_FOUND");
  expect(verdictOf(run(staffingOf([]), join))).toBe("allowed");
});
