import type { Refusal } from "@/commands/errors";
import type { EventLife } from "./event-life";
import { stateRefusal } from "./guards";

/** Every consequence of a cancellation for the event itself, and what speaks against it. */
export interface CancelPlan {
  /** The rule that forbids it, whoever asks. */
  readonly refusal: Refusal | null;
  /** Open tasks that nobody has to do any more. */
  readonly tasksDropped: readonly { readonly taskId: string; readonly description: string }[];
  /** The venue counts on the event until somebody tells it otherwise. */
  readonly venueExpectsIt: boolean;
  /** Problems that are not resolved; they stay open, since the event going does not mend them. */
  readonly issuesLeft: number;
}

/** The one planner that the preview shows and the command carries out. */
export function planCancel(event: EventLife): CancelPlan {
  return {
    refusal: stateRefusal(event, "cancel"),
    tasksDropped: event.tasks
      .filter(({ status }) => status === "open")
      .map(({ id, description }) => ({ taskId: id, description })),
    venueExpectsIt: event.venue?.confirmed === true,
    issuesLeft: event.issues.filter(({ status }) => status !== "resolved").length,
  };
}
