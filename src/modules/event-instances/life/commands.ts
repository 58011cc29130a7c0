import type * as z from "zod";
import type {
  acknowledgeIssueInput,
  addTaskInput,
  assignManagerInput,
  cancelInput,
  completeInput,
  deriveReadinessInput,
  escalateIssueInput,
  mergeIssueInput,
  reportIssueInput,
  rescheduleInput,
  resolveIssueInput,
  reviseOutcomeInput,
  startInput,
  startPreparationInput,
  taskInput,
} from "@/modules/event-instances/inputs/life";

/** The wishes about one event; deriving readiness, merging and escalating are the workflow's alone. */
export type EventLifeCommand =
  | ({ readonly type: "assignManager" } & z.infer<typeof assignManagerInput>)
  | ({ readonly type: "startPreparation" } & z.infer<typeof startPreparationInput>)
  | ({ readonly type: "addTask" } & z.infer<typeof addTaskInput>)
  | ({ readonly type: "completeTask" } & z.infer<typeof taskInput>)
  | ({ readonly type: "reopenTask" } & z.infer<typeof taskInput>)
  | ({ readonly type: "deriveReadiness" } & z.infer<typeof deriveReadinessInput>)
  | ({ readonly type: "start" } & z.infer<typeof startInput>)
  | ({ readonly type: "complete" } & z.infer<typeof completeInput>)
  | ({ readonly type: "reviseOutcome" } & z.infer<typeof reviseOutcomeInput>)
  | ({ readonly type: "cancel" } & z.infer<typeof cancelInput>)
  | ({ readonly type: "reschedule" } & z.infer<typeof rescheduleInput>)
  | ({ readonly type: "reportIssue" } & z.infer<typeof reportIssueInput>)
  | ({ readonly type: "acknowledgeIssue" } & z.infer<typeof acknowledgeIssueInput>)
  | ({ readonly type: "resolveIssue" } & z.infer<typeof resolveIssueInput>)
  | ({ readonly type: "mergeIssue" } & z.infer<typeof mergeIssueInput>)
  | ({ readonly type: "escalateIssue" } & z.infer<typeof escalateIssueInput>);

export type LifeCommandType = EventLifeCommand["type"];
/** What only the workflow wishes. */
export type FollowingCommandType = "deriveReadiness" | "mergeIssue" | "escalateIssue";
export type LifeCommandOf<Type extends LifeCommandType> = Extract<EventLifeCommand, { readonly type: Type }>;
