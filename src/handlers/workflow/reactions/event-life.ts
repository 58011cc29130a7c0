import type { DomainEvent, EventType } from "@/domain-events/catalog/catalog";
import type { Reaction } from "./reaction";

/** The facts that touch what the readiness of one event rests on (event-catalogue.md, Routing). */
export type FollowedEventType = (typeof touching)[number];

const touching = [
  "EVENT_PREPARATION_STARTED",
  "EVENT_PREPARATION_TASK_ADDED",
  "EVENT_PREPARATION_TASK_COMPLETED",
  "EVENT_PREPARATION_TASK_REOPENED",
  "EVENT_RESCHEDULED",
  "LOCATION_CONFIRMED",
  "LOCATION_CONFIRMATION_REVOKED",
] as const satisfies readonly EventType[];

const touchingTypes: ReadonlySet<string> = new Set(touching);

export function touchesReadiness(event: DomainEvent): event is DomainEvent<FollowedEventType> {
  return touchingTypes.has(event.type);
}

/** Derives the readiness of the one event that the fact names, and of no other. */
export function readinessReactions(event: DomainEvent<FollowedEventType>): readonly Reaction[] {
  return [readinessReaction(event.payload.eventId)];
}

export function readinessReaction(eventId: string): Reaction {
  return {
    step: "derive-readiness",
    source: "workflow.derive-readiness",
    wish: { type: "deriveReadiness", input: { eventId } },
  };
}
