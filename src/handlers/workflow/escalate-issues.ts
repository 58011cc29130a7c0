import type { SystemActor } from "@/commands/actor";
import { runCommand } from "@/commands/run-command";
import type { Database } from "@/db/database";
import { escalateIssueInput } from "@/modules/event-instances/inputs/life";
import { dueIssues, eventLife } from "@/modules/event-instances/module";
import { eachInTurn } from "./each-in-turn";

const actor: SystemActor = { kind: "system", handler: "workflow" };

/**
 * Escalates the issues whose time is over; resolves to how many were looked at. Their times stand in their rows, so
 * whoever looks next goes on where a stopped process left off, and the command looks again under its lock. One that
 * fails keeps no other from its turn; then this throws.
 */
export async function escalateIssues(database: Database): Promise<number> {
  const due = await dueIssues(database);
  const escalate = (issue: (typeof due)[number]) => {
    const command = { type: "escalateIssue", ...escalateIssueInput.parse(issue) } as const;
    // The report caused it: the issue bears the id of that fact.
    const cause = { eventId: issue.issueId, depth: 0, source: "workflow.escalate-issue", step: "escalate" };
    return runCommand(database, eventLife, command, { actor, cause });
  };
  return eachInTurn(due, escalate, "issues were not escalated");
}
