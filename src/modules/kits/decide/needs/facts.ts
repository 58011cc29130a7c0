import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { conflict, ruleViolated } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { NeedCommandOf } from "@/modules/kits/commands/needs";
import { type KitAssignment, kitAssignmentOf, type Kits, kittedEventOf } from "@/modules/kits/kits";
import { isAhead, isEnded } from "@/modules/kits/needs/shapes";
import type { Shortage } from "@/modules/kits/needs/shortage";

/** The facts that several commands make, each made in one way. */

type Asked = Pick<KitAssignment, "id" | "activityId" | "eventId" | "kitTemplateId" | "notes">;

/** A need as it is, or with another kit, or none; one assignment is one kit (decision 0031). */
export function assignedFact(
  need: Asked,
  kitInstanceId: string | null,
  { actor, now }: Pick<DecisionContext, "actor" | "now">,
): Fact {
  return fact("KIT_ASSIGNED_TO_ACTIVITY", {
    ...idsOf(need),
    kitTemplateId: need.kitTemplateId,
    ...(kitInstanceId !== null && { kitInstanceId }),
    assignedBy: actorId(actor),
    assignedAt: now,
    quantity: 1,
    ...(need.notes !== "" && { notes: need.notes }),
  });
}

export function cancelledFact(
  need: KitAssignment,
  reason: string,
  { actor, now }: Pick<DecisionContext, "actor" | "now">,
): Fact {
  const { kitInstanceId } = need;
  return fact("KIT_ASSIGNMENT_CANCELLED", {
    ...idsOf(need),
    ...(kitInstanceId !== null && { kitInstanceId }),
    cancelledBy: actorId(actor),
    cancelledAt: now,
    reason,
  });
}

/** What both facts of a shortage say about it. */
export function shortagePayload(
  need: KitAssignment,
  { missing, cause }: Pick<Shortage, "missing" | "cause">,
) {
  return { ...idsOf(need), kitTemplateId: need.kitTemplateId, missing: [...missing], cause };
}

export function idsOf({ id, activityId, eventId }: Pick<Asked, "id" | "activityId" | "eventId">) {
  return { kitAssignmentId: id, activityId, eventId };
}

/** The need that a person decides about, as they saw it, while it can still be met in another way. */
export function needToDecide(
  { kitAssignmentId, version }: Pick<NeedCommandOf<"bind">, "kitAssignmentId" | "version">,
  state: Kits,
): KitAssignment {
  const need = kitAssignmentOf(state, kitAssignmentId);
  if (need.version !== version) {
    throw conflict("The kits of this event were changed by somebody else. Look again.", {
      version: need.version,
    });
  }
  refuseEnded(state, need.eventId);
  if (isAhead(need)) return need;
  throw ruleViolated(
    need.status === "cancelled" ? "need_cancelled" : "kit_checked_out",
    need.status === "cancelled"
      ? "This kit is not needed any more. Reload the event."
      : "This kit is out already. Swap it on site, or wait until it is back.",
  );
}

export function refuseEnded(state: Kits, eventId: string): void {
  const event = kittedEventOf(state, eventId);
  if (isEnded(event)) {
    throw ruleViolated(
      "event_over",
      `EV-${event.number} is ${event.status}, so its kits cannot be changed. Reload it.`,
    );
  }
}
