import type { AttendedIds } from "./attendance-rows";
import { missingId, type Probes, type Target } from "./probe";
import type { MatrixWorld } from "./world";

export type AttendancePermission = `staffing.${
  | "crew"
  | "eventCode"
  | "arrivals"
  | "timesheet"
  | "checkIn"
  | "askCheckIn"
  | "checkOut"
  | "reportNoShow"
  | "correctHours"
  | "approveHours"
  | "calendarFeed"
  | "makeCalendarFeed"
  | "endCalendarFeed"}`;

/** A shift is its person's and its event's manager's; nobody approves or corrects what they worked themselves. */
export function attendanceProbes(world: MatrixWorld): Pick<Probes, AttendancePermission> {
  const { ahead, worked, inside } = world.attended;
  const record = (targets: readonly Target[], missing: object) =>
    ({ kind: "record", targets, missing }) as const;
  const each = (
    inputOf: (name: keyof AttendedIds) => object,
    owners: Target["owners"],
    ends?: string,
  ): Target[] => {
    const end = ends === undefined ? {} : { ends };
    return [
      { name: "managed", input: inputOf("managed"), owners, ...end },
      { name: "not managed", input: inputOf("other"), owners: [], ...end },
      { name: "foreign", input: inputOf("foreign"), owners: [], ...end },
    ];
  };
  const events = { managed: world.managedEventId, other: world.otherEventId, foreign: world.foreignEventId };
  const ofEvent = record(
    each((name) => ({ eventId: events[name] }), ["manager"]),
    { eventId: missingId },
  );
  /** These events are ahead: nobody can come to them yet. */
  const early = (more: object, owners: Target["owners"]) =>
    record(
      each((name) => ({ assignmentId: ahead[name], ...more }), owners, "RULE_VIOLATED"),
      { assignmentId: missingId, ...more },
    );
  const correction = { hoursWorked: 7.5, reason: "The break was not entered." };
  return {
    "staffing.crew": ofEvent,
    "staffing.eventCode": ofEvent,
    "staffing.arrivals": {
      kind: "list",
      ids: (arrivals: readonly { assignmentId: string }[]) =>
        arrivals.map(({ assignmentId }) => assignmentId),
      all: [],
      own: { agent: [worked.managed] },
    },
    "staffing.timesheet": {
      kind: "list",
      input: period(),
      ids: ({ lines }: { lines: readonly { assignmentId: string }[] }) =>
        lines.map(({ assignmentId }) => assignmentId).sort(),
      all: [...Object.values(worked), inside].sort(),
      own: { agent: [worked.managed], manager: [worked.managed, inside].sort() },
    },
    "staffing.checkIn": early({ verificationMethod: "qrcode", code: "000000", reason: "So." }, [
      "manager",
      "agent",
    ]),
    "staffing.askCheckIn": early({}, ["manager", "agent"]),
    "staffing.checkOut": early({}, ["manager", "agent"]),
    "staffing.reportNoShow": early({}, ["manager"]),
    "staffing.correctHours": record(
      each((name) => ({ assignmentId: worked[name], ...correction }), ["manager"]),
      { assignmentId: missingId, ...correction },
    ),
    "staffing.approveHours": record(
      each((name) => ({ assignmentIds: [worked[name]] }), ["manager"]),
      { assignmentIds: [missingId] },
    ),
    "staffing.calendarFeed": { kind: "self" },
    "staffing.makeCalendarFeed": { kind: "self" },
    "staffing.endCalendarFeed": { kind: "self" },
  };
}

/** Yesterday to tomorrow. */
function period() {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  return { from: day(-1), to: day(1) };
}
