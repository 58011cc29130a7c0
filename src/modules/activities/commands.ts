import type * as z from "zod";
import type {
  cancelActivityInput,
  completeActivityInput,
  createActivityInput,
  layOutInput,
  releaseForEventInput,
  reportActivityIssueInput,
  startActivityInput,
} from "./inputs";

/** The wishes that `decide` knows; `layOut` and `releaseForEvent` follow from facts and are the workflow's alone. */
export type ActivityCommand =
  | ({ readonly type: "layOut" } & z.infer<typeof layOutInput>)
  | ({ readonly type: "releaseForEvent" } & z.infer<typeof releaseForEventInput>)
  | ({ readonly type: "create" } & z.infer<typeof createActivityInput>)
  | ({ readonly type: "start" } & z.infer<typeof startActivityInput>)
  | ({ readonly type: "complete" } & z.infer<typeof completeActivityInput>)
  | ({ readonly type: "cancel" } & z.infer<typeof cancelActivityInput>)
  | ({ readonly type: "reportIssue" } & z.infer<typeof reportActivityIssueInput>);

export type CommandOf<Type extends ActivityCommand["type"]> = Extract<
  ActivityCommand,
  { readonly type: Type }
>;
