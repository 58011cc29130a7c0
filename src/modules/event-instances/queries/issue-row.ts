import "server-only";
import type { PersonActor } from "@/commands/actor";
import type { EventInstanceStatus } from "@/modules/event-instances/inputs";
import type { EventIssue } from "@/modules/event-instances/life/event-life";
import { issueAbilities } from "@/modules/event-instances/life/policy";

/** Somebody named in an issue; the name is null for the system and for people who are gone. */
export interface IssuePerson {
  readonly name: string | null;
  readonly at: string;
}

/** A further report of the same problem (domain.md rule 49). */
export interface JoinedReport {
  readonly id: string;
  readonly reporter: string | null;
  readonly reportedAt: string;
  readonly severity: EventIssue["severity"];
  readonly description: string;
  readonly photoUrls: readonly string[];
}

/** Another event that a critical issue of its venue keeps from being ready. */
export interface TouchedEvent {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly startsAt: string;
}

/** One issue as its list and its pane show it. Instants are ISO 8601 UTC. */
export interface IssueView {
  readonly id: string;
  readonly subject: EventIssue["subject"];
  /** The activity's type, the venue's name or the code of the kit; null for the event itself. */
  readonly about: string | null;
  readonly issueType: string;
  readonly severity: EventIssue["severity"];
  readonly status: EventIssue["status"];
  readonly description: string;
  readonly immediateAction: string | null;
  readonly photoUrls: readonly string[];
  readonly reported: IssuePerson;
  readonly acknowledged: IssuePerson | null;
  readonly resolved: IssuePerson | null;
  readonly resolution: string | null;
  /** When more people are told unless somebody acts; null when its clock stands. */
  readonly dueAt: string | null;
  readonly escalations: number;
  readonly reports: readonly JoinedReport[];
  /** The next ones to begin, 20 at most. */
  readonly touches: readonly TouchedEvent[];
  readonly event: {
    readonly id: string;
    readonly number: number;
    readonly title: string;
    readonly startsAt: string;
    readonly timeZone: string;
    readonly managerName: string | null;
  };
  readonly can: { readonly acknowledge: boolean; readonly resolve: boolean };
}

/** A row of `readIssues`; the ranges of its columns are held by check constraints. */
export interface IssueViewRow {
  readonly id: string;
  readonly subject: EventIssue["subject"];
  readonly about: string | null;
  readonly issue_type: string;
  readonly severity: EventIssue["severity"];
  readonly status: EventIssue["status"];
  readonly description: string;
  readonly immediate_action: string | null;
  readonly photo_urls: string[];
  readonly reporter: string | null;
  readonly reported_at: Date;
  readonly acknowledger: string | null;
  readonly acknowledged_at: Date | null;
  readonly resolver: string | null;
  readonly resolved_at: Date | null;
  readonly resolution: string | null;
  readonly due_at: Date | null;
  readonly escalations: number;
  readonly reports: readonly (Omit<JoinedReport, "reportedAt"> & { readonly reportedMs: number })[];
  readonly touches: readonly (Omit<TouchedEvent, "startsAt"> & { readonly startsMs: number })[];
  readonly event_id: string;
  readonly number: number;
  readonly title: string;
  readonly starts_at: Date;
  readonly time_zone: string;
  readonly event_status: EventInstanceStatus;
  readonly client_id: string;
  readonly manager_id: string | null;
  readonly manager_name: string | null;
}

export function toIssueView(actor: PersonActor, row: IssueViewRow): IssueView {
  const can = issueAbilities(actor, {
    clientId: row.client_id,
    managerId: row.manager_id,
    status: row.event_status,
  });
  return {
    id: row.id,
    subject: row.subject,
    about: row.about,
    issueType: row.issue_type,
    severity: row.severity,
    status: row.status,
    description: row.description,
    immediateAction: row.immediate_action,
    photoUrls: row.photo_urls,
    reported: { name: row.reporter, at: row.reported_at.toISOString() },
    acknowledged: personAt(row.acknowledger, row.acknowledged_at),
    resolved: personAt(row.resolver, row.resolved_at),
    resolution: row.resolution,
    dueAt: row.due_at?.toISOString() ?? null,
    escalations: row.escalations,
    reports: row.reports.map(({ reportedMs, ...report }) => ({ ...report, reportedAt: iso(reportedMs) })),
    touches: row.touches.map(({ startsMs, ...event }) => ({ ...event, startsAt: iso(startsMs) })),
    event: {
      id: row.event_id,
      number: row.number,
      title: row.title,
      startsAt: row.starts_at.toISOString(),
      timeZone: row.time_zone,
      managerName: row.manager_name,
    },
    can: {
      acknowledge: row.status === "reported" && can.acknowledgeIssue,
      resolve: row.status !== "resolved" && can.resolveIssue,
    },
  };
}

function personAt(name: string | null, at: Date | null): IssuePerson | null {
  return at === null ? null : { name, at: at.toISOString() };
}

function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
