import "server-only";
import type { Subject } from "@/commands/decider";
import type { FollowingNeedCommand, NeedCommand, NeedCommandOf } from "@/modules/kits/commands/needs";
import { decideNeeds } from "@/modules/kits/decide/needs";
import { evolveNeeds } from "@/modules/kits/evolve/needs";
import type { AssignmentStatus } from "@/modules/kits/inputs";
import { type KitAssignment, kitAssignmentOf, type Kits, kittedEventOf } from "@/modules/kits/kits";
import { kitTaken } from "@/modules/kits/needs/free";
import type { NeedsOutside } from "@/modules/kits/needs/shapes";
import { needsPolicy } from "@/modules/kits/policy/needs";
import { loadNeeds } from "./load/needs";
import { saveNeeds } from "./save-needs";

/** Where a need stands after a command. */
export interface NeedAnswer {
  readonly kitAssignmentId: string;
  readonly eventId: string;
  readonly kitInstanceId: string | null;
  readonly status: AssignmentStatus;
  readonly version: number;
}

const shared = {
  name: "kits",
  recordName: "kit need",
  policy: needsPolicy,
  decide: decideNeeds,
  evolve: evolveNeeds,
  load: loadNeeds,
  save: saveNeeds,
  /** The booking of whichever event the fact is about: one command may reach several. */
  correlationId: (state: Kits, _: NeedCommand, { payload }: { readonly payload: object }) =>
    kittedEventOf(state, "eventId" in payload ? String(payload.eventId) : "").bookingId,
  refusals: {
    kit_assignment_one_event: () => kitTaken("This kit was bound to another event just now."),
    kit_stock_not_negative: () => kitTaken("Somebody else took these parts just now."),
  },
} as const;

/** One need of an event. */
export const kitNeeds: Subject<
  NeedCommandOf<"bind" | "cancelAssignment" | "resolveShortage">,
  Kits,
  NeedsOutside,
  NeedAnswer
> = {
  ...shared,
  result: (state, { kitAssignmentId }) => answerOf(kitAssignmentOf(state, kitAssignmentId)),
};

/** More needs of an activity. */
export const kitDemand: Subject<
  NeedCommandOf<"assign">,
  Kits,
  NeedsOutside,
  { readonly assignments: readonly NeedAnswer[] }
> = { ...shared, result: ({ assignments }) => ({ assignments: assignments.map(answerOf) }) };

/** What follows for needs from facts and from the clock. */
export const kitNeedsThatFollow: Subject<
  FollowingNeedCommand,
  Kits,
  NeedsOutside,
  { readonly needs: number }
> = { ...shared, result: ({ assignments }) => ({ needs: assignments.length }) };

function answerOf({ id, eventId, kitInstanceId, status, version }: KitAssignment): NeedAnswer {
  return { kitAssignmentId: id, eventId, kitInstanceId, status, version };
}
