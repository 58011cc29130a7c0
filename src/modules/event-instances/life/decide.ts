import type { DecisionContext } from "@/commands/decider";
import type { Fact } from "@/domain-events/catalog/fact";
import type { EventLifeCommand } from "./commands";
import { decideAssignManager } from "./decide/assign-manager";
import { decideCancel, decideReschedule } from "./decide/call-off";
import { decideEscalateIssue, decideMergeIssue } from "./decide/follow-issues";
import { decideAcknowledgeIssue, decideReportIssue, decideResolveIssue } from "./decide/issues";
import {
  decideAddTask,
  decideCompleteTask,
  decideReopenTask,
  decideStartPreparation,
} from "./decide/prepare";
import { decideReadiness } from "./decide/readiness";
import { decideReviseOutcome } from "./decide/revise-outcome";
import { decideComplete, decideStart } from "./decide/run";
import type { EventLife } from "./event-life";
import type { LifeOutside } from "./outside";

/** The rules of one event's life. */
export function decideLife(
  command: EventLifeCommand,
  event: EventLife,
  outside: LifeOutside,
  context: DecisionContext,
): readonly Fact[] {
  switch (command.type) {
    case "assignManager":
      return decideAssignManager(command, event, outside, context);
    case "startPreparation":
      return decideStartPreparation(command, event, outside, context);
    case "addTask":
      return decideAddTask(command, event, outside, context);
    case "completeTask":
      return decideCompleteTask(command, event, context);
    case "reopenTask":
      return decideReopenTask(command, event, context);
    case "deriveReadiness":
      return decideReadiness(event, outside, context);
    case "start":
      return decideStart(command, event, outside, context);
    case "complete":
      return decideComplete(command, event, outside, context);
    case "reviseOutcome":
      return decideReviseOutcome(command, event, outside, context);
    case "cancel":
      return decideCancel(command, event, context);
    case "reschedule":
      return decideReschedule(command, event, outside, context);
    case "reportIssue":
      return decideReportIssue(command, event, outside, context);
    case "acknowledgeIssue":
      return decideAcknowledgeIssue(command, event, context);
    case "resolveIssue":
      return decideResolveIssue(command, event, context);
    case "mergeIssue":
      return decideMergeIssue(command, event, context);
    case "escalateIssue":
      return decideEscalateIssue(command, event, context);
    default:
      return neverCommand(command);
  }
}

function neverCommand(command: never): never {
  throw new Error(`unknown event command ${JSON.stringify(command)}`);
}
