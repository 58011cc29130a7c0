import { invalid, type Refusal } from "@/commands/errors";
import { type EventLife, eventCode } from "@/modules/event-instances/life/event-life";
import type { ClashingEvent, LifeOutside } from "@/modules/event-instances/life/outside";
import { planReschedule, type ReschedulePlan } from "@/modules/event-instances/life/plan-reschedule";
import { windowsOverlap } from "@/values/time-window";

/** Two events that trade their starts (domain.md rule 20). */
export interface EventPair {
  readonly first: EventLife;
  readonly second: EventLife;
}

/** What stands in the way of one of the two; the other one of the pair is left out, since it makes way. */
export type MoveOutside = Pick<LifeOutside, "managerClashes" | "venueClashes" | "sibling">;

export interface SwapOutside {
  readonly first: MoveOutside;
  readonly second: MoveOutside;
  /** The pair's titles, for the clash of one with the other. */
  readonly titles: { readonly first: string; readonly second: string };
}

export interface SwapPlan {
  readonly first: ReschedulePlan;
  readonly second: ReschedulePlan;
  /** The first rule that forbids it; null when nothing does. */
  readonly refusal: Refusal | null;
}

/**
 * Each event goes to the other's start, on the clock of its own venue, and stays as long as it was. Both moves are
 * planned as moves of their own, against the world without the two; what they then do to each other is added.
 */
export function planSwap({ first, second }: EventPair, outside: SwapOutside, now: string): SwapPlan {
  const plans = {
    first: planReschedule(first, outside.first, second.localStart, now),
    second: planReschedule(second, outside.second, first.localStart, now),
  };
  const meet = windowsOverlap(plans.first.window, plans.second.window);
  const { titles } = outside;
  return {
    first: meet ? withClash(plans.first, first, asClash(second, titles.second, plans.second)) : plans.first,
    second: meet ? withClash(plans.second, second, asClash(first, titles.first, plans.first)) : plans.second,
    refusal: sameEvent(first, second) ?? plans.first.refusal ?? plans.second.refusal,
  };
}

function sameEvent(first: EventLife, second: EventLife): Refusal | null {
  if (first.id !== second.id) return null;
  return invalid(`${eventCode(first)} cannot swap with itself.`, { otherEventId: "Choose another event." });
}

interface Clash {
  readonly event: ClashingEvent;
  readonly managerId: string | null;
  readonly locationId: string;
}

function asClash(event: EventLife, title: string, { window }: ReschedulePlan): Clash {
  const { id, number, managerId } = event;
  const { startsAt, endsAt } = window;
  return { event: { id, number, title, startsAt, endsAt }, managerId, locationId: event.location.id };
}

/** They share a moment afterwards: that matters where they share a manager or a venue. */
function withClash(plan: ReschedulePlan, event: EventLife, other: Clash): ReschedulePlan {
  const sharesManager = event.managerId !== null && event.managerId === other.managerId;
  const sharesVenue = event.location.id === other.locationId;
  return {
    ...plan,
    managerClashes: sharesManager ? [...plan.managerClashes, other.event] : plan.managerClashes,
    venueClashes: sharesVenue ? [...plan.venueClashes, other.event] : plan.venueClashes,
  };
}
