import {
  bareMoment,
  counted,
  type Describers,
  detail,
  fullMoment,
  listed,
  named,
  someone,
  type Telling,
  told,
} from "./describe-parts";
import type { eventEvents } from "./event";

const SEVERITY = { low: "neutral", medium: "caution", high: "problem", critical: "problem" } as const;

/** An event in words: its number where it is known. */
export function theEvent(telling: Telling, eventId: string): string {
  return named(telling, eventId, "the event");
}

/** The facts of events in words; their reasons and notes are for the desk and the event's manager. */
export const eventWords: Describers<keyof typeof eventEvents> = {
  EVENT_INSTANCES_GENERATED: ({ totalEvents }) =>
    told("calendar-plus", "good", `created ${counted(totalEvents, "event")} from the approved dates`),
  EVENT_ASSIGNED_TO_MANAGER: ({ eventId, managerId, eventDate, location }, telling) =>
    told(
      "user-check",
      "neutral",
      `gave ${theEvent(telling, eventId)} to ${someone(telling, managerId)}`,
      detail("Event", fullMoment(telling, eventDate), "team"),
      detail("Venue", location.name, "team"),
    ),
  EVENT_PREPARATION_STARTED: ({ eventId, preparationTasks }, telling) =>
    told(
      "clipboard-list",
      "active",
      `started preparing ${theEvent(telling, eventId)}`,
      detail("Tasks", counted(preparationTasks.length, "task"), "team"),
    ),
  EVENT_READY: ({ eventId }, telling) =>
    told("badge-check", "good", `found ${theEvent(telling, eventId)} ready`),
  EVENT_STARTED: ({ eventId, location, staffPresent }, telling) =>
    told(
      "radio",
      "active",
      `started ${theEvent(telling, eventId)}`,
      detail("Venue", location.name, "all"),
      detail("Present", counted(staffPresent.length, "person", "people"), "team"),
    ),
  EVENT_COMPLETED: ({ eventId, actualStartTime, actualEndTime, outcomes }, telling) =>
    told(
      "flag",
      "good",
      telling.isCorrected
        ? `changed the result of ${theEvent(telling, eventId)}`
        : `completed ${theEvent(telling, eventId)}`,
      detail(
        "Took place",
        `${bareMoment(telling, actualStartTime)} – ${fullMoment(telling, actualEndTime)}`,
        "all",
      ),
      detail("Met expectations", outcomes.metExpectations ? "yes" : "no", "team"),
      detail("Notes", outcomes.notes, "team"),
    ),
  EVENT_CANCELLED: ({ eventId, reason }, telling) =>
    told("ban", "neutral", `cancelled ${theEvent(telling, eventId)}`, detail("Reason", reason, "team")),
  EVENT_RESCHEDULED: ({ eventId, originalDate, newDate, reason }, telling) =>
    told(
      "calendar-clock",
      "neutral",
      `moved ${theEvent(telling, eventId)} to ${bareMoment(telling, newDate)}`,
      detail("Before", fullMoment(telling, originalDate), "all"),
      detail("Now", fullMoment(telling, newDate), "all"),
      detail("Reason", reason, "team"),
    ),
  EVENT_ISSUE_REPORTED: ({ eventId, issueType, severity, description, immediateActionTaken }, telling) =>
    told(
      "circle-alert",
      SEVERITY[severity],
      `reported a ${severity} ${issueType} issue with ${theEvent(telling, eventId)}`,
      detail("Issue", description, "team"),
      detail("Done at once", immediateActionTaken, "team"),
    ),
  EVENT_PREPARATION_TASK_ADDED: ({ eventId, description, dueDate }, telling) =>
    told(
      "plus",
      "neutral",
      `added a preparation task to ${theEvent(telling, eventId)}`,
      detail("Task", description, "team"),
      detail("Due", fullMoment(telling, dueDate), "team"),
    ),
  EVENT_PREPARATION_TASK_COMPLETED: ({ eventId }, telling) =>
    told("check", "good", `finished a preparation task of ${theEvent(telling, eventId)}`),
  EVENT_PREPARATION_TASK_REOPENED: ({ eventId }, telling) =>
    told("rotate-ccw", "caution", `reopened a preparation task of ${theEvent(telling, eventId)}`),
  EVENT_READINESS_LOST: ({ eventId, reasons }, telling) =>
    told(
      "octagon-alert",
      "problem",
      `found ${theEvent(telling, eventId)} no longer ready`,
      detail("Why", reasons.length === 0 ? undefined : listed(reasons), "team"),
    ),
  EVENT_ISSUE_ACKNOWLEDGED: ({ eventId, subject, kitInstanceId }, telling) =>
    told(
      "eye",
      "active",
      `took charge of ${issueOf(subject, kitInstanceId)} of ${theEvent(telling, eventId)}`,
    ),
  EVENT_ISSUE_RESOLVED: ({ eventId, subject, kitInstanceId, resolution }, telling) =>
    told(
      "circle-check",
      "good",
      `resolved ${issueOf(subject, kitInstanceId)} of ${theEvent(telling, eventId)}`,
      detail("Resolution", resolution, "team"),
    ),
  EVENT_ISSUE_ESCALATED: ({ eventId, subject, kitInstanceId, severity, waitsFor }, telling) =>
    told(
      "clock",
      SEVERITY[severity],
      waitsFor === "acknowledgement"
        ? `found that nobody took charge of ${issueOf(subject, kitInstanceId)} of ${theEvent(telling, eventId)} in time`
        : `found that ${issueOf(subject, kitInstanceId)} of ${theEvent(telling, eventId)} was not resolved in time`,
      detail("Severity", severity, "team"),
    ),
  EVENT_ISSUE_MERGED: ({ eventId, subject, kitInstanceId, severity }, telling) =>
    told(
      "plus",
      "neutral",
      `joined a second report to ${issueOf(subject, kitInstanceId)} of ${theEvent(telling, eventId)}`,
      detail("Severity", severity, "team"),
    ),
  EVENT_HOLD_PLACED: ({ eventId, reason }, telling) =>
    told(
      "circle-pause",
      "caution",
      `put ${theEvent(telling, eventId)} on hold`,
      detail("Reason", reason, "team"),
    ),
  EVENT_HOLD_LIFTED: ({ eventId }, telling) =>
    told("circle-play", "good", `lifted the hold on ${theEvent(telling, eventId)}`),
};

function issueOf(subject: "event" | "activity" | "location", kitInstanceId: string | undefined): string {
  if (kitInstanceId !== undefined) return "a kit issue";
  switch (subject) {
    case "event":
      return "an issue";
    case "activity":
      return "an activity issue";
    case "location":
      return "a venue issue";
    default:
      return neverSubject(subject);
  }
}

function neverSubject(subject: never): never {
  throw new Error(`unknown subject ${String(subject)}`);
}
