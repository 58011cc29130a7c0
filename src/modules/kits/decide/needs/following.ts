import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { NeedCommandOf } from "@/modules/kits/commands/needs";
import { type KitAssignment, type Kits, kittedEventOf, type Missing } from "@/modules/kits/kits";
import { kitMoveEffect } from "@/modules/kits/needs/move";
import { isAhead, isEnded, type NeedsOutside, templateOf } from "@/modules/kits/needs/shapes";
import { shortageOf } from "@/modules/kits/needs/shortage";
import { needWindow } from "@/modules/kits/needs/window";
import { toOffsetDateTime } from "@/values/venue-time";
import { assignedFact, cancelledFact, idsOf, shortagePayload } from "./facts";

/** What follows from facts and from the clock. Each compares what is with what should be, so a repeat says nothing. */

/** Lets go of what a cancelled event, or an activity that was called off, asked for. */
export function decideRelease(
  { reason }: NeedCommandOf<"releaseKits">,
  state: Kits,
  { activities }: NeedsOutside,
  context: DecisionContext,
): readonly Fact[] {
  const calledOff = (need: KitAssignment) =>
    kittedEventOf(state, need.eventId).status === "cancelled" ||
    activities.some(({ id, status }) => id === need.activityId && status === "cancelled");
  return state.assignments
    .filter((need) => isAhead(need) && calledOff(need))
    .map((need) => cancelledFact(need, reason, context));
}

/**
 * What a move does to the kits of an event: those that go along have moved already. Whatever still has the old time is
 * packed anew or let go; what is out is expected back at the end of its new time (domain.md rules 16 and 18).
 */
export function decideMoveKits(
  state: Kits,
  outside: NeedsOutside,
  context: DecisionContext,
): readonly Fact[] {
  return state.assignments.flatMap((need) => {
    const event = kittedEventOf(state, need.eventId);
    const to = needWindow(event, templateOf(outside, need.kitTemplateId));
    const effect = kitMoveEffect(need, to, outside.uses, context.now);
    if (effect?.kind === "kept") return expectedLater(need, to.windowEnd, event.timeZone, context);
    if (need.windowStart === to.windowStart && need.windowEnd === to.windowEnd) return [];
    if (effect?.kind === "released") return [assignedFact(need, null, context)];
    return effect?.kind === "packed-again" ? [assignedFact(need, need.kitInstanceId, context)] : [];
  });
}

function expectedLater(
  need: KitAssignment,
  windowEnd: string,
  timeZone: string,
  { actor, now }: DecisionContext,
): readonly Fact[] {
  const expectedReturnDate = toOffsetDateTime(windowEnd, timeZone);
  if (need.kitInstanceId === null || need.out === null) return [];
  if (toOffsetDateTime(need.out.expectedReturn, timeZone) === expectedReturnDate) return [];
  return [
    fact("KIT_RETURN_EXPECTED", {
      ...idsOf(need),
      kitInstanceId: need.kitInstanceId,
      expectedReturnDate,
      changedBy: actorId(actor),
      changedAt: now,
      reason: "The event was moved.",
    }),
  ];
}

/** Says what the coming uses of a kit lack now, and what they lack no more (domain.md rules 37, 38 and 49). */
export function decideCheck(
  state: Kits,
  { uses, said }: NeedsOutside,
  context: DecisionContext,
): readonly Fact[] {
  const by = actorId(context.actor);
  return state.assignments.flatMap((need): readonly Fact[] => {
    const before = said.find(({ kitAssignmentId }) => kitAssignmentId === need.id);
    const isOver = isEnded(kittedEventOf(state, need.eventId));
    const shortage = isOver ? null : shortageOf(need, { state, uses, now: context.now });
    if (shortage !== null) {
      if (before && before.cause === shortage.cause && isSame(before.missing, shortage.missing)) return [];
      const payload = shortagePayload(need, shortage);
      return [fact("KIT_SHORTAGE_RAISED", { ...payload, raisedBy: by, raisedAt: context.now })];
    }
    if (!before) return [];
    return [
      fact("KIT_SHORTAGE_RESOLVED", {
        ...shortagePayload(need, before),
        resolvedBy: by,
        resolvedAt: context.now,
        resolution:
          isAhead(need) && !isOver ? "The kit is complete and at hand." : "It is not waited for any more.",
      }),
    ];
  });
}

function isSame(one: readonly Missing[], other: readonly Missing[]): boolean {
  const key = (lines: readonly Missing[]) =>
    lines
      .map(({ componentId, quantity }) => `${componentId}:${quantity}`)
      .sort()
      .join();
  return key(one) === key(other);
}
