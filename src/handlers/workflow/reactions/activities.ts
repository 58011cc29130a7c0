import type { DomainEvent } from "@/domain-events/catalog/catalog";
import type { Reaction } from "./reaction";

/** The facts of event instances from which something follows for their activities. */
export type LaidOutType = "EVENT_INSTANCES_GENERATED" | "EVENT_CANCELLED";

/**
 * New events get the activities of their booking's plan, all in one command; a cancelled event lets go of those
 * that are not completed (event-catalogue.md, Routing).
 */
export function activityReactions(event: DomainEvent<LaidOutType>): readonly Reaction[] {
  switch (event.type) {
    case "EVENT_INSTANCES_GENERATED": {
      const { bookingId, eventIds } = event.payload;
      return [
        {
          step: "lay-out",
          source: "workflow.lay-out-instances",
          wish: { type: "layOut", input: { bookingId, eventIds } },
        },
      ];
    }
    case "EVENT_CANCELLED": {
      const { eventId, reason } = event.payload;
      return [
        {
          step: "release-activities",
          source: "workflow.release-commitments",
          wish: { type: "releaseForEvent", input: { eventId, reason } },
        },
      ];
    }
    default:
      return neverType(event);
  }
}

function neverType(event: never): never {
  throw new Error(`no reaction to ${JSON.stringify(event)}`);
}
