import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { LifeCommandOf } from "@/modules/event-instances/life/commands";
import { duplicatedBy } from "@/modules/event-instances/life/duplicates";
import type { EventLife } from "@/modules/event-instances/life/event-life";
import { worseOf } from "@/modules/event-instances/life/issue-clock";
import { canMove } from "@/modules/event-instances/life/moves";
import { issueOf, named } from "./issues";

/** Joins a report to the open issue that it says again, which takes on the worse severity (rule 49). */
export function decideMergeIssue(
  command: LifeCommandOf<"mergeIssue">,
  event: EventLife,
  { actor, now }: DecisionContext,
): readonly Fact[] {
  const report = issueOf(event, command.issueId);
  if (report.mergedInto !== null || report.status !== "reported") return [];
  const issue = duplicatedBy(report, event.issues);
  if (issue === null) return [];
  return [
    fact("EVENT_ISSUE_MERGED", {
      ...named(event, issue),
      mergedIssueId: report.id,
      mergedBy: actorId(actor),
      mergedAt: now,
      severity: worseOf(issue.severity, report.severity),
    }),
  ];
}

/** Says that an issue waited too long. Before its time, and when somebody acted meanwhile, there is nothing to say. */
export function decideEscalateIssue(
  command: LifeCommandOf<"escalateIssue">,
  event: EventLife,
  { actor, now }: DecisionContext,
): readonly Fact[] {
  const issue = issueOf(event, command.issueId);
  if (!canMove("escalateIssue", event.status) || issue.dueAt === null || issue.dueAt > now) return [];
  return [
    fact("EVENT_ISSUE_ESCALATED", {
      ...named(event, issue),
      escalatedBy: actorId(actor),
      escalatedAt: now,
      severity: issue.severity,
      waitsFor: issue.status === "reported" ? "acknowledgement" : "resolution",
      escalation: issue.escalations + 1,
    }),
  ];
}
