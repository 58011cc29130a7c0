import { describe, expect, test } from "vitest";
import { catalog, type DomainEvent, type EventType, type PayloadOf } from "@/domain-events/catalog/catalog";
import type { EventMetadata } from "@/domain-events/catalog/envelope";
import { admin, clientId, manager, testId } from "@/testing/builders/actors";
import { bookingId, venues } from "@/testing/builders/bookings";
import { type AttendanceNames, attendanceMessages, type ToldAttendanceType } from "./attendance";
import { eventIssueMessages, type ToldIssueType } from "./event-issues";
import { eventLifeMessages, type ToldLifeType } from "./event-life";
import type { EventNames, Message } from "./message";

const eventId = testId(7, 1);
const names: EventNames = {
  bookingNumber: 1042,
  bookingTitle: "Autumn tour",
  clientId,
  clientName: "Acme Drinks",
  wasSent: true,
  venueName: "Bryant Park",
  timeZone: "America/New_York",
  actorName: "Ana Admin",
  actorClientId: null,
  managerIds: [manager.id],
  firstStart: "2026-12-05T15:00:00.000Z",
  lastStart: "2026-12-05T15:00:00.000Z",
  now: "2026-11-23T12:00:00.000Z",
  event: {
    id: eventId,
    number: 221,
    startsAt: "2026-12-05T15:00:00.000Z",
    endsAt: "2026-12-05T17:00:00.000Z",
  },
  formerManagerId: null,
};
const shortBefore = { ...names, now: "2026-12-03T12:00:00.000Z" };
const at = "2026-11-23T11:59:00.000Z";
const event = { eventId, bookingId };

function factOf<T extends EventType>(
  type: T,
  payload: PayloadOf<T>,
  metadata?: EventMetadata,
): DomainEvent<T>;
function factOf(type: string, payload: unknown, metadata: EventMetadata = {}) {
  return {
    id: testId(9, 1),
    type,
    timestamp: at,
    correlationId: bookingId,
    source: "tests.make",
    payload,
    metadata,
  };
}

/** What a person reads, one line per message: to whom, title, body, link. */
function read(messages: readonly Message[]): string[] {
  return messages.map(({ audience, title, body, link, urgent }) => {
    const mark = urgent ? "! " : "";
    const place = link.replace(bookingId, "<booking>").replace(eventId, "<event>");
    return `${mark}[${audience.kind}] ${title} | ${body} | ${place}`;
  });
}

const told = (fact: DomainEvent<ToldLifeType>, given = names) => read(eventLifeMessages(fact, given));
const toldOfIssue = (fact: DomainEvent<ToldIssueType>, given = names) =>
  read(eventIssueMessages(fact, given));

const WHEN = "“Autumn tour” at Bryant Park: Sat 5 Dec 10:00–12:00, New York time";

describe("a manager who is given an event", () => {
  const payload = {
    ...event,
    managerId: manager.id,
    assignedBy: admin.id,
    assignedAt: at,
    eventDate: "2026-12-05T10:00:00-05:00",
    location: { id: venues.park.id, name: "Bryant Park", address: "" },
  };

  test("hears of it, at once when it is soon", () => {
    const fact = factOf("EVENT_ASSIGNED_TO_MANAGER", payload);
    const line = `[managers] EV-221 is given to you | Acme Drinks, ${WHEN}. Its preparation is yours from now on. | /field/events/<event>`;
    expect(told(fact)).toEqual([line]);
    expect(told(fact, shortBefore)).toEqual([`! ${line}`]);
  });

  test("takes it from another, who is told and may not open it any more", () => {
    const former = { ...names, formerManagerId: testId(2, 9) };
    const messages = eventLifeMessages(factOf("EVENT_ASSIGNED_TO_MANAGER", payload), former);
    expect(read(messages)[1]).toBe(
      `[managers] EV-221 has another manager | Acme Drinks, ${WHEN}. It is no longer yours. | /field`,
    );
    expect(messages.map(({ audience }) => audience)).toEqual([
      { kind: "managers", ids: [manager.id] },
      { kind: "managers", ids: [testId(2, 9)] },
    ]);
  });
});

test("each who has tasks is told of their own, with the first that is due", () => {
  const task = (index: number, assignedTo: string | undefined, day: number) => ({
    id: testId(12, index),
    description: `Task ${index}`,
    ...(assignedTo !== undefined && { assignedTo }),
    dueDate: `2026-11-${day}T10:00:00-05:00`,
  });
  const other = testId(2, 9);
  const preparationTasks = [
    task(1, manager.id, 28),
    task(2, other, 27),
    task(3, manager.id, 26),
    task(4, undefined, 25),
  ];
  const fact = factOf("EVENT_PREPARATION_STARTED", {
    ...event,
    startedBy: admin.id,
    startedAt: at,
    preparationTasks,
  });
  expect(told(fact)).toEqual([
    `[managers] 2 tasks of EV-221 for you | Acme Drinks, ${WHEN}. The first is due Thu 26 Nov 10:00: “Task 3” | /field/events/<event>`,
    `[managers] 1 task of EV-221 for you | Acme Drinks, ${WHEN}. The first is due Fri 27 Nov 10:00: “Task 2” | /field/events/<event>`,
  ]);
});

test("ready and no longer ready are told to the manager and the admins, each as they open it", () => {
  const flags = { staffAssigned: true, kitsAssigned: true, logisticsConfirmed: true, venueConfirmed: true };
  expect(told(factOf("EVENT_READY", { ...event, readyBy: "system", readyAt: at, ...flags }))).toEqual([
    `[managers] EV-221 is ready | Staff, kits, logistics and venue are in place. Acme Drinks, ${WHEN}. | /field/events/<event>`,
    `[admins] EV-221 is ready | Staff, kits, logistics and venue are in place. Acme Drinks, ${WHEN}. | /admin/events/<event>`,
  ]);
  const lost = { ...event, lostBy: "system", lostAt: at, reasons: ["1 of 2 logistics tasks done."] };
  const fact = factOf("EVENT_READINESS_LOST", lost, { causationId: testId(9, 7) });
  expect(told(fact, shortBefore)).toEqual([
    `! [managers] EV-221 is no longer ready | 1 of 2 logistics tasks done. Acme Drinks, ${WHEN}. | /field/events/<event>`,
    `! [admins] EV-221 is no longer ready | 1 of 2 logistics tasks done. Acme Drinks, ${WHEN}. | /admin/events/<event>`,
  ]);
  expect(eventLifeMessages(fact, names).map(({ unlessToldOf }) => unlessToldOf)).toEqual([
    testId(9, 7),
    testId(9, 7),
  ]);
});

test("a start says why it began although it was not ready", () => {
  const payload = {
    ...event,
    startedBy: manager.id,
    startedAt: "2026-12-05T15:04:00.000Z",
    location: { id: venues.park.id, name: "Bryant Park" },
    staffPresent: [],
  };
  expect(told(factOf("EVENT_STARTED", payload))[1]).toBe(
    `[admins] EV-221 has started | Started at 10:04, New York time. Acme Drinks, ${WHEN}. | /admin/events/<event>`,
  );
  const override = { reason: "The van is around the corner.", by: manager.id, snapshot: {} };
  expect(told(factOf("EVENT_STARTED", payload, { override }))[0]).toBe(
    `! [managers] EV-221 has started | Started at 10:04, New York time. Acme Drinks, ${WHEN}. It was not ready. The reason to start: “The van is around the corner.” | /field/events/<event>`,
  );
});

test("a completed event: the agency reads the outcome, the client that it took place and nothing internal", () => {
  const payload = {
    ...event,
    completedBy: manager.id,
    completedAt: at,
    actualStartTime: "2026-12-05T15:04:00.000Z",
    actualEndTime: "2026-12-05T17:10:00.000Z",
    staffParticipated: [],
    outcomes: { metExpectations: false, metrics: {}, notes: "The team lead was late." },
  };
  expect(told(factOf("EVENT_COMPLETED", payload)).slice(1)).toEqual([
    "[admins] EV-221 is completed | Acme Drinks, “Autumn tour” at Bryant Park. It took place Sat 5 Dec 10:04–12:10, New York time. It fell short of expectations. No figures were recorded. Notes: “The team lead was late.” | /admin/events/<event>",
    "[client] An event of BK-1042 took place | “Autumn tour” at Bryant Park: Sat 5 Dec 10:04–12:10, New York time. Its result is on the page of your booking. | /client/bookings/<booking>",
  ]);
});

describe("a move", () => {
  const payload = {
    ...event,
    rescheduledBy: admin.id,
    rescheduledAt: at,
    originalDate: "2026-12-05T10:00:00-05:00",
    newDate: "2026-12-12T11:00:00-05:00",
    reason: "The park is taken",
    notifyStaff: true,
    notifyClient: true,
  };

  test("is told with before and after to whom it was said to be told", () => {
    expect(told(factOf("EVENT_RESCHEDULED", payload))).toEqual([
      "[managers] EV-221 has another date | New: Sat 12 Dec 11:00, New York time. Before: Sat 5 Dec 10:00. Acme Drinks, “Autumn tour” at Bryant Park. Reason: “The park is taken”. The venue has to be confirmed for the new date. | /field/events/<event>",
      "[client] An event of BK-1042 has another date | New: Sat 12 Dec 11:00, New York time. Before: Sat 5 Dec 10:00. “Autumn tour” at Bryant Park. Reason: “The park is taken”. | /client/bookings/<booking>",
    ]);
    const quiet = { ...payload, notifyStaff: false, notifyClient: false };
    expect(told(factOf("EVENT_RESCHEDULED", quiet))).toEqual([]);
  });

  test("replaces an earlier one of the same event that nobody read, for each kind of reader by itself", () => {
    const [toManager, toClient] = eventLifeMessages(factOf("EVENT_RESCHEDULED", payload), names);
    expect([toManager?.replaces, toClient?.replaces]).toEqual([["event-moved"], ["event-date-changed"]]);
    expect([toManager?.subject, toClient?.subject]).toEqual([
      { type: "event", id: eventId },
      { type: "event", id: eventId },
    ]);
  });
});

describe("a problem", () => {
  const said = { reportedBy: manager.id, reportedAt: at, description: "The gate is locked" };
  const ofEvent = (severity: "low" | "high" | "critical") =>
    factOf("EVENT_ISSUE_REPORTED", { ...event, ...said, issueType: "venue", severity });

  test("of an event: the manager always, the admins when it is high, all at once when it is critical", () => {
    expect(toldOfIssue(ofEvent("low"))).toEqual([
      `[managers] Low venue issue at EV-221 | Ana Admin: “The gate is locked”. Acme Drinks, ${WHEN}. | /field/events/<event>`,
    ]);
    expect(toldOfIssue(ofEvent("high")).map((line) => line.split(" ", 1)[0])).toEqual([
      "[managers]",
      "[admins]",
    ]);
    expect(toldOfIssue(ofEvent("critical")).map((line) => line.slice(0, 2))).toEqual(["! ", "! "]);
  });

  test("of an activity: the admins when it is major", () => {
    const of = (impactLevel: "moderate" | "major") =>
      factOf("ACTIVITY_ISSUE_REPORTED", {
        ...said,
        activityId: testId(15, 1),
        eventId,
        issueType: "crowding",
        impactLevel,
      });
    expect(toldOfIssue(of("moderate"))).toHaveLength(1);
    expect(toldOfIssue(of("major"))[1]).toBe(
      `[admins] Major issue with an activity of EV-221 | Ana Admin: “The gate is locked”. Acme Drinks, ${WHEN}. | /admin/events/<event>`,
    );
  });

  test("of a venue: the admins when it is major or needs somebody at once", () => {
    const of = (impactLevel: "minor" | "major", needsImmediate: boolean) =>
      factOf("LOCATION_ISSUE_REPORTED", {
        ...said,
        eventId,
        locationId: venues.park.id,
        issueType: "access",
        impactLevel,
        needsImmediate,
      });
    expect(toldOfIssue(of("minor", false))).toHaveLength(1);
    expect(toldOfIssue(of("major", false))).toHaveLength(2);
    expect(toldOfIssue(of("minor", true))[1]).toBe(
      `! [admins] Minor issue with the venue of EV-221 | Ana Admin: “The gate is locked”. Somebody has to act at once. Acme Drinks, ${WHEN}. | /admin/events/<event>`,
    );
  });
});

test("an issue that waited too long is told to the admins and the manager, each with where to act", () => {
  const issueId = testId(13, 1);
  const escalated = (waitsFor: "acknowledgement" | "resolution", severity: "critical" | "low") =>
    toldOfIssue(
      factOf("EVENT_ISSUE_ESCALATED", {
        ...event,
        issueId,
        subject: "event",
        escalatedBy: "system",
        escalatedAt: at,
        severity,
        waitsFor,
        escalation: 1,
      }),
    );
  expect(escalated("acknowledgement", "critical")).toEqual([
    `! [admins] Critical issue at EV-221: nobody took charge | Take charge of it, or say who does. Acme Drinks, ${WHEN}. | /admin/issues?open=${issueId}`,
    `! [managers] Critical issue at EV-221: nobody took charge | Take charge of it, or say who does. Acme Drinks, ${WHEN}. | /field/events/<event>`,
  ]);
  expect(escalated("resolution", "low")[0]).toBe(
    `[admins] Low issue at EV-221: not resolved in time | Resolve it, or say what is missing. Acme Drinks, ${WHEN}. | /admin/issues?open=${issueId}`,
  );
});

test("a venue that is no longer confirmed is told with the reason", () => {
  const payload = {
    eventId,
    locationId: venues.park.id,
    revokedBy: admin.id,
    revokedAt: at,
    reason: "Flooded",
  };
  expect(toldOfIssue(factOf("LOCATION_CONFIRMATION_REVOKED", payload))).toEqual([
    `[managers] The venue of EV-221 is no longer confirmed | Reason: “Flooded”. Acme Drinks, ${WHEN}. | /field/events/<event>`,
    `[admins] The venue of EV-221 is no longer confirmed | Reason: “Flooded”. Acme Drinks, ${WHEN}. | /admin/events/<event>`,
  ]);
});

test("no text uses a banned word, and every link is a page", () => {
  const lifeTypes = [
    "EVENT_ASSIGNED_TO_MANAGER",
    "EVENT_PREPARATION_STARTED",
    "EVENT_READY",
    "EVENT_READINESS_LOST",
    "EVENT_STARTED",
    "EVENT_COMPLETED",
    "EVENT_RESCHEDULED",
  ] as const;
  const issueTypes = [
    "EVENT_ISSUE_REPORTED",
    "ACTIVITY_ISSUE_REPORTED",
    "LOCATION_ISSUE_REPORTED",
    "LOCATION_CONFIRMATION_REVOKED",
    "EVENT_ISSUE_ESCALATED",
  ] as const;
  const texts = [
    ...lifeTypes.flatMap((type) => told(factOf(type, catalog[type].example))),
    ...issueTypes.flatMap((type) => toldOfIssue(factOf(type, catalog[type].example))),
  ];
  expect(texts).toHaveLength(22);
  expect(
    texts.filter((text) => /invalid|please|oops|success|unfortunately|simply|error|!.*!/i.test(text)),
  ).toEqual([]);
  expect(texts.filter((text) => !/ \| \/(admin|field|client)\//.test(text))).toEqual([]);
});

describe("attendance", () => {
  const shift = { assignmentId: testId(13, 1), eventId, userId: testId(2, 4) };
  const location = { latitude: 40.7536, longitude: -73.9832, accuracy: 12 };
  const bo: AttendanceNames = { ...names, actorName: "Mia Manager", personName: "Bo Lind" };
  const toldOf = (fact: DomainEvent<ToldAttendanceType>) => read(attendanceMessages(fact, bo));

  test("who did not come is told to the manager and the desk, and so is who came after all", () => {
    const noShow = { ...shift, reportedBy: manager.id, reportedAt: at, consequenceLevel: "warning" } as const;
    const body = `The rest of the shift is open. Acme Drinks, ${WHEN}.`;
    expect(toldOf(factOf("STAFF_NO_SHOW", noShow))).toEqual([
      `! [managers] Bo Lind did not come to EV-221 | ${body} | /field/events/<event>`,
      `! [admins] Bo Lind did not come to EV-221 | ${body} | /admin/events/<event>`,
    ]);
    const arrived = {
      ...shift,
      checkedInAt: "2026-12-05T15:40:00.000Z",
      location,
      verificationMethod: "gps",
    } as const;
    expect(toldOf(factOf("STAFF_CHECKED_IN", arrived))).toEqual([]);
    const [after] = toldOf(factOf("STAFF_CHECKED_IN", arrived, { corrected: true }));
    expect(after).toContain("Bo Lind came to EV-221 after all | Checked in at 10:40, after the no-show");
  });

  test("a wish to be checked in reaches the manager alone, without a position", () => {
    expect(toldOf(factOf("STAFF_CHECK_IN_ASKED", { ...shift, askedAt: at, location }))).toEqual([
      `! [managers] Bo Lind asks to be checked in at EV-221 | Their phone could not show that they are there. Confirm it if you see them. Acme Drinks, ${WHEN}. | /field/events/<event>`,
    ]);
  });

  test("an assumed check-out is told to whoever forgot it and to who confirms the hours", () => {
    const left = { ...shift, checkedOutAt: "2026-12-05T17:00:00.000Z", hoursWorked: 2, location };
    expect(toldOf(factOf("STAFF_CHECKED_OUT", left))).toEqual([]);
    expect(toldOf(factOf("STAFF_CHECKED_OUT", left, { userId: "system" }))).toEqual([
      "[person] Your check-out from EV-221 was assumed | Nobody checked you out, so 12:00 was taken: 2 hours. Tell your manager if it was not so. “Autumn tour” at Bryant Park. | /agent/hours",
      `[managers] Hours of EV-221 to confirm | Bo Lind did not check out; 12:00 was assumed, 2 hours. Acme Drinks, ${WHEN}. | /field/events/<event>`,
    ]);
  });

  test("a correction is told to whose hours they are, with who and why", () => {
    const fact = factOf("STAFF_HOURS_CORRECTED", {
      ...shift,
      correctedBy: manager.id,
      correctedAt: at,
      previousHours: 8,
      hoursWorked: 7.5,
      reason: "The break was not entered.",
    });
    expect(toldOf(fact)).toEqual([
      "[person] Your hours at EV-221 were corrected | Mia Manager: 8 hours are now 7.5 hours. Reason: “The break was not entered.”. “Autumn tour” at Bryant Park. | /agent/hours",
    ]);
  });
});
