import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { notFound } from "@/commands/errors";
import { attachedUrls } from "@/commands/photos/usable";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { LifeCommandOf } from "@/modules/event-instances/life/commands";
import type { EventIssue, EventLife } from "@/modules/event-instances/life/event-life";
import { inState } from "@/modules/event-instances/life/guards";
import type { LifeOutside } from "@/modules/event-instances/life/outside";

/**
 * A problem of the event itself; its row follows from the fact and bears the fact's id (decision 0018). The contract
 * gives this fact no photos, so they hang on the event with the instant of the report.
 */
export function decideReportIssue(
  command: LifeCommandOf<"reportIssue">,
  event: EventLife,
  { photos }: Pick<LifeOutside, "photos">,
  { actor, now }: DecisionContext,
): readonly Fact[] {
  inState(event, "reportIssue");
  attachedUrls(command.photoIds, photos, { actor, recordId: event.id });
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
  const issue = standingIssue(event, command.issueId);
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
  const issue = standingIssue(event, command.issueId);
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

/** The issue, or the one that it joined meanwhile: whoever acts on a report acts on that. */
function standingIssue(event: EventLife, issueId: string): EventIssue {
  const issue = issueOf(event, issueId);
  return issue.mergedInto === null ? issue : issueOf(event, issue.mergedInto);
}

/** Throws `NOT_FOUND` for an issue of another event and for one that is missing. */
export function issueOf(event: EventLife, issueId: string): EventIssue {
  const issue = event.issues.find(({ id }) => id === issueId);
  if (!issue) throw notFound("issue");
  return issue;
}

/** How every fact about an issue names it: one with a kit is of its event, and names the kit. */
export function named(event: EventLife, issue: EventIssue) {
  return {
    eventId: event.id,
    bookingId: event.bookingId,
    issueId: issue.id,
    subject: issue.subject === "kit" ? "event" : issue.subject,
    activityId: issue.activityId ?? undefined,
    locationId: issue.locationId ?? undefined,
    kitInstanceId: issue.kitInstanceId ?? undefined,
  };
}
