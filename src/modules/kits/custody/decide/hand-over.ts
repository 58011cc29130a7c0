import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { ruleViolated } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { CustodyCommandOf } from "@/modules/kits/custody/commands";
import { type KitCustody, needOf } from "@/modules/kits/custody/custody";
import { named } from "@/modules/kits/custody/facts";
import {
  holderOf,
  inState,
  kitInHand,
  refuseNeededElsewhere,
  refuseUnusable,
} from "@/modules/kits/custody/guards";
import { type KitAssignment, kitAssignmentOf, type Unit, unitOf } from "@/modules/kits/kits";

/** From one person to another, from one activity of the event to the next, or both (domain.md rule 45). */
export function decideHandOver(
  command: CustodyCommandOf<"handOver">,
  state: KitCustody,
  context: DecisionContext,
): readonly Fact[] {
  const assignment = needOf(state, command);
  inState(state, assignment, ["checked_out"]);
  const unit = kitInHand(state, assignment, undefined);
  const to = holderOf(state, command.toPersonId, "toPersonId");
  if (command.toKitAssignmentId !== undefined) {
    refuseOtherUse(state, assignment, unit, kitAssignmentOf(state, command.toKitAssignmentId));
  } else if (to.id === unit.custody.holderId) {
    throw ruleViolated("has_it_already", `${to.name} has ${unit.code} already.`);
  }
  return [
    fact("KIT_HANDED_OVER", {
      ...named(assignment, unit),
      handedOverBy: actorId(context.actor),
      handedOverAt: context.now,
      handedOverFrom: unit.custody.holderId ?? actorId(context.actor),
      handedOverTo: to.id,
      toKitAssignmentId: command.toKitAssignmentId,
      condition: command.condition,
      notes: command.notes,
    }),
  ];
}

/** A kit goes on to a need of the same event and kind that has no other kit. */
function refuseOtherUse(state: KitCustody, from: KitAssignment, unit: Unit, to: KitAssignment): void {
  if (to.id === from.id) throw ruleViolated("has_it_already", `${unit.code} serves this activity already.`);
  if (to.eventId !== from.eventId) {
    throw ruleViolated(
      "other_event",
      `${unit.code} cannot go on to another event. Take it back, then check it out there.`,
    );
  }
  inState(state, to, ["assigned", "prepared"]);
  const isAnother = to.kitInstanceId !== null && to.kitInstanceId !== unit.id;
  if (to.kitTemplateId !== unit.kitTemplateId || isAnother) {
    throw ruleViolated("other_kit", "That activity needs another kit than this one.");
  }
}

/** Another kit of the same kind takes the place of the one that is out, which goes back with it (domain.md rule 43). */
export function decideSwap(
  command: CustodyCommandOf<"swap">,
  state: KitCustody,
  context: DecisionContext,
): readonly Fact[] {
  const assignment = needOf(state, command);
  inState(state, assignment, ["checked_out"]);
  const unit = kitInHand(state, assignment, undefined);
  const replacement = unitOf(state, command.replacementInstanceId);
  if (replacement.id === unit.id) {
    throw ruleViolated("other_kit", `${unit.code} cannot take its own place.`);
  }
  if (replacement.kitTemplateId !== unit.kitTemplateId) {
    throw ruleViolated("other_kit", `${replacement.code} is another kind of kit.`);
  }
  refuseUnusable(state, replacement);
  refuseNeededElsewhere(state, replacement, assignment, context.now);
  return [
    fact("KIT_SWAPPED", {
      ...named(assignment, unit),
      replacementInstanceId: replacement.id,
      swappedBy: actorId(context.actor),
      swappedAt: context.now,
      condition: command.condition,
      reason: command.reason,
    }),
  ];
}
