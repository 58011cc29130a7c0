import type * as z from "zod";
import type {
  approveInput,
  cancelInput,
  createInput,
  duplicateInput,
  importInput,
  rejectInput,
  requestChangesInput,
  submitInput,
  updateInput,
} from "./inputs";

/** The wishes that `decide` knows, each with what its input schema accepted. */
export type BookingCommand =
  | ({ readonly type: "create" } & z.infer<typeof createInput>)
  | ({ readonly type: "update" } & z.infer<typeof updateInput>)
  | ({ readonly type: "submit" } & z.infer<typeof submitInput>)
  | ({ readonly type: "approve" } & z.infer<typeof approveInput>)
  | ({ readonly type: "reject" } & z.infer<typeof rejectInput>)
  | ({ readonly type: "requestChanges" } & z.infer<typeof requestChangesInput>)
  | ({ readonly type: "cancel" } & z.infer<typeof cancelInput>)
  | ({ readonly type: "duplicate" } & z.infer<typeof duplicateInput>)
  | ({ readonly type: "import" } & z.infer<typeof importInput>);

export type CommandOf<Type extends BookingCommand["type"]> = Extract<BookingCommand, { readonly type: Type }>;
