import type { DecisionContext } from "@/commands/decider";
import { ruleViolated } from "@/commands/errors";
import type { Fact } from "@/domain-events/catalog/fact";
import type { NeedCommandOf } from "@/modules/kits/commands/needs";
import { type Kits, unitOf } from "@/modules/kits/kits";
import { bindRefusal } from "@/modules/kits/needs/free";
import type { NeedsOutside } from "@/modules/kits/needs/shapes";
import { assignedFact, needToDecide } from "./facts";

/** A certain kit for a need, another one or none any more; what was packed of the old one has to be packed anew. */
export function decideBind(
  command: NeedCommandOf<"bind">,
  state: Kits,
  { uses }: NeedsOutside,
  context: DecisionContext,
): readonly Fact[] {
  const need = needToDecide(command, state);
  const { kitInstanceId } = command;
  if (kitInstanceId === need.kitInstanceId) {
    throw ruleViolated(
      "already_bound",
      kitInstanceId === null ? "No kit is bound to it yet." : "This kit is bound to it already.",
    );
  }
  if (kitInstanceId !== null) {
    const refusal = bindRefusal(need, unitOf(state, kitInstanceId), { state, uses, now: context.now });
    if (refusal) throw refusal;
  }
  return [assignedFact(need, kitInstanceId, context)];
}
