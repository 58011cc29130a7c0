import { describe, expect, test } from "vitest";
import { ROLES } from "@/commands/actor";
import { activityPolicy } from "@/modules/activities/policy";
import { bookingPolicy } from "@/modules/bookings/policy";
import { directoryPolicy } from "@/modules/directory/policy";
import {
  assignKitsInput,
  bindKitInput,
  cancelKitAssignmentInput,
  checkKitNeedsInput,
  layOutKitsInput,
  moveKitsInput,
  releaseKitsInput,
  resolveShortageInput,
} from "@/modules/kits/inputs/needs";
import { needsPolicy } from "@/modules/kits/policy/needs";
import { kitRecordPolicy, kitUnitPolicy } from "@/modules/kits/policy/units";
import { profilePolicy } from "@/modules/directory/profile/policy";
import { eventLifePolicy } from "@/modules/event-instances/life/policy";
import { eventInstancePolicy } from "@/modules/event-instances/policy";
import { locationPolicy } from "@/modules/locations/policy";
import { attendancePolicy } from "@/modules/staffing/attendance/policy";
import { operationsPolicy } from "@/modules/operations/policy";
import { acceptInput, createAssignmentInput, expireInput, joinStandbyInput } from "@/modules/staffing/inputs";
import { staffingPolicy } from "@/modules/staffing/policy";
import {
  admin,
  agent,
  clientId,
  clientPerson,
  foreignClientPerson,
  manager,
  otherAdmin,
  testId,
} from "@/testing/builders/actors";
import { attendanceOf, attendedEvent, attendedShift } from "@/testing/builders/attendance";
import { bookingIn } from "@/testing/builders/bookings";
import { kittedEvent } from "@/testing/builders/kit-needs";
import { assignmentIn, slotIn, staffedEvent, staffingOf } from "@/testing/builders/staffing";
import { notByAsker, type Permission, permissions, systemCommands } from "./permissions";

/** Each subject's policy beside the matrix: the one must never let through what the other denies. */

const people = { admin, manager, agent, client: clientPerson } as const;
const commands = [
  "create",
  "update",
  "submit",
  "approve",
  "reject",
  "requestChanges",
  "cancel",
  "duplicate",
] as const;
const operations = [
  "retry",
  "skip",
  "replay",
  "pauseHandler",
  "resumeHandler",
  "viewPersonalData",
  "placeHold",
  "liftHold",
] as const;
const lifeCommands = [
  "assignManager",
  "startPreparation",
  "addTask",
  "completeTask",
  "reopenTask",
  "start",
  "complete",
  "cancel",
  "reschedule",
  "reportIssue",
  "acknowledgeIssue",
  "resolveIssue",
] as const;
const followingCommands = ["deriveReadiness", "mergeIssue", "escalateIssue"] as const;
const profileCommands = ["setProfile", "setAvailability", "setPreference"] as const;
const activityCommands = ["create", "start", "complete", "cancel", "reportIssue"] as const;
const attendanceCommands = [
  "checkIn",
  "askCheckIn",
  "checkOut",
  "reportNoShow",
  "correctHours",
  "approveHours",
] as const;
const ownEvent = { events: [{ id: testId(7, 1), status: "in_progress", managerId: manager.id }] } as const;
const otherEvent = { events: [{ ...ownEvent.events[0], managerId: null }] } as const;
const { assignmentId, slotId, userId } = {
  assignmentId: assignmentIn().id,
  slotId: slotIn().id,
  userId: agent.id,
};
/** One of each kind: of the agency, of whoever answers, of the workflow. */
const agencyWish = {
  type: "createAssignment",
  ...createAssignmentInput.parse({ assignments: [{ slotId, userId }] }),
} as const;
const answers = [
  { type: "accept", ...acceptInput.parse({ assignmentId }) } as const,
  { type: "joinStandby", ...joinStandbyInput.parse({ slotId, userId }) } as const,
];
const expiry = { type: "expire", ...expireInput.parse({ assignmentId }) } as const;
const ofNeed = { kitAssignmentId: assignmentId, version: 1 };
const needWishes = [
  { type: "assign", ...assignKitsInput.parse({ activityId: slotId, kitTemplateId: slotId }) },
  { type: "bind", ...bindKitInput.parse({ ...ofNeed, kitInstanceId: null }) },
  { type: "cancelAssignment", ...cancelKitAssignmentInput.parse({ ...ofNeed, reason: "Storm." }) },
  { type: "resolveShortage", ...resolveShortageInput.parse({ ...ofNeed, way: { kind: "spares" } }) },
] as const;
const needsThatFollow = [
  { type: "layOutKits", ...layOutKitsInput.parse({ activityId: slotId }) },
  { type: "releaseKits", ...releaseKitsInput.parse({ eventId: slotId, reason: "Storm." }) },
  { type: "moveKits", ...moveKitsInput.parse({ eventId: slotId }) },
  { type: "checkKitNeeds", ...checkKitNeedsInput.parse({}) },
] as const;
const roles = ROLES.map((role) => [role] as const);

function party(command: (typeof commands)[number]) {
  return command === "create" || command === "duplicate"
    ? ({ exists: false, clientId } as const)
    : bookingIn("submitted");
}

describe.each(roles)("as %s", (role) => {
  test.each(commands)("booking: %s", (type) => {
    const answer = bookingPolicy(people[role], { type }, party(type));
    if (permissions[`bookings.${type}`][role] === "deny") expect(answer).not.toBe("allow");
    else expect(answer).toBe("allow");
  });

  test("booking: import", () => {
    const answer = bookingPolicy(people[role], { type: "import" }, { exists: false, clientId });
    expect(answer === "allow").toBe(permissions["bookings.import"][role] !== "deny");
  });

  test("records of the directory", () => {
    const writes = (Object.keys(permissions) as Permission[]).filter((row) =>
      /^directory\.(?!kitInstances\.).*\.(create|update|archive|restore|invite|endSessions)$/.test(row),
    );
    expect(writes).toHaveLength(18);
    for (const row of writes) {
      expect([row, directoryPolicy(people[role]) === "allow"]).toEqual([
        row,
        permissions[row][role] === "allow",
      ]);
    }
  });

  test.each(needWishes)("kits that an event needs: $type", (wish) => {
    const cell = permissions[`kits.${wish.type}`][role];
    const own = needsPolicy(people[role], wish, { events: [kittedEvent()] });
    expect(own === "allow").toBe(cell !== "deny");
    const foreign = needsPolicy(people[role], wish, { events: [kittedEvent({ managerId: null })] });
    expect(foreign === "allow").toBe(cell === "allow");
    for (const following of needsThatFollow) {
      expect(needsPolicy(people[role], following, { events: [kittedEvent()] })).not.toBe("allow");
    }
  });

  test("kits as records and as things", () => {
    const writes = (Object.keys(permissions) as Permission[]).filter((row) =>
      /^(directory\.kitInstances\.(create|update|archive|restore)|kits\.(moveComponents|matchTemplate|inspect|quarantine|takeStock))$/.test(
        row,
      ),
    );
    expect(writes).toHaveLength(9);
    for (const row of writes) {
      const type = row.slice(row.lastIndexOf(".") + 1);
      const answer = row.startsWith("kits.")
        ? kitUnitPolicy(people[role], { type })
        : kitRecordPolicy(people[role]);
      expect([row, answer === "allow"]).toEqual([row, permissions[row][role] === "allow"]);
    }
  });

  test.each(profileCommands)("people as staff: %s", (type) => {
    const row =
      type === "setAvailability" ? "staffing.setAvailability" : (`directory.people.${type}` as const);
    const cell = permissions[row][role];
    const answer = (recordId: string) => profilePolicy(people[role], { type, recordId });
    expect(answer(agent.id) === "allow").toBe(cell !== "deny");
    expect(answer(otherAdmin.id) === "allow").toBe(cell === "allow");
  });

  test.each(operations)("operations: %s", (type) => {
    const row = type === "viewPersonalData" ? "log.unmask" : (`log.${type}` as const);
    const answer = operationsPolicy(people[role], { type }, { isKnown: true });
    expect(answer === "allow").toBe(permissions[row][role] === "allow");
  });

  test.each(lifeCommands)("event: %s", (type) => {
    const answer = eventLifePolicy(people[role], { type }, { managerId: manager.id });
    expect(answer === "allow").toBe(permissions[`events.${type}`][role] !== "deny");
    const foreign = eventLifePolicy(people[role], { type }, { managerId: otherAdmin.id });
    if (role !== "admin") expect(foreign).toBe("not-found");
  });

  test.each(activityCommands)("activities: %s", (type) => {
    const cell = permissions[`activities.${type}`][role];
    const onOwn = activityPolicy(people[role], { type }, ownEvent);
    const onOther = activityPolicy(people[role], { type }, otherEvent);
    expect([onOwn, onOther]).toEqual([
      cell === "deny" ? "not-found" : "allow",
      cell === "allow" ? "allow" : "not-found",
    ]);
  });

  test.each(attendanceCommands)("staffing: %s", (type) => {
    const cell = permissions[`staffing.${type}`][role];
    const own = attendancePolicy(people[role], { type }, attendanceOf());
    const others = attendanceOf(
      [attendedShift({ userId: testId(2, 44) })],
      [attendedEvent({ managerId: null })],
    );
    expect(own === "allow").toBe(cell !== "deny");
    expect(attendancePolicy(people[role], { type }, others)).toBe(cell === "allow" ? "allow" : "not-found");
  });

  test.each(["confirm", "revokeConfirmation", "reportIssue"] as const)("locations: %s", (type) => {
    const cell = permissions[`locations.${type}`][role];
    const answers = [manager.id, null].map((managerId) => locationPolicy(people[role], { managerId }));
    expect(answers).toEqual([
      cell === "deny" ? "not-found" : "allow",
      cell === "allow" ? "allow" : "not-found",
    ]);
  });

  test("staffing: whose shift it is, and whose event", () => {
    const foreign = staffingOf([assignmentIn({ userId: otherAdmin.id })], {
      events: [staffedEvent({ managerId: null })],
    });
    for (const wish of [agencyWish, ...answers]) {
      const cell = permissions[`staffing.${wish.type}`][role];
      const own = staffingPolicy(people[role], wish, staffingOf([assignmentIn()]));
      expect(own === "allow").toBe(cell !== "deny");
      expect(staffingPolicy(people[role], wish, foreign) === "allow").toBe(cell === "allow");
    }
    expect(staffingPolicy(people[role], expiry, staffingOf([assignmentIn()]))).not.toBe("allow");
  });

  test("events follow from their booking", () => {
    expect(eventInstancePolicy(people[role])).not.toBe("allow");
  });
});

test.each(commands)("a foreign client does not know of the booking: %s", (type) => {
  const foreign = bookingPolicy(foreignClientPerson, { type }, party(type));
  expect(foreign).toBe("not-found");
});

test.each(commands)("who asked for it, or belongs to the client: %s", (type) => {
  const asked = bookingIn("submitted", { submittedBy: otherAdmin.id });
  const state = type === "create" || type === "duplicate" ? party(type) : asked;
  const ofClient = { ...otherAdmin, clientId };
  const expected = notByAsker.has(`bookings.${type}`) ? { deny: expect.any(String) } : "allow";
  expect(bookingPolicy(otherAdmin, { type }, state)).toEqual(expected);
  if (!state.exists) return;
  expect(bookingPolicy(ofClient, { type }, bookingIn("submitted"))).toEqual(expected);
  const changed = bookingIn("submitted", { changedBy: [otherAdmin.id] });
  expect(bookingPolicy(otherAdmin, { type }, changed)).toEqual(expected);
});

describe("the system", () => {
  const handlers = Object.keys(systemCommands) as readonly (keyof typeof systemCommands)[];
  const answersOf = (handler: (typeof handlers)[number]) => {
    const actor = { kind: "system", handler } as const;
    return [
      ...[...commands, "import" as const].map((type) => {
        const state = type === "import" ? ({ exists: false, clientId } as const) : party(type);
        return [`bookings.${type}`, bookingPolicy(actor, { type }, state)] as const;
      }),
      ...["create", "update", "archive", "restore", "invite", "endSessions"].map(
        (type) => [`directory.${type}`, directoryPolicy(actor)] as const,
      ),
      ...profileCommands.map(
        (type) => [`directory.${type}`, profilePolicy(actor, { type, recordId: agent.id })] as const,
      ),
      ...["generate", "settle", "cancelForBooking"].map(
        (type) => [`event-instances.${type}`, eventInstancePolicy(actor)] as const,
      ),
      ...[...lifeCommands, ...followingCommands].map(
        (type) => [`event-instances.${type}`, eventLifePolicy(actor, { type }, { managerId: null })] as const,
      ),
      ...[...activityCommands, "layOut" as const, "releaseForEvent" as const].map(
        (type) => [`activities.${type}`, activityPolicy(actor, { type }, ownEvent)] as const,
      ),
      ...[
        agencyWish,
        ...answers,
        expiry,
        { type: "succeed", slotId: expiry.assignmentId } as const,
        { type: "moveShifts", eventId: expiry.assignmentId } as const,
        { type: "releaseStaff", eventId: expiry.assignmentId, reason: "Storm." } as const,
        { type: "withdrawClashing", assignmentId: expiry.assignmentId } as const,
      ].map(
        (wish) =>
          [`staffing.${wish.type}`, staffingPolicy(actor, wish, staffingOf([assignmentIn()]))] as const,
      ),
      ...[...attendanceCommands, "assumeCheckOut" as const].map(
        (type) => [`staffing.${type}`, attendancePolicy(actor, { type }, attendanceOf())] as const,
      ),
      ...[...needWishes, ...needsThatFollow].map(
        (wish) => [`kits.${wish.type}`, needsPolicy(actor, wish, { events: [kittedEvent()] })] as const,
      ),
      ["locations.confirm", locationPolicy(actor, { managerId: null })] as const,
      ...operations.map(
        (type) => [`operations.${type}`, operationsPolicy(actor, { type }, { isKnown: true })] as const,
      ),
    ];
  };

  test.each(handlers)("%s carries out the commands listed for it and no others", (handler) => {
    const allowed = answersOf(handler).filter(([, answer]) => answer === "allow");
    expect(allowed.map(([name]) => name)).toEqual(systemCommands[handler]);
  });
});
