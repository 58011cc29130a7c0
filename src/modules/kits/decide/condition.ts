import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { ruleViolated } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import { type Kits, type Unit, unitOf } from "@/modules/kits/kits";
import type { CommandOf } from "@/modules/kits/units";
import { lyingKit } from "./lying-kit";

/** What somebody found who looked at a kit; one that is damaged may not be used before it is mended (rule 41). */
export function decideInspection(
  { kitInstanceId, condition, notes }: CommandOf<"inspect">,
  state: Kits,
  context: DecisionContext,
): readonly Fact[] {
  const kit = lyingKit(inUse(unitOf(state, kitInstanceId)));
  const inspected = fact("KIT_INSPECTED", {
    kitInstanceId: kit.id,
    inspectedBy: actorId(context.actor),
    inspectedAt: context.now,
    condition,
    notes: notes === "" ? undefined : notes,
  });
  if (condition !== "damaged") return [inspected];
  return [inspected, quarantined(kit, notes || "Found damaged at the inspection.", state, context)];
}

/** A kit may not be used before somebody has looked at it; one that is in quarantine stays there as it is. */
export function decideQuarantine(
  { kitInstanceId, reason }: CommandOf<"quarantine">,
  state: Kits,
  context: DecisionContext,
): readonly Fact[] {
  const kit = inUse(unitOf(state, kitInstanceId));
  return kit.quarantine === null ? [quarantined(kit, reason, state, context)] : [];
}

function inUse(kit: Unit): Unit {
  if (kit.archivedAt === null) return kit;
  throw ruleViolated("kit_retired", `${kit.code} is retired. Bring it back first.`);
}

function quarantined(kit: Unit, reason: string, { assignments }: Kits, context: DecisionContext): Fact {
  const use = assignments.find(({ id }) => id === kit.custody.kitAssignmentId);
  return fact("KIT_QUARANTINED", {
    kitInstanceId: kit.id,
    kitAssignmentId: use?.id,
    activityId: use?.activityId,
    eventId: use?.eventId,
    quarantinedBy: actorId(context.actor),
    quarantinedAt: context.now,
    reason,
  });
}
