import type { DecisionContext } from "@/commands/decider";
import { invalid, ruleViolated } from "@/commands/errors";
import type { Fact } from "@/domain-events/catalog/fact";
import type { NeedCommandOf } from "@/modules/kits/commands/needs";
import { type Kits, kittedEventOf } from "@/modules/kits/kits";
import { type ActivityNow, isEnded, type NeedsOutside } from "@/modules/kits/needs/shapes";
import { derivedId } from "@/values/derived-id";
import { assignedFact, cancelledFact, needToDecide, refuseEnded } from "./facts";

/** More kits for an activity than its plan asked for. */
export function decideAssign(
  { activityId, kitTemplateId, quantity, notes }: NeedCommandOf<"assign">,
  state: Kits,
  outside: NeedsOutside,
  context: DecisionContext,
): readonly Fact[] {
  const { eventId, status } = activityIn(outside, activityId);
  refuseEnded(state, eventId);
  if (status === "completed" || status === "cancelled") {
    throw ruleViolated("activity_over", `This activity is ${status}. Choose another one.`);
  }
  const template = outside.templates.find(({ id }) => id === kitTemplateId);
  if (!template || template.isArchived) {
    throw invalid("This kit is not in the directory any more. Choose another one.", {
      kitTemplateId: "Choose another kit.",
    });
  }
  return Array.from({ length: quantity }, () =>
    assignedFact({ id: context.newId(), activityId, eventId, kitTemplateId, notes }, null, context),
  );
}

/**
 * One need for each kit that the activity asks for; the ids follow from that, so a repeat finds its work done.
 * Nothing is packed for what is over.
 */
export function decideLayOut(
  { activityId }: NeedCommandOf<"layOutKits">,
  state: Kits,
  outside: NeedsOutside,
  context: DecisionContext,
): readonly Fact[] {
  const activity = activityIn(outside, activityId);
  const event = kittedEventOf(state, activity.eventId);
  const isOver = isEnded(event) || event.endsAt <= context.now;
  if (isOver || activity.status === "completed" || activity.status === "cancelled") return [];
  const known = new Set(state.assignments.map(({ id }) => id));
  return neededKits(activity)
    .filter(({ id, kitTemplateId }) => !known.has(id) && hasTemplate(outside, kitTemplateId))
    .map((need) => assignedFact({ ...need, activityId, eventId: event.id, notes: "" }, null, context));
}

function neededKits({ id, requiredKitTemplateIds }: ActivityNow) {
  const counted = new Map<string, number>();
  return requiredKitTemplateIds.map((kitTemplateId) => {
    const count = (counted.get(kitTemplateId) ?? 0) + 1;
    counted.set(kitTemplateId, count);
    return { id: derivedId(id, `kit:${kitTemplateId}:${count}`), kitTemplateId };
  });
}

function hasTemplate({ templates }: NeedsOutside, kitTemplateId: string): boolean {
  return templates.some(({ id }) => id === kitTemplateId);
}

/** Calls a need off; a kit that is out comes back instead. */
export function decideCancelAssignment(
  command: NeedCommandOf<"cancelAssignment">,
  state: Kits,
  context: DecisionContext,
): readonly Fact[] {
  return [cancelledFact(needToDecide(command, state), command.reason, context)];
}

function activityIn({ activities }: NeedsOutside, activityId: string): ActivityNow {
  const activity = activities.find(({ id }) => id === activityId);
  if (!activity) throw new Error("the activity was not loaded");
  return activity;
}
