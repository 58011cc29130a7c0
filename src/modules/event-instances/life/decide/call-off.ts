import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { ruleViolated } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { LifeCommandOf } from "@/modules/event-instances/life/commands";
import { type EventLife, eventCode } from "@/modules/event-instances/life/event-life";
import { inState, sameVersion } from "@/modules/event-instances/life/guards";
import type { LifeOutside } from "@/modules/event-instances/life/outside";
import { planCancel } from "@/modules/event-instances/life/plan-cancel";
import { planReschedule } from "@/modules/event-instances/life/plan-reschedule";
import { toOffsetDateTime } from "@/values/venue-time";

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
  const { managerClashes, venueClashes } = plan;
  const clashes = { managerClashes: [...managerClashes], venueClashes: [...venueClashes] };
  const isClashing = managerClashes.length + venueClashes.length > 0;
  if (isClashing && !command.override) {
    const codes = [...new Set([...managerClashes, ...venueClashes].map(eventCode))].join(", ");
    throw ruleViolated(
      "reschedule_clashes",
      `At that time there is ${codes}. Choose another time, or say why it is all right.`,
      clashes,
    );
  }
  const by = actorId(actor);
  return [
    fact(
      "EVENT_RESCHEDULED",
      {
        eventId: event.id,
        bookingId: event.bookingId,
        rescheduledBy: by,
        rescheduledAt: now,
        originalDate: toOffsetDateTime(event.startsAt, event.timeZone),
        newDate: toOffsetDateTime(plan.window.startsAt, event.timeZone),
        reason: command.reason,
        notifyStaff: command.notifyStaff,
        notifyClient: command.notifyClient,
      },
      isClashing && command.override
        ? { override: { reason: command.override.reason, by, snapshot: clashes } }
        : undefined,
    ),
  ];
}
