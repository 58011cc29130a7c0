import type { Fact, FactOf } from "@/domain-events/catalog/fact";
import type { EventIssue } from "./event-life";
import { dueAgain, dueWhenWorse, resolveBy } from "./issue-clock";

type IssueFact = Extract<
  Fact,
  {
    readonly type:
      | "EVENT_ISSUE_ACKNOWLEDGED"
      | "EVENT_ISSUE_RESOLVED"
      | "EVENT_ISSUE_ESCALATED"
      | "EVENT_ISSUE_MERGED";
  }
>;

/** The issues of an event after one fact about one of them, their clocks included. */
export function evolveIssues(issues: readonly EventIssue[], fact: IssueFact): readonly EventIssue[] {
  return issues.map((issue) => evolveIssue(issue, fact, issues));
}

function evolveIssue(issue: EventIssue, fact: IssueFact, issues: readonly EventIssue[]): EventIssue {
  if (fact.type === "EVENT_ISSUE_MERGED" && issue.id === fact.payload.mergedIssueId) {
    return { ...issue, mergedInto: fact.payload.issueId, dueAt: null };
  }
  if (issue.id !== fact.payload.issueId) return issue;
  switch (fact.type) {
    case "EVENT_ISSUE_ACKNOWLEDGED":
      return {
        ...issue,
        status: "acknowledged",
        acknowledgedBy: fact.payload.acknowledgedBy,
        acknowledgedAt: fact.payload.acknowledgedAt,
        dueAt: resolveBy(issue.severity, fact.payload.acknowledgedAt),
        escalations: 0,
      };
    case "EVENT_ISSUE_RESOLVED":
      return {
        ...issue,
        status: "resolved",
        resolvedBy: fact.payload.resolvedBy,
        resolvedAt: fact.payload.resolvedAt,
        resolution: fact.payload.resolution ?? null,
        dueAt: null,
      };
    case "EVENT_ISSUE_ESCALATED":
      return {
        ...issue,
        escalations: fact.payload.escalation,
        dueAt: dueAgain(issue, fact.payload.escalatedAt),
      };
    case "EVENT_ISSUE_MERGED":
      return joinedBy(issue, fact, issues);
    default:
      return neverFact(fact);
  }
}

/** A worse report makes the issue worse, and its clock begins again for whoever has to act. */
function joinedBy(
  issue: EventIssue,
  { payload }: FactOf<"EVENT_ISSUE_MERGED">,
  issues: readonly EventIssue[],
): EventIssue {
  const report = issues.find(({ id }) => id === payload.mergedIssueId);
  if (!report || payload.severity === issue.severity) return issue;
  return {
    ...issue,
    severity: payload.severity,
    dueAt: dueWhenWorse(issue, payload.severity, report.reportedAt),
    escalations: 0,
  };
}

function neverFact(fact: never): never {
  throw new Error(`no issue knows ${JSON.stringify(fact)}`);
}
