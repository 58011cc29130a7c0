import type { DomainEvent, PayloadOf } from "@/domain-events/catalog/catalog";
import { eventCode, forAdmins, forManagers, isSoon, type Telling, whoseAndWhen } from "./event-parts";
import type { EventNames, Message } from "./message";
import { quoted } from "./words";

/** Problems of an event, of its activities and of its venue that somebody is told about. */
export type ToldIssueType =
  | "EVENT_ISSUE_REPORTED"
  | "ACTIVITY_ISSUE_REPORTED"
  | "LOCATION_ISSUE_REPORTED"
  | "LOCATION_CONFIRMATION_REVOKED"
  | "EVENT_ISSUE_ESCALATED";

/**
 * The manager hears of every problem; the admins of what is high, critical or major, or needs somebody at once
 * (event-catalogue.md, Routing; rule 49).
 */
export function eventIssueMessages(event: DomainEvent<ToldIssueType>, names: EventNames): readonly Message[] {
  switch (event.type) {
    case "EVENT_ISSUE_REPORTED": {
      const { severity, issueType, description, immediateActionTaken } = event.payload;
      const done = immediateActionTaken ? ` Done at once: ${quoted(immediateActionTaken)}.` : "";
      return issue(names, {
        what: `${capital(severity)} ${issueType} issue at ${eventCode(names)}`,
        said: `${quoted(description)}.${done}`,
        isForAdmins: severity === "high" || severity === "critical",
        isUrgent: severity === "critical",
      });
    }
    case "ACTIVITY_ISSUE_REPORTED": {
      const { impactLevel, description } = event.payload;
      return issue(names, {
        what: `${capital(impactLevel)} issue with an activity of ${eventCode(names)}`,
        said: `${quoted(description)}.`,
        isForAdmins: impactLevel === "major",
        isUrgent: false,
      });
    }
    case "LOCATION_ISSUE_REPORTED": {
      const { impactLevel, needsImmediate, description } = event.payload;
      const atOnce = needsImmediate ? " Somebody has to act at once." : "";
      return issue(names, {
        what: `${capital(impactLevel)} issue with the venue of ${eventCode(names)}`,
        said: `${quoted(description)}.${atOnce}`,
        isForAdmins: impactLevel === "major" || needsImmediate,
        isUrgent: needsImmediate,
      });
    }
    case "LOCATION_CONFIRMATION_REVOKED":
      return revoked(event, names);
    case "EVENT_ISSUE_ESCALATED":
      return escalated(event.payload, names);
    default:
      return neverType(event);
  }
}

function neverType(event: never): never {
  throw new Error(`no message for ${JSON.stringify(event)}`);
}

interface Issue {
  readonly what: string;
  readonly said: string;
  readonly isForAdmins: boolean;
  readonly isUrgent: boolean;
}

function issue(names: EventNames, { what, said, isForAdmins, isUrgent }: Issue): readonly Message[] {
  const by = names.actorName === null ? "" : `${names.actorName}: `;
  const telling: Telling = {
    kind: "issue-reported",
    title: what,
    body: `${by}${said} ${whoseAndWhen(names)}.`,
    urgent: isUrgent,
  };
  return [forManagers(names, telling), ...(isForAdmins ? [forAdmins(names, telling)] : [])];
}

/** If it costs the event its readiness, this is the news of it. */
function revoked(
  { payload }: DomainEvent<"LOCATION_CONFIRMATION_REVOKED">,
  names: EventNames,
): readonly Message[] {
  const telling: Telling = {
    kind: "venue-unconfirmed",
    title: `The venue of ${eventCode(names)} is no longer confirmed`,
    body: `Reason: ${quoted(payload.reason)}. ${whoseAndWhen(names)}.`,
    urgent: isSoon(names.event.startsAt, names.now),
    replaces: ["event-ready", "venue-unconfirmed"],
  };
  return [forManagers(names, telling), forAdmins(names, telling)];
}

/** An issue that nobody saw to in time is told again to the event's manager, and to every admin. */
function escalated(
  { severity, waitsFor, issueId }: PayloadOf<"EVENT_ISSUE_ESCALATED">,
  names: EventNames,
): readonly Message[] {
  const isNew = waitsFor === "acknowledgement";
  const next = isNew ? "Take charge of it, or say who does." : "Resolve it, or say what is missing.";
  const telling: Telling = {
    kind: "issue-escalated",
    title: `${capital(severity)} issue at ${eventCode(names)}: ${isNew ? "nobody took charge" : "not resolved in time"}`,
    body: `${next} ${whoseAndWhen(names)}.`,
    urgent: severity === "critical" || severity === "high",
  };
  const forDesk = { ...forAdmins(names, telling), link: `/admin/issues?open=${issueId}` };
  return [forDesk, forManagers(names, telling)];
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
