import type { ClockNote } from "@/modules/event-instances/event-instance";
import type { EventInstanceStatus } from "@/modules/event-instances/inputs";
import type {
  EventIssue,
  EventLife,
  Outcome,
  ReadinessLoss,
  TaskKind,
  VenueIssue,
} from "@/modules/event-instances/life/event-life";
import type { ClashingEvent } from "@/modules/event-instances/life/outside";

/** Rows as `read` finds them; the ranges of their columns are held by check constraints, so their types are known. */

export interface EventRow {
  readonly id: string;
  readonly number: number;
  readonly booking_id: string;
  readonly client_id: string;
  readonly status: EventInstanceStatus;
  readonly hold_reason: string | null;
  readonly local_start: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly time_zone: string;
  readonly clock_note: ClockNote | null;
  readonly manager_id: string | null;
  readonly cancelled_reason: string | null;
  readonly actual_start: Date | null;
  readonly actual_end: Date | null;
  readonly outcome: Outcome | null;
  readonly follow_ups: string[];
  readonly readiness_lost_at: Date | null;
  readonly readiness_lost_reasons: string[];
  readonly version: number;
  readonly location_id: string;
  readonly location_name: string;
  readonly location_address: string;
}

export interface TaskRow {
  readonly id: string;
  readonly kind: TaskKind;
  readonly description: string;
  readonly assigned_to: string | null;
  readonly due_at: Date;
  readonly minutes_before: number | null;
  readonly status: "open" | "done";
  readonly done_by: string | null;
  readonly done_at: Date | null;
  readonly evidence: string | null;
}

export interface IssueRow {
  readonly id: string;
  readonly subject: EventIssue["subject"];
  readonly activity_id: string | null;
  readonly location_id: string | null;
  readonly kit_instance_id: string | null;
  readonly issue_type: string;
  readonly severity: EventIssue["severity"];
  readonly description: string;
  readonly photo_urls: string[];
  readonly reported_by: string;
  readonly reported_at: Date;
  readonly status: EventIssue["status"];
  readonly acknowledged_by: string | null;
  readonly acknowledged_at: Date | null;
  readonly resolved_by: string | null;
  readonly resolved_at: Date | null;
  readonly resolution: string | null;
  readonly due_at: Date | null;
  readonly escalations: number;
  readonly merged_into: string | null;
}

export interface VenueIssueRow {
  readonly id: string;
  readonly reported_at: Date;
  readonly event_number: number;
}

export interface VenueRow {
  readonly confirmed: boolean;
  readonly fact_id: string;
  readonly fact_at: Date;
}

export interface ClashRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
}

interface Parts {
  readonly tasks: readonly TaskRow[];
  readonly issues: readonly IssueRow[];
  readonly venue: VenueRow | null;
  readonly venueIssue: VenueIssueRow | null;
}

export function toEventLife(row: EventRow, { tasks, issues, venue, venueIssue }: Parts): EventLife {
  return {
    id: row.id,
    number: row.number,
    bookingId: row.booking_id,
    clientId: row.client_id,
    status: row.status,
    holdReason: row.hold_reason,
    localStart: row.local_start,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    timeZone: row.time_zone,
    clockNote: row.clock_note,
    location: { id: row.location_id, name: row.location_name, address: row.location_address },
    managerId: row.manager_id,
    cancelledReason: row.cancelled_reason,
    actualStart: isoOrNull(row.actual_start),
    actualEnd: isoOrNull(row.actual_end),
    outcome: row.outcome,
    followUps: row.follow_ups,
    readinessLost: toReadinessLoss(row),
    version: row.version,
    tasks: tasks.map(toTask),
    issues: issues.map(toIssue),
    venue: venue && {
      confirmed: venue.confirmed,
      factId: venue.fact_id,
      factAt: venue.fact_at.toISOString(),
    },
    venueIssue: venueIssue && toVenueIssue(venueIssue),
  };
}

export function toVenueIssue({ id, reported_at, event_number }: VenueIssueRow): VenueIssue {
  return { issueId: id, reportedAt: reported_at.toISOString(), eventNumber: event_number };
}

export function toReadinessLoss(
  row: Pick<EventRow, "readiness_lost_at" | "readiness_lost_reasons">,
): ReadinessLoss | null {
  const at = row.readiness_lost_at?.toISOString();
  return at === undefined ? null : { at, reasons: row.readiness_lost_reasons };
}

function toTask(row: TaskRow): EventLife["tasks"][number] {
  return {
    id: row.id,
    kind: row.kind,
    description: row.description,
    assignedTo: row.assigned_to,
    dueAt: row.due_at.toISOString(),
    minutesBefore: row.minutes_before,
    status: row.status,
    doneBy: row.done_by,
    doneAt: isoOrNull(row.done_at),
    evidence: row.evidence,
  };
}

function toIssue(row: IssueRow): EventIssue {
  return {
    id: row.id,
    subject: row.subject,
    activityId: row.activity_id,
    locationId: row.location_id,
    kitInstanceId: row.kit_instance_id,
    issueType: row.issue_type,
    severity: row.severity,
    description: row.description,
    photoUrls: row.photo_urls,
    reportedBy: row.reported_by,
    reportedAt: row.reported_at.toISOString(),
    status: row.status,
    acknowledgedBy: row.acknowledged_by,
    acknowledgedAt: isoOrNull(row.acknowledged_at),
    resolvedBy: row.resolved_by,
    resolvedAt: isoOrNull(row.resolved_at),
    resolution: row.resolution,
    dueAt: isoOrNull(row.due_at),
    escalations: row.escalations,
    mergedInto: row.merged_into,
  };
}

export function toClash(row: ClashRow): ClashingEvent {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
  };
}

function isoOrNull(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
