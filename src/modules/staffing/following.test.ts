import { describe, expect, test } from "vitest";
import { agent, system, testId } from "@/testing/builders/actors";
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
import { contextOf, when } from "@/testing/given-when-then";
import type { StaffingCommand } from "./commands";
import { decide } from "./decide";
import { responseDeadline } from "./deadline";
import { evolve } from "./evolve";
import {
  expireInput,
  moveShiftsInput,
  releaseStaffInput,
  succeedInput,
  withdrawClashingInput,
} from "./inputs";
import { moveEffect } from "./move";
import { staffingPolicy } from "./policy";
import type { Assignment, Slot, Staffing, StaffingOutside } from "./staffing";

/** What follows by itself. */

const rules = { policy: staffingPolicy, decide, evolve, recordName: "shift" };
const slotId = slotIn().id;
const [second, third, fourth] = [testId(2, 40), testId(2, 41), testId(2, 42)];

function run(
  state: Staffing,
  command: StaffingCommand,
  outside: Partial<StaffingOutside> = {},
  now = lookedAt,
) {
  const given = { state, outside: { ...nothingOutside, ...outside }, context: contextOf(system, now) };
  const { facts, state: after, refusal } = when(rules, given, command);
  expect(refusal).toBeNull();
  return { facts, after, types: facts.map(({ type }) => type.replace("STAFF_", "")) };
}

const by = (userId: string, status: Assignment["status"], index: number) =>
  assignmentIn({ id: testId(17, index), userId, status });

describe("an offer that nobody answers", () => {
  const expire: StaffingCommand = {
    type: "expire",
    ...expireInput.parse({ assignmentId: assignmentIn().id }),
  };

  test("runs out a moment after its deadline, once", () => {
    const given = staffingOf([assignmentIn({ offer: offerUntil("2026-11-14T14:59:59.999Z") })]);
    const { types, after } = run(given, expire);
    expect(types).toEqual(["ASSIGNMENT_EXPIRED"]);
    expect(run(after, expire).types).toEqual([]);
  });

  test("stands at its very deadline, and an answer stands for good", () => {
    expect(run(staffingOf([assignmentIn({ offer: offerUntil(lookedAt) })]), expire).types).toEqual([]);
    const late = offerUntil("2026-11-14T10:00:00.000Z");
    expect(run(staffingOf([assignmentIn({ status: "accepted", offer: late })]), expire).types).toEqual([]);
  });
});

describe("succession", () => {
  const succeed: StaffingCommand = { type: "succeed", ...succeedInput.parse({ slotId }) };
  const ranked = [agent.id, second, third].map((userId) => ({ userId }));
  const pay = { rate: 30, currency: "USD", estimatedHours: 2 };
  const declined = {
    ...assignmentIn({ status: "rejected" }),
    offer: { ...offerUntil(lookedAt), compensation: pay },
  };

  test("asks the next in rank, who was not asked before, for the pay of before", () => {
    const { types, after } = run(staffingOf([declined]), succeed, { ranked });
    expect(types).toEqual(["ASSIGNMENT_CREATED", "ASSIGNMENT_OFFERED"]);
    expect(after.assignments.at(-1)).toMatchObject({
      userId: second,
      status: "offered",
      createdBy: "system",
      offer: { compensation: pay },
    });
    expect(run(after, succeed, { ranked }).types).toEqual([]);
  });

  test("asks who waits on standby first, in the order in which they came, and takes them off", () => {
    const standby = [
      { slotId, userId: fourth, since: "2026-11-14T12:00:00.000Z" },
      { slotId, userId: third, since: "2026-11-14T11:00:00.000Z" },
    ];
    const { after } = run(staffingOf([declined], { standby }), succeed, { ranked });
    expect(after.assignments.at(-1)?.userId).toBe(third);
    expect(after.standby.map(({ userId }) => userId)).toEqual([fourth]);
  });

  test("says so when nobody is left", () => {
    const { facts } = run(staffingOf([declined]), succeed, { ranked: [{ userId: agent.id }] });
    expect(facts).toMatchObject([
      { type: "STAFF_SLOT_UNFILLED", payload: { slotId, role: "Host", asked: 1 } },
    ]);
  });

  const filled = [declined, by(second, "accepted", 2)];
  test.each<[string, Staffing]>([
    ["while somebody has an offer", staffingOf([declined, by(second, "offered", 2)])],
    ["once it is filled", staffingOf(filled)],
    ["while a person has planned somebody", staffingOf([declined, by(second, "created", 2)])],
    ["when it is switched off", staffingOf([declined], { slots: [slotIn({ autoNext: false })] })],
    ["after the stop time", staffingOf([declined], { slots: [slotIn({ stopAt: lookedAt })] })],
    ["once the slot is closed", staffingOf([declined], { slots: [slotIn({ status: "closed" })] })],
    [
      "once the event is cancelled",
      staffingOf([declined], { events: [staffedEvent({ status: "cancelled" })] }),
    ],
  ])("rests %s", (_, state) => {
    expect(run(state, succeed, { ranked }).types).toEqual([]);
  });
});

test("whoever takes a shift loses the offers that overlap it, and no others", () => {
  const [taken, early, late] = [
    staffedEvent(),
    staffedEvent({ id: testId(7, 2) }),
    staffedEvent({ id: testId(7, 3) }),
  ];
  const slots = [taken, early, late].map((event, index) =>
    slotIn({ id: testId(16, index + 1), eventId: event.id }),
  );
  const of = (index: number, change: Partial<Assignment>) =>
    assignmentIn({
      id: testId(17, index + 1),
      slotId: slots[index]?.id ?? "",
      eventId: slots[index]?.eventId ?? "",
      ...change,
    });
  const assignments = [
    of(0, { status: "accepted" }),
    of(1, { startsAt: "2026-12-05T14:00:00.000Z", endsAt: "2026-12-05T15:00:00.001Z" }),
    of(2, { startsAt: "2026-12-05T17:00:00.000Z", endsAt: "2026-12-05T18:00:00.000Z" }),
  ];
  const command: StaffingCommand = {
    type: "withdrawClashing",
    ...withdrawClashingInput.parse({ assignmentId: testId(17, 1) }),
  };
  const { facts } = run(staffingOf(assignments, { events: [taken, early, late], slots }), command);
  expect(facts).toMatchObject([{ payload: { assignmentId: testId(17, 2), initiatedBy: "system" } }]);
});

test("a cancelled event, and a closed role, let everybody go who is not there yet", () => {
  const release: StaffingCommand = {
    type: "releaseStaff",
    ...releaseStaffInput.parse({ eventId: staffedEvent().id, reason: "Storm." }),
  };
  const statuses = ["created", "offered", "accepted", "rejected", "checked_in"] as const;
  const people = statuses.map((status, index) => by(testId(2, 50 + index), status, index + 1));
  const cancelled = { events: [staffedEvent({ status: "cancelled" })] };
  expect(run(staffingOf(people, cancelled), release).facts).toHaveLength(3);
  expect(run(staffingOf(people, { slots: [slotIn({ status: "closed" })] }), release).facts).toHaveLength(3);
  expect(run(staffingOf(people), release).facts).toEqual([]);
});

describe("a move of the event", () => {
  const shifted = (minutes: number): Pick<Slot, "startsAt" | "endsAt"> => {
    const at = (instant: string) => new Date(Date.parse(instant) + minutes * 60_000).toISOString();
    return { startsAt: at(staffedEvent().startsAt), endsAt: at(staffedEvent().endsAt) };
  };

  test.each([
    ["accepted", 30, "stays"],
    ["accepted", 31, "asked-again"],
    ["offered", -30, "stays"],
    ["offered", 24 * 60, "asked-again"],
    ["created", 24 * 60, "stays"],
    ["checked_in", 24 * 60, "kept"],
  ] as const)("%s, by %i minutes: %s", (status, minutes, kind) => {
    expect(moveEffect(assignmentIn({ status }), shifted(minutes), [])).toEqual({ kind });
  });

  test("onto another shift of the person releases them, whatever the distance", () => {
    const commitments = [
      commitmentIn({ startsAt: "2026-12-05T17:00:00.000Z", endsAt: "2026-12-05T19:00:00.000Z" }),
    ];
    const accepted = assignmentIn({ status: "accepted" });
    expect(moveEffect(accepted, shifted(15), commitments)).toMatchObject({ kind: "released" });
    expect(moveEffect(accepted, shifted(-15), commitments)).toEqual({ kind: "stays" });
  });

  test("asks for a new agreement with a new deadline; the old one was for the old time", () => {
    const window = shifted(24 * 60);
    const given = staffingOf(
      [assignmentIn({ status: "accepted", answeredAt: lookedAt, answerNote: "Yes." })],
      {
        events: [staffedEvent(window)],
        slots: [slotIn(window)],
      },
    );
    const command: StaffingCommand = {
      type: "moveShifts",
      ...moveShiftsInput.parse({ eventId: staffedEvent().id }),
    };
    const { types, after } = run(given, command);
    expect(types).toEqual(["ASSIGNMENT_OFFERED"]);
    expect(after.assignments).toMatchObject([
      {
        status: "offered",
        ...window,
        answeredAt: null,
        offer: { responseDeadline: "2026-11-16T15:00:00.000Z" },
      },
    ]);
    expect(run(after, command).types).toEqual([]);
  });
});

test.each([
  ["48 hours", "2026-11-14T15:00:00.000Z", undefined, "2026-11-16T15:00:00.000Z"],
  ["half of what is left", "2026-12-05T09:00:00.000Z", undefined, "2026-12-05T12:00:00.000Z"],
  ["as wished", "2026-11-14T15:00:00.000Z", "2026-11-15T09:00:00-05:00", "2026-11-15T14:00:00.000Z"],
  ["never after the start", "2026-11-14T15:00:00.000Z", "2027-01-01T00:00:00Z", "2026-12-05T15:00:00.000Z"],
])("a deadline: %s", (_, now, wished, deadline) => {
  expect(responseDeadline(slotIn(), now, wished)).toBe(deadline);
});

test("what is left of a no-show's shift may be offered until its end", () => {
  const slot = slotIn({ startsAt: "2026-12-05T15:20:00.000Z", replacesAssignmentId: testId(17, 9) });
  expect(responseDeadline(slot, "2026-12-05T15:20:00.000Z")).toBe("2026-12-05T16:10:00.000Z");
});
