import type { EventInstanceStatus } from "@/modules/event-instances/inputs";
import type { LifeCommandType } from "./commands";

const ahead = ["scheduled", "assigned", "preparing", "ready"] as const;
const prepared = ["preparing", "ready"] as const;
const notCancelled = [...ahead, "in_progress", "completed"] as const;

/** From which states each command may be given (domain.md "States"). */
const FROM: Readonly<Record<LifeCommandType, readonly EventInstanceStatus[]>> = {
  assignManager: ahead,
  startPreparation: ["assigned"],
  addTask: prepared,
  completeTask: prepared,
  reopenTask: prepared,
  deriveReadiness: prepared,
  start: ["assigned", "preparing", "ready"],
  complete: ["in_progress"],
  reviseOutcome: ["completed"],
  cancel: ahead,
  reschedule: ahead,
  reportIssue: notCancelled,
  mergeIssue: [...notCancelled, "cancelled"],
  escalateIssue: notCancelled,
  acknowledgeIssue: [...notCancelled, "cancelled"],
  resolveIssue: [...notCancelled, "cancelled"],
};

export function canMove(move: LifeCommandType, status: EventInstanceStatus): boolean {
  return FROM[move].includes(status);
}
