import type * as z from "zod";
import type {
  checkOutKitInput,
  expectReturnInput,
  followDamageInput,
  handOverInput,
  prepareInput,
  reportKitIssueInput,
  resolveKitIssueInput,
  returnKitInput,
  swapKitInput,
} from "@/modules/kits/inputs/custody";

/** The wishes about kits in people's hands; the last is the workflow's alone. */
export type CustodyCommand =
  | ({ readonly type: "prepare" } & z.infer<typeof prepareInput>)
  | ({ readonly type: "checkOut" } & z.infer<typeof checkOutKitInput>)
  | ({ readonly type: "handOver" } & z.infer<typeof handOverInput>)
  | ({ readonly type: "swap" } & z.infer<typeof swapKitInput>)
  | ({ readonly type: "expectReturn" } & z.infer<typeof expectReturnInput>)
  | ({ readonly type: "return" } & z.infer<typeof returnKitInput>)
  | ({ readonly type: "reportIssue" } & z.infer<typeof reportKitIssueInput>)
  | ({ readonly type: "resolveIssue" } & z.infer<typeof resolveKitIssueInput>)
  | ({ readonly type: "followDamage" } & z.infer<typeof followDamageInput>);

export type CustodyCommandOf<Type extends CustodyCommand["type"]> = Extract<
  CustodyCommand,
  { readonly type: Type }
>;
