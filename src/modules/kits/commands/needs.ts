import type * as z from "zod";
import type {
  assignKitsInput,
  bindKitInput,
  cancelKitAssignmentInput,
  checkKitNeedsInput,
  layOutKitsInput,
  moveKitsInput,
  releaseKitsInput,
  resolveShortageInput,
} from "@/modules/kits/inputs/needs";

/** What people wish. */
export type AskedNeedCommand =
  | ({ readonly type: "assign" } & z.infer<typeof assignKitsInput>)
  | ({ readonly type: "bind" } & z.infer<typeof bindKitInput>)
  | ({ readonly type: "cancelAssignment" } & z.infer<typeof cancelKitAssignmentInput>)
  | ({ readonly type: "resolveShortage" } & z.infer<typeof resolveShortageInput>);

/** What follows from facts and from the clock; the workflow's alone. */
export type FollowingNeedCommand =
  | ({ readonly type: "layOutKits" } & z.infer<typeof layOutKitsInput>)
  | ({ readonly type: "releaseKits" } & z.infer<typeof releaseKitsInput>)
  | ({ readonly type: "moveKits" } & z.infer<typeof moveKitsInput>)
  | ({ readonly type: "checkKitNeeds" } & z.infer<typeof checkKitNeedsInput>);

export type NeedCommand = AskedNeedCommand | FollowingNeedCommand;

export type NeedCommandOf<Type extends NeedCommand["type"]> = Extract<NeedCommand, { readonly type: Type }>;
