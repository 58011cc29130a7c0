import type * as z from "zod";
import type { confirmLocationInput, reportLocationIssueInput, revokeConfirmationInput } from "./inputs";

export type LocationCommand =
  | ({ readonly type: "confirm" } & z.infer<typeof confirmLocationInput>)
  | ({ readonly type: "revokeConfirmation" } & z.infer<typeof revokeConfirmationInput>)
  | ({ readonly type: "reportIssue" } & z.infer<typeof reportLocationIssueInput>);

export type CommandOf<Type extends LocationCommand["type"]> = Extract<
  LocationCommand,
  { readonly type: Type }
>;
