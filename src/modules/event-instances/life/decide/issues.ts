import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { notFound } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { LifeCommandOf } from "@/modules/event-instances/life/commands";
import type { EventIssue, EventLife } from "@/modules/event-instances/life/event-life";
import { inState } from "@/modules/event-instances/life/guards";

/** A problem of the event itself; its row follows from the fact and bears the fact's id (decision 0018). */
export function decideReportIssue(
  command: LifeCommandOf<"reportIssue">,
  event: EventLife,
  { actor, now }: DecisionContext,
): readonly Fact[] {
  inState(event, "reportIssue");
  const { issueType, severity, description, immediateActionTaken } = command;
  return [
    fact("EVENT_ISSUE_REPORTED", {
      eventId: event.id,
      bookingId: event.bookingId,
      reportedBy: actorId(actor),
      reportedAt: now,
      issueType,
      severity,
      description,
      immediateActionTaken,
    }),
  ];
}

/** Somebody takes charge; whoever comes second finds it done. */
export function decideAcknowledgeIssue(
  command: LifeCommandOf<"acknowledgeIssue">,
  event: EventLife,
  { actor, now }: DecisionContext,
): readonly Fact[] {
  const issue = issueOf(event, command.issueId);
  if (issue.status !== "reported") return [];
  return [
    fact("EVENT_ISSUE_ACKNOWLEDGED", {
      ...named(event, issue),
      acknowledgedBy: actorId(actor),
      acknowledgedAt: now,
    }),
  ];
}

/** Settles an issue, acknowledged before or not. */
export function decideResolveIssue(
  command: LifeCommandOf<"resolveIssue">,
  event: EventLife,
  { actor, now }: DecisionContext,
): readonly Fact[] {
  const issue = issueOf(event, command.issueId);
  if (issue.status === "resolved") return [];
  return [
    fact("EVENT_ISSUE_RESOLVED", {
      ...named(event, issue),
      resolvedBy: actorId(actor),
      resolvedAt: now,
      resolution: command.resolution,
    }),
  ];
}

function issueOf(event: EventLife, issueId: string): EventIssue {
  const issue = event.issues.find(({ id }) => id === issueId);
  if (!issue) throw notFound("issue");
  return issue;
}

function named(event: EventLife, issue: EventIssue) {
  return {
    eventId: event.id,
    bookingId: event.bookingId,
    issueId: issue.id,
    subject: issue.subject,
    activityId: issue.activityId ?? undefined,
    locationId: issue.locationId ?? undefined,
  };
}
