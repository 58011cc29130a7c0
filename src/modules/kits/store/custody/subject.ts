import "server-only";
import type { Subject } from "@/commands/decider";
import { conflict, ruleViolated } from "@/commands/errors";
import type { CustodyCommand, CustodyCommandOf } from "@/modules/kits/custody/commands";
import { type CustodyOutside, type KitCustody, needOf } from "@/modules/kits/custody/custody";
import { decideCustody } from "@/modules/kits/custody/decide";
import { evolveCustody } from "@/modules/kits/custody/evolve";
import { custodyPolicy } from "@/modules/kits/custody/policy";
import type { AssignmentStatus, Condition } from "@/modules/kits/inputs";
import { loadCustody } from "./load";
import { saveCustody } from "./save";

/** Where a need stands after a command; instants are ISO 8601 UTC. */
export interface CustodyAnswer {
  readonly kitAssignmentId: string;
  readonly kitInstanceId: string | null;
  readonly eventId: string;
  readonly status: AssignmentStatus;
  readonly expectedReturn: string | null;
  /** Of the kit; null while none is bound. */
  readonly condition: Condition | null;
  readonly version: number;
}

const shared = {
  name: "kits",
  policy: custodyPolicy,
  decide: decideCustody,
  evolve: evolveCustody,
  load: loadCustody,
  save: saveCustody,
  correlationId: (state: KitCustody, command: CustodyCommand) => needOf(state, command).bookingId,
  result: (state: KitCustody, command: CustodyCommand): CustodyAnswer => {
    const { id, kitInstanceId, eventId, status, out, version } = needOf(state, command);
    const unit = state.units.find((one) => one.id === kitInstanceId);
    return {
      kitAssignmentId: id,
      kitInstanceId,
      eventId,
      status,
      expectedReturn: out?.expectedReturn ?? null,
      condition: unit?.condition ?? null,
      version,
    };
  },
  refusals: {
    kit_assignment_one_event: () =>
      ruleViolated(
        "kit_bound_elsewhere",
        "This kit is meant for another event at that time. Choose another one.",
      ),
    kit_stock_not_negative: () => conflict("Parts were taken from the spares just now. Count again."),
  },
} as const;

/** Kits in people's hands: packed, handed out, handed over, swapped, brought back, reported. */
export const kitCustody: Subject<
  Exclude<CustodyCommand, { readonly type: "resolveIssue" }>,
  KitCustody,
  CustodyOutside,
  CustodyAnswer
> = { ...shared, recordName: "kit" };

/** What was reported about them. */
export const kitIssues: Subject<
  CustodyCommandOf<"resolveIssue">,
  KitCustody,
  CustodyOutside,
  CustodyAnswer
> = { ...shared, recordName: "issue" };
