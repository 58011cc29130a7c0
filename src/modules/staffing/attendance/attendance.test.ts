import { describe, expect, test } from "vitest";
import type { Actor } from "@/commands/actor";
import { admin, agent, clientPerson, manager, otherAdmin, system, testId } from "@/testing/builders/actors";
import { attendanceOf, attendedEvent, attendedShift, venue } from "@/testing/builders/attendance";
import { idSchema } from "@/values/ids";
import { contextOf, verdictOf, when } from "@/testing/given-when-then";
import {
  approveHoursInput,
  checkInInput,
  checkOutInput,
  correctHoursInput,
  reportNoShowInput,
} from "@/modules/staffing/inputs/attendance";
import type { Attendance, AttendanceOutside } from "./attendance";
import { cameLate, presenceOf } from "./check-in-times";
import type { AttendanceCommand } from "./commands";
import { decideAttendance } from "./decide";
import { evolveAttendance } from "./evolve";
import { attendanceAbilities, attendancePolicy } from "./policy";

const rules = {
  policy: attendancePolicy,
  decide: decideAttendance,
  evolve: evolveAttendance,
  recordName: "shift",
};
const assignmentId = attendedShift().id;
const shiftId = idSchema.parse(assignmentId);
const here = { ...venue.position, accuracy: 12 };
const farAway = { latitude: 40.7057, longitude: -74.0017, accuracy: 12 };
const onTime = "2026-10-31T13:50:00.000Z";
const otherAgent: Actor = { kind: "person", id: testId(2, 44), role: "agent", clientId: null };
const otherManager: Actor = { kind: "person", id: testId(2, 43), role: "manager", clientId: null };

function run(
  command: AttendanceCommand,
  {
    state = attendanceOf(),
    actor = agent,
    now = onTime,
    code = null,
  }: { state?: Attendance; actor?: Actor; now?: string; code?: AttendanceOutside["code"] } = {},
) {
  return when(rules, { state, outside: { code }, context: contextOf(actor, now) }, command);
}

const checkIn = (more: object = {}): AttendanceCommand => ({
  type: "checkIn",
  ...checkInInput.parse({ assignmentId, verificationMethod: "gps", location: here, ...more }),
});
const checkOut = (more: object = {}): AttendanceCommand => ({
  type: "checkOut",
  ...checkOutInput.parse({ assignmentId, ...more }),
});
const noShow = (more: object = {}): AttendanceCommand => ({
  type: "reportNoShow",
  ...reportNoShowInput.parse({ assignmentId, ...more }),
});
const correct = (hoursWorked: number): AttendanceCommand => ({
  type: "correctHours",
  ...correctHoursInput.parse({ assignmentId, hoursWorked, reason: "The break was not entered." }),
});
const approve = (ids = [assignmentId]): AttendanceCommand => ({
  type: "approveHours",
  ...approveHoursInput.parse({ assignmentIds: ids }),
});
const ask: AttendanceCommand = {
  type: "askCheckIn",
  assignmentId: shiftId,
  location: farAway,
};
const assume: AttendanceCommand = { type: "assumeCheckOut", assignmentId: shiftId };

const present = attendedShift({ status: "checked_in", checkedInAt: onTime });
const gone = attendedShift({
  status: "checked_out",
  checkedInAt: onTime,
  checkedOutAt: "2026-10-31T22:05:00.000Z",
  hoursWorked: 8,
  hoursState: "recorded",
});

describe("checking in", () => {
  test("by position says where the device was", () => {
    const { facts, state } = run(checkIn({ deviceTime: "2026-10-30T13:50:00Z" }));
    expect(facts).toEqual([
      {
        type: "STAFF_CHECKED_IN",
        payload: {
          assignmentId,
          eventId: testId(7, 1),
          userId: agent.id,
          checkedInAt: onTime,
          location: here,
          verificationMethod: "gps",
        },
        // A clock that is a day off is kept, and decides nothing.
        metadata: { locationSource: "device", deviceTime: "2026-10-30T13:50:00Z" },
      },
    ]);
    expect(state.shifts[0]).toMatchObject({
      status: "checked_in",
      checkedInAt: onTime,
      checkIn: { grade: "inside", distanceM: 0, method: "gps" },
      version: 5,
    });
  });

  test("a doubtful position is accepted and flagged", () => {
    const doubtful = { ...here, accuracy: 200 };
    expect(run(checkIn({ location: doubtful })).state.shifts[0]?.checkIn?.grade).toBe("doubtful");
  });

  test.each([
    ["outside", checkIn({ location: farAway }), {}, "not_at_venue"],
    ["without a position", checkIn({ location: undefined }), {}, "INVALID"],
    ["before it opens", checkIn(), { now: "2026-10-31T12:59:59.000Z" }, "check_in_not_open"],
    ["as it opens", checkIn(), { now: "2026-10-31T13:00:00.000Z" }, "allowed"],
    ["after the planned end", checkIn(), { now: "2026-10-31T22:00:00.000Z" }, "shift_over"],
    ["by another agent", checkIn(), { actor: otherAgent }, "NOT_FOUND"],
    ["by a client", checkIn(), { actor: clientPerson }, "NOT_FOUND"],
    ["by another manager", checkIn(), { actor: otherManager }, "NOT_FOUND"],
    ["on one’s own word", checkIn({ verificationMethod: "manager" }), {}, "FORBIDDEN"],
    ["by the manager", checkIn({ verificationMethod: "manager" }), { actor: manager }, "allowed"],
    ["by the desk without a reason", checkIn({ verificationMethod: "manager" }), { actor: admin }, "INVALID"],
  ] as const)("%s", (_name, command, given, verdict) => {
    expect(verdictOf(run(command, given))).toBe(verdict);
  });

  test.each(["created", "offered", "rejected", "expired", "withdrawn"] as const)(
    "a %s shift is refused",
    (status) => {
      const state = attendanceOf([attendedShift({ status })]);
      expect(verdictOf(run(checkIn(), { state }))).toBe("shift_not_accepted");
    },
  );

  test("a cancelled event has no shifts", () => {
    const state = attendanceOf(undefined, [attendedEvent({ status: "cancelled" })]);
    expect(verdictOf(run(checkIn(), { state }))).toBe("event_cancelled");
  });

  test("a venue whose position nobody entered needs a code or the manager", () => {
    const state = attendanceOf(undefined, [attendedEvent({ venue: { position: null, radiusM: 150 } })]);
    expect(verdictOf(run(checkIn(), { state }))).toBe("position_unverified");
    const byCode = checkIn({ verificationMethod: "qrcode", code: "123456", location: undefined });
    expect(verdictOf(run(byCode, { state, code: "valid" }))).toBe("allowed");
  });

  test("a code puts the venue in the fact, wherever the phone is", () => {
    const byCode = checkIn({ verificationMethod: "qrcode", code: "123456", location: farAway });
    const [arrived] = run(byCode, { code: "valid" }).facts;
    expect(arrived?.payload).toMatchObject({ location: { ...venue.position, accuracy: 150 } });
    expect(arrived?.metadata).toEqual({ locationSource: "venue" });
    expect(verdictOf(run(byCode, { code: "old" }))).toBe("code_expired");
    expect(verdictOf(run(byCode, { code: "wrong" }))).toBe("code_wrong");
  });

  test("the desk’s reason stands beside the fact", () => {
    const byDesk = checkIn({ verificationMethod: "manager", reason: "Her phone is broken." });
    expect(run(byDesk, { actor: admin }).facts[0]?.metadata?.override).toEqual({
      reason: "Her phone is broken.",
      by: admin.id,
      snapshot: { status: "accepted" },
    });
  });

  test("a second tap and a second phone change nothing", () => {
    const once = run(checkIn());
    const twice = run(checkIn(), { state: once.state, now: "2026-10-31T13:51:00.000Z" });
    expect(twice.facts).toEqual([]);
    expect(twice.state.shifts[0]?.checkedInAt).toBe(onTime);
  });

  test("two roles at one event are one attendance", () => {
    const second = attendedShift({ id: testId(13, 2), role: "Host" });
    const { state } = run(checkIn(), { state: attendanceOf([attendedShift(), second]) });
    expect(state.shifts.map(({ status }) => status)).toEqual(["checked_in", "checked_in"]);
  });

  test("after a no-show it corrects it, and stays late", () => {
    const state = attendanceOf([attendedShift({ status: "no_show", noShowAt: "2026-10-31T14:20:00.000Z" })]);
    const late = run(checkIn(), { state, now: "2026-10-31T14:40:00.000Z" });
    expect(late.facts[0]?.metadata?.corrected).toBe(true);
    expect(late.state.shifts.every(cameLate)).toBe(true);
  });
});

describe("asking the manager", () => {
  test("is put on record once", () => {
    const once = run(ask);
    expect(once.facts.map(({ type }) => type)).toEqual(["STAFF_CHECK_IN_ASKED"]);
    expect(once.state.shifts[0]).toMatchObject({
      askedAt: onTime,
      ask: { grade: "outside", distanceM: 5550 },
    });
    expect(run(ask, { state: once.state }).facts).toEqual([]);
  });

  test("is not for somebody else’s shift", () => {
    expect(verdictOf(run(ask, { actor: otherAgent }))).toBe("NOT_FOUND");
  });
});

describe("checking out", () => {
  const state = attendanceOf([present]);
  const late = "2026-10-31T22:20:00.000Z";

  test("computes the hours from the times less the break", () => {
    const { facts, state: after } = run(checkOut({ breakMinutes: 30, feedback: "A good crowd." }), {
      state,
      now: late,
    });
    expect(facts).toEqual([
      {
        type: "STAFF_CHECKED_OUT",
        payload: {
          assignmentId,
          eventId: testId(7, 1),
          userId: agent.id,
          checkedOutAt: late,
          hoursWorked: 8,
          location: { ...venue.position, accuracy: 150 },
          feedback: "A good crowd.",
        },
        metadata: { locationSource: "venue", breakMinutes: 30 },
      },
    ]);
    expect(after.shifts[0]).toMatchObject({ status: "checked_out", hoursWorked: 8, hoursState: "recorded" });
  });

  test.each([
    ["before the check-in", checkOut(), { state: attendanceOf() }, "not_checked_in"],
    ["early without a reason", checkOut(), { state, now: "2026-10-31T20:00:00.000Z" }, "INVALID"],
    [
      "early with a reason",
      checkOut({ reason: "A headache." }),
      { state, now: "2026-10-31T20:00:00.000Z" },
      "allowed",
    ],
    ["with a break longer than the shift", checkOut({ breakMinutes: 600 }), { state, now: late }, "INVALID"],
    ["by somebody else", checkOut(), { state, now: late, actor: otherAgent }, "NOT_FOUND"],
  ] as const)("%s", (_name, command, given, verdict) => {
    expect(verdictOf(run(command, given))).toBe(verdict);
  });

  test("twice changes nothing", () => {
    const once = run(checkOut(), { state, now: late });
    expect(run(checkOut(), { state: once.state, now: late }).facts).toEqual([]);
  });

  test("the day after, the planned end stands and is marked as assumed", () => {
    const { state: after } = run(checkOut(), { state, now: "2026-11-01T09:00:00.000Z" });
    expect(after.shifts[0]).toMatchObject({
      checkedOutAt: "2026-10-31T22:00:00.000Z",
      hoursWorked: 8.1667,
      hoursState: "assumed",
    });
  });

  test("two roles share the hours of one attendance", () => {
    const second = { ...present, id: testId(13, 2), activityMinutes: 360 };
    const both = attendanceOf([present, second]);
    const { state: after } = run(checkOut({ breakMinutes: 30 }), { state: both, now: late });
    expect(after.shifts.map(({ hoursWorked }) => hoursWorked)).toEqual([2, 6]);
  });
});

describe("a forgotten check-out", () => {
  const state = attendanceOf([present]);

  test("is assumed at the planned end, once the grace is over", () => {
    expect(run(assume, { state, actor: system, now: "2026-10-31T23:59:59.000Z" }).facts).toEqual([]);
    const { state: after } = run(assume, { state, actor: system, now: "2026-11-01T00:00:00.000Z" });
    expect(after.shifts[0]).toMatchObject({
      checkedOutAt: "2026-10-31T22:00:00.000Z",
      hoursState: "assumed",
    });
  });

  test("is the clock’s alone, and never before the check-in", () => {
    expect(verdictOf(run(assume, { state, actor: admin }))).toBe("FORBIDDEN");
    expect(verdictOf(run(checkIn(), { actor: system }))).toBe("FORBIDDEN");
    const moved = attendanceOf([{ ...present, endsAt: "2026-10-31T13:00:00.000Z" }]);
    const { state: after } = run(assume, { state: moved, actor: system, now: "2026-11-01T00:00:00.000Z" });
    expect(after.shifts[0]).toMatchObject({ checkedOutAt: onTime, hoursWorked: 0 });
  });
});

describe("a no-show", () => {
  const now = "2026-10-31T14:15:00.000Z";

  test("is reported once the grace is over", () => {
    const { facts, state } = run(noShow({ notes: "No answer by phone." }), { actor: manager, now });
    expect(facts).toEqual([
      {
        type: "STAFF_NO_SHOW",
        payload: {
          assignmentId,
          eventId: testId(7, 1),
          userId: agent.id,
          reportedBy: manager.id,
          reportedAt: now,
          consequenceLevel: "warning",
          notes: "No answer by phone.",
        },
      },
    ]);
    expect(run(noShow(), { state, actor: manager, now }).facts).toEqual([]);
  });

  test.each([
    ["within the grace", noShow(), { now: "2026-10-31T14:14:59.999Z" }, "too_early_for_no_show"],
    ["of somebody who is there", noShow(), { now, state: attendanceOf([present]) }, "shift_not_accepted"],
    [
      "of somebody who withdrew",
      noShow(),
      { now, state: attendanceOf([attendedShift({ status: "withdrawn" })]) },
      "shift_not_accepted",
    ],
    [
      "at a cancelled event",
      noShow(),
      { now, state: attendanceOf(undefined, [attendedEvent({ status: "cancelled" })]) },
      "event_cancelled",
    ],
    ["with a consequence before it is over", noShow({ consequenceLevel: "penalty" }), { now }, "INVALID"],
    [
      "with a consequence when it is over",
      noShow({ consequenceLevel: "penalty" }),
      { now: "2026-10-31T22:00:00.000Z" },
      "allowed",
    ],
    ["by the person", noShow(), { now, actor: agent }, "FORBIDDEN"],
    ["by another manager", noShow(), { now, actor: otherManager }, "NOT_FOUND"],
  ] as const)("%s", (_name, command, given, verdict) => {
    expect(verdictOf(run(command, { actor: manager, ...given }))).toBe(verdict);
  });
});

describe("hours", () => {
  const over = "2026-11-02T09:00:00.000Z";

  test("are corrected with what they were before, and want approval again", () => {
    const approved = attendanceOf([{ ...gone, hoursState: "approved" }]);
    const { facts, state } = run(correct(7.5), { state: approved, actor: manager, now: over });
    expect(facts[0]?.payload).toMatchObject({ previousHours: 8, hoursWorked: 7.5 });
    expect(state.shifts[0]).toMatchObject({ hoursWorked: 7.5, hoursState: "recorded" });
    expect(run(correct(8), { state: attendanceOf([gone]), actor: manager, now: over }).facts).toEqual([]);
  });

  test("of somebody who never checked in can be entered when the shift is over", () => {
    expect(verdictOf(run(correct(8), { actor: manager }))).toBe("shift_not_over");
    const { state } = run(correct(8), { actor: manager, now: over });
    expect(state.shifts[0]).toMatchObject({
      status: "checked_out",
      checkedInAt: "2026-10-31T14:00:00.000Z",
      checkedOutAt: "2026-10-31T22:00:00.000Z",
      hoursWorked: 8,
    });
  });

  test.each([
    ["below zero", -0.1],
    ["of no number", Number.NaN],
    ["of more than two days", 48.1],
  ])("%s are refused", (_name, hoursWorked) => {
    expect(correctHoursInput.safeParse({ assignmentId, hoursWorked, reason: "So." }).success).toBe(false);
  });

  test("are approved once, and never by whoever worked them", () => {
    const once = run(approve(), {
      state: attendanceOf([{ ...gone, hoursState: "assumed" }]),
      actor: admin,
      now: over,
    });
    expect(once.facts[0]).toMatchObject({
      type: "STAFF_HOURS_APPROVED",
      payload: { approvedBy: admin.id, approvedAt: over, hoursWorked: 8 },
    });
    expect(run(approve(), { state: once.state, actor: otherAdmin, now: over }).facts).toEqual([]);
    expect(verdictOf(run(approve(), { state: attendanceOf([gone]), now: over }))).toBe("FORBIDDEN");
    expect(verdictOf(run(approve(), { state: attendanceOf([present]), actor: admin, now: over }))).toBe(
      "no_hours",
    );
  });
});

test("where people stand follows the clock", () => {
  const at = (time: string) => presenceOf(attendedShift(), `2026-10-31T${time}.000Z`);
  expect(["12:59:59", "13:00:00", "14:00:00", "14:15:00"].map(at)).toEqual([
    "not_due",
    "due",
    "late",
    "missing",
  ]);
  expect([present, gone].map((shift) => presenceOf(shift, onTime))).toEqual(["present", "left"]);
});

test("abilities are what the rules would allow", () => {
  const after = "2026-10-31T14:20:00.000Z";
  expect(attendanceAbilities(attendedShift(), attendedEvent(), { now: after, isRunner: true })).toEqual({
    checkIn: true,
    checkOut: false,
    reportNoShow: true,
    correctHours: false,
    approveHours: false,
  });
  expect(attendanceAbilities(gone, attendedEvent(), { now: after, isRunner: false })).toEqual({
    checkIn: false,
    checkOut: false,
    reportNoShow: false,
    correctHours: false,
    approveHours: false,
  });
});
