import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { LifeCommandOf } from "@/modules/event-instances/life/commands";
import type { EventLife } from "@/modules/event-instances/life/event-life";
import { inState, sameVersion } from "@/modules/event-instances/life/guards";
import type { LifeOutside } from "@/modules/event-instances/life/outside";
import { planCancel } from "@/modules/event-instances/life/plan-cancel";
import { planReschedule } from "@/modules/event-instances/life/plan-reschedule";
import { rescheduledFact } from "./moved";

/** Calls one event off; its siblings stay (rule 15). */
export function decideCancel(
  command: LifeCommandOf<"cancel">,
  event: EventLife,
  { actor, now }: DecisionContext,
): readonly Fact[] {
  const { refusal } = planCancel(event);
  if (refusal) throw refusal;
  sameVersion(event, command.version);
  return [
    fact("EVENT_CANCELLED", {
      eventId: event.id,
      bookingId: event.bookingId,
      cancelledBy: actorId(actor),
      cancelledAt: now,
      reason: command.reason,
      notifyClient: command.notifyClient,
    }),
  ];
}

/** Moves the event as the planner says; clashes take an override with a reason (rules 16 and 20). */
export function decideReschedule(
  command: LifeCommandOf<"reschedule">,
  event: EventLife,
  outside: LifeOutside,
  { actor, now }: DecisionContext,
): readonly Fact[] {
  inState(event, "reschedule");
  sameVersion(event, command.version);
  const plan = planReschedule(event, outside, command.newDate, now);
  if (plan.refusal) throw plan.refusal;
  return [rescheduledFact(event, plan, command, { by: actorId(actor), now })];
}
