import type * as z from "zod";
import type { layOutInput, releaseForEventInput } from "@/modules/activities/inputs";
import type { cancelForBookingInput, generateInput, settleInput } from "@/modules/event-instances/inputs";
import type { deriveReadinessInput, mergeIssueInput } from "@/modules/event-instances/inputs/life";
import type { followDamageInput } from "@/modules/kits/inputs/custody";
import type {
  checkKitNeedsInput,
  layOutKitsInput,
  moveKitsInput,
  releaseKitsInput,
} from "@/modules/kits/inputs/needs";
import type {
  moveShiftsInput,
  releaseStaffInput,
  succeedInput,
  withdrawClashingInput,
} from "@/modules/staffing/inputs";

/** A command to the subject `event-instances`, with what its input schema takes. */
export type EventInstanceWish =
  | { readonly type: "generate"; readonly input: z.input<typeof generateInput> }
  | { readonly type: "settle"; readonly input: z.input<typeof settleInput> }
  | { readonly type: "cancelForBooking"; readonly input: z.input<typeof cancelForBookingInput> }
  | { readonly type: "deriveReadiness"; readonly input: z.input<typeof deriveReadinessInput> }
  | { readonly type: "mergeIssue"; readonly input: z.input<typeof mergeIssueInput> };

/** A command to the subject `activities`. */
export type ActivityWish =
  | { readonly type: "layOut"; readonly input: z.input<typeof layOutInput> }
  | { readonly type: "releaseForEvent"; readonly input: z.input<typeof releaseForEventInput> };

/** A command to the subject `staffing`. */
export type StaffingWish =
  | { readonly type: "succeed"; readonly input: z.input<typeof succeedInput> }
  | { readonly type: "moveShifts"; readonly input: z.input<typeof moveShiftsInput> }
  | { readonly type: "releaseStaff"; readonly input: z.input<typeof releaseStaffInput> }
  | { readonly type: "withdrawClashing"; readonly input: z.input<typeof withdrawClashingInput> };

/** A command to the subject `kits` about needs. */
export type KitNeedWish =
  | { readonly type: "layOutKits"; readonly input: z.input<typeof layOutKitsInput> }
  | { readonly type: "releaseKits"; readonly input: z.input<typeof releaseKitsInput> }
  | { readonly type: "moveKits"; readonly input: z.input<typeof moveKitsInput> }
  | { readonly type: "checkKitNeeds"; readonly input: z.input<typeof checkKitNeedsInput> };

/** A command to the subject `kits`. */
export type KitWish = { readonly type: "followDamage"; readonly input: z.input<typeof followDamageInput> };

/** One command that follows from a fact. */
export interface Reaction {
  /** Tells the commands of one fact apart; the ids that a command makes derive from fact and step. */
  readonly step: string;
  /** What its facts name as their source. */
  readonly source: `workflow.${string}`;
  readonly wish: EventInstanceWish | ActivityWish | StaffingWish | KitNeedWish | KitWish;
}
