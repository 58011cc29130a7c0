import "server-only";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { DomainEvent } from "@/domain-events/catalog/catalog";
import { acknowledgeBy } from "@/modules/event-instances/life/issue-clock";

/** The facts from which an event's own rows follow, whoever made them (decision 0018). */
export type RememberedType =
  | "EVENT_ISSUE_REPORTED"
  | "ACTIVITY_ISSUE_REPORTED"
  | "LOCATION_ISSUE_REPORTED"
  | "KIT_ISSUE_REPORTED"
  | "KIT_ISSUE_RESOLVED"
  | "LOCATION_CONFIRMED"
  | "LOCATION_CONFIRMATION_REVOKED"
  | "EVENT_RESCHEDULED"
  | "EVENT_PREPARATION_TASK_COMPLETED";

/** Keeps what a fact says about one event. Running it again, and out of order, changes nothing. */
export async function rememberFact(tx: Tx, event: DomainEvent<RememberedType>): Promise<void> {
  switch (event.type) {
    case "EVENT_ISSUE_REPORTED":
    case "ACTIVITY_ISSUE_REPORTED":
    case "LOCATION_ISSUE_REPORTED":
    case "KIT_ISSUE_REPORTED":
      return keepIssue(tx, issueOf(event));
    case "KIT_ISSUE_RESOLVED":
      return settleIssue(tx, event);
    case "LOCATION_CONFIRMED":
      return keepVenue(tx, event, true);
    case "LOCATION_CONFIRMATION_REVOKED":
    case "EVENT_RESCHEDULED":
      return keepVenue(tx, event, false);
    case "EVENT_PREPARATION_TASK_COMPLETED":
      return keepEvidence(tx, event);
    default:
      return neverType(event);
  }
}

function neverType(event: never): never {
  throw new Error(`nothing to remember of ${JSON.stringify(event)}`);
}

type ReportedType = Extract<RememberedType, `${string}_ISSUE_REPORTED`>;

const SEVERITY_OF_IMPACT = { minor: "low", moderate: "medium", major: "high" } as const;

interface ReportedIssue {
  readonly id: string;
  readonly eventId: string;
  readonly subject: "event" | "activity" | "location" | "kit";
  readonly activityId: string | null;
  readonly locationId: string | null;
  readonly kitAssignmentId: string | null;
  readonly kitInstanceId: string | null;
  readonly issueType: string;
  readonly severity: "low" | "medium" | "high" | "critical";
  readonly description: string;
  readonly immediateAction: string | null;
  readonly photoUrls: readonly string[];
  readonly reportedBy: string;
  readonly reportedAt: string;
}

/** A venue or a kit that somebody has to see to at once is critical, whatever its impact (rule 49). */
function issueOf(event: DomainEvent<ReportedType>): ReportedIssue {
  const { eventId, issueType, description, reportedBy, reportedAt } = event.payload;
  const said = { id: event.id, eventId, issueType, description, reportedBy, reportedAt };
  const ofKit = { kitAssignmentId: null, kitInstanceId: null };
  const none = { activityId: null, locationId: null, ...ofKit, immediateAction: null, photoUrls: [] };
  switch (event.type) {
    case "EVENT_ISSUE_REPORTED": {
      const { severity, immediateActionTaken } = event.payload;
      return { ...none, ...said, subject: "event", severity, immediateAction: immediateActionTaken ?? null };
    }
    case "ACTIVITY_ISSUE_REPORTED": {
      const { activityId, impactLevel, photoUrls = [] } = event.payload;
      const severity = SEVERITY_OF_IMPACT[impactLevel];
      return { ...none, ...said, subject: "activity", activityId, severity, photoUrls };
    }
    case "LOCATION_ISSUE_REPORTED": {
      const { locationId, impactLevel, needsImmediate, photoUrls = [] } = event.payload;
      const severity = needsImmediate ? "critical" : SEVERITY_OF_IMPACT[impactLevel];
      return { ...none, ...said, subject: "location", locationId, severity, photoUrls };
    }
    case "KIT_ISSUE_REPORTED": {
      const { activityId, kitAssignmentId, kitInstanceId, impactLevel, needsImmediate } = event.payload;
      const severity = needsImmediate ? "critical" : SEVERITY_OF_IMPACT[impactLevel];
      const { photoUrls = [] } = event.payload;
      return {
        ...none,
        ...said,
        subject: "kit",
        activityId,
        kitAssignmentId,
        kitInstanceId,
        severity,
        photoUrls,
      };
    }
    default:
      return neverType(event);
  }
}

async function keepIssue(tx: Tx, issue: ReportedIssue): Promise<void> {
  const photoUrls = issue.subject === "event" ? await photosOfReport(tx, issue) : issue.photoUrls;
  await tx.execute(sql`
    INSERT INTO event_issue (id, event_id, subject, activity_id, location_id, kit_assignment_id, kit_instance_id,
      issue_type, severity, description, immediate_action, photo_urls, status, reported_by, reported_at, due_at)
    VALUES (${issue.id}, ${issue.eventId}, ${issue.subject}, ${issue.activityId}, ${issue.locationId},
      ${issue.kitAssignmentId}, ${issue.kitInstanceId}, ${issue.issueType}, ${issue.severity}, ${issue.description}, ${issue.immediateAction},
      ${[...photoUrls]}::text[], 'reported', ${issue.reportedBy}, ${issue.reportedAt},
      ${acknowledgeBy(issue.severity, issue.reportedAt)})
    ON CONFLICT (id) DO NOTHING`);
}

/** With the condition that the kit was found in, which its own subject keeps. A repeat finds it settled. */
async function settleIssue(tx: Tx, { payload }: DomainEvent<"KIT_ISSUE_RESOLVED">): Promise<void> {
  await tx.execute(sql`
    UPDATE event_issue
    SET status = 'resolved', resolved_by = ${payload.resolvedBy}, resolved_at = ${payload.resolvedAt}::timestamptz,
      resolution = ${payload.notes ?? null}, due_at = NULL
    WHERE id = ${payload.issueId} AND status <> 'resolved'`);
}

/** The contract gives no photos to the report of an event: those that its command hung there bear its instant. */
async function photosOfReport(tx: Tx, { eventId, reportedBy, reportedAt }: ReportedIssue): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(sql`
    SELECT id FROM photo
    WHERE event_id = ${eventId} AND subject = 'event' AND attached_at = ${reportedAt}::timestamptz
      AND uploaded_by::text = ${reportedBy}
    ORDER BY created_at, id`);
  return rows.map(({ id }) => `/photos/${id}`);
}

/** The later fact wins, so that a replay of an earlier one says nothing new. Facts' ids grow with time. */
async function keepVenue(
  tx: Tx,
  event: DomainEvent<"LOCATION_CONFIRMED" | "LOCATION_CONFIRMATION_REVOKED" | "EVENT_RESCHEDULED">,
  confirmed: boolean,
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO event_venue_standing (event_id, confirmed, fact_id, fact_at)
    SELECT ${event.payload.eventId}, ${confirmed}, ${event.id}, ${event.timestamp}::timestamptz
    WHERE ${confirmed || event.type !== "EVENT_RESCHEDULED"}
      OR EXISTS (SELECT FROM event_venue_standing WHERE event_id = ${event.payload.eventId})
    ON CONFLICT (event_id) DO UPDATE
    SET confirmed = excluded.confirmed, fact_id = excluded.fact_id, fact_at = excluded.fact_at
    WHERE (event_venue_standing.fact_at, event_venue_standing.fact_id) < (excluded.fact_at, excluded.fact_id)`);
}

/** A task that a person ticked bears the fact that says so, as one that ticked itself bears what satisfied it. */
async function keepEvidence(tx: Tx, event: DomainEvent<"EVENT_PREPARATION_TASK_COMPLETED">): Promise<void> {
  await tx.execute(sql`
    UPDATE preparation_task SET evidence = ${event.id}
    WHERE id = ${event.payload.taskId} AND evidence IS NULL AND done_at = ${event.payload.completedAt}::timestamptz`);
}
