import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { invalid } from "@/commands/errors";
import { attachedUrls } from "@/commands/photos/usable";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { CustodyCommandOf } from "@/modules/kits/custody/commands";
import { settledReturn } from "@/modules/kits/custody/counts";
import { type CustodyOutside, type KitCustody, needOf } from "@/modules/kits/custody/custody";
import { movedFacts, named } from "@/modules/kits/custody/facts";
import { holderOf, inState, kitInHand } from "@/modules/kits/custody/guards";
import { sessionOf } from "@/modules/kits/custody/return-session";
import type { KitAssignment, Unit } from "@/modules/kits/kits";

/**
 * What came back this time; never refused for what is missing (domain.md rules 38 to 41). The last session settles the
 * rest: consumables are used, other parts missing, and what is too much was found.
 */
export function decideReturn(
  command: CustodyCommandOf<"return">,
  state: KitCustody,
  { photos }: Pick<CustodyOutside, "photos">,
  context: DecisionContext,
): readonly Fact[] {
  const assignment = needOf(state, command);
  inState(state, assignment, ["checked_out", "partly_returned"]);
  const unit = kitInHand(state, assignment, command.kitInstanceId);
  refuseUncounted(command);
  attachedUrls(command.photoIds, photos, { actor: context.actor, recordId: assignment.id });
  const session = sessionOf(command, state, assignment, unit);
  const settled = session.isLast ? settledReturn(state, unit.id, session.outstanding) : null;
  const missing = settled?.missing.map(({ componentId }) => componentId) ?? [];
  return [
    fact("KIT_RETURNED", {
      ...named(assignment, unit),
      returnedBy: broughtBy(command, state, assignment, unit, context),
      returnedAt: context.now,
      receivedBy: actorId(context.actor),
      condition: session.condition,
      missingComponents: missing.length > 0 ? missing : undefined,
      damagedComponents: session.damaged.length > 0 ? session.damaged : undefined,
      notes: command.notes,
    }),
    ...(settled === null
      ? []
      : movedFacts(
          [
            ["used", settled.used],
            ["missing", settled.missing],
            ["found", settled.found],
          ],
          { assignment, unit, context },
        )),
  ];
}

/** A session in which nothing came back is none, unless it is said that the rest will not come. */
function refuseUncounted({ isLast, lines }: CustodyCommandOf<"return">): void {
  if (isLast || (lines !== undefined && lines.some(({ quantity }) => quantity > 0))) return;
  throw invalid("Count what came back, or say that it is all.", { lines: "Count at least one part." });
}

function broughtBy(
  { returnedBy }: CustodyCommandOf<"return">,
  state: KitCustody,
  { out }: KitAssignment,
  { custody }: Unit,
  { actor }: DecisionContext,
): string {
  if (returnedBy !== undefined) return holderOf(state, returnedBy, "returnedBy").id;
  return custody.holderId ?? out?.by ?? actorId(actor);
}
