import type { DomainEvent, EventType } from "@/domain-events/catalog/catalog";
import { readinessReaction } from "./event-life";
import type { KitNeedWish, Reaction } from "./reaction";

/** The facts of kits from which something follows for whoever needs them next. */
export type FollowedKitType = (typeof followed)[number];

const followed = [
  "KIT_ASSIGNED_TO_ACTIVITY",
  "KIT_ASSIGNMENT_CANCELLED",
  "KIT_PREPARED",
  "KIT_CHECKED_OUT",
  "KIT_RETURNED",
  "KIT_ISSUE_REPORTED",
  "KIT_ISSUE_RESOLVED",
  "KIT_INSPECTED",
  "KIT_SWAPPED",
  "KIT_RETURN_EXPECTED",
  "KIT_COMPONENTS_MOVED",
  "KIT_QUARANTINED",
  "KIT_SHORTAGE_RAISED",
  "KIT_SHORTAGE_RESOLVED",
] as const satisfies readonly EventType[];

const followedTypes: ReadonlySet<string> = new Set(followed);

export function isKit(event: DomainEvent): event is DomainEvent<FollowedKitType> {
  return followedTypes.has(event.type);
}

/**
 * What a fact of a kit means to its coming uses (event-catalogue.md, Routing): they are looked at again, and then the
 * readiness of the event that the fact is about. What that look finds is said by facts of its own.
 */
export function kitReactions(event: DomainEvent<FollowedKitType>): readonly Reaction[] {
  switch (event.type) {
    case "KIT_ASSIGNED_TO_ACTIVITY": {
      const { kitAssignmentId, kitInstanceId, assignedBy, eventId } = event.payload;
      // What the plan of a booking lays out is bound to no kit, at an event whose preparation has not begun.
      if (assignedBy === "system" && kitInstanceId === undefined && isFromPlan(event)) return [];
      return [check({ kitAssignmentIds: [kitAssignmentId] }), readinessReaction(eventId)];
    }
    case "KIT_ASSIGNMENT_CANCELLED":
      return [
        check({ kitAssignmentIds: [event.payload.kitAssignmentId] }),
        readinessReaction(event.payload.eventId),
      ];
    case "KIT_PREPARED":
    case "KIT_CHECKED_OUT":
      return [
        check({ kitInstanceIds: [event.payload.kitInstanceId] }),
        readinessReaction(event.payload.eventId),
      ];
    case "KIT_SHORTAGE_RAISED":
    case "KIT_SHORTAGE_RESOLVED":
      return [readinessReaction(event.payload.eventId)];
    case "KIT_SWAPPED": {
      const { kitInstanceId, replacementInstanceId } = event.payload;
      return [check({ kitInstanceIds: [kitInstanceId, replacementInstanceId] })];
    }
    case "KIT_COMPONENTS_MOVED": {
      const { kitTemplateId, movements } = event.payload;
      const kits = movements.flatMap((one) => [one.fromKitInstanceId, one.toKitInstanceId]);
      const kitInstanceIds = [...new Set(kits.filter((id) => id !== undefined))];
      return [check({ kitInstanceIds, kitTemplateId })];
    }
    case "KIT_RETURNED":
    case "KIT_ISSUE_REPORTED":
    case "KIT_ISSUE_RESOLVED":
    case "KIT_INSPECTED":
    case "KIT_RETURN_EXPECTED":
    case "KIT_QUARANTINED":
      return [check({ kitInstanceIds: [event.payload.kitInstanceId] })];
    default:
      return neverType(event);
  }
}

function isFromPlan({ source }: DomainEvent): boolean {
  return source === "workflow.lay-out-instances";
}

/** The facts of events and activities that reach the kits that are meant for them. */
export type ReachingKitsType =
  | "ACTIVITY_CREATED"
  | "ACTIVITY_CANCELLED"
  | "EVENT_CANCELLED"
  | "EVENT_RESCHEDULED";

/**
 * What an activity asks for is laid out; what is called off lets go of its kits, what moves takes them along or loses
 * them. `hasKits` says whether the event has any.
 */
export function kitsReached(event: DomainEvent<ReachingKitsType>, hasKits: boolean): readonly Reaction[] {
  switch (event.type) {
    case "ACTIVITY_CREATED": {
      const { activityId, requiredKitTemplateIds } = event.payload;
      if (requiredKitTemplateIds.length === 0) return [];
      const wish = { type: "layOutKits", input: { activityId } } as const;
      return [{ step: "lay-out-kits", source: "workflow.lay-out-instances", wish }];
    }
    case "ACTIVITY_CANCELLED":
    case "EVENT_CANCELLED": {
      const { eventId, reason } = event.payload;
      const wish = { type: "releaseKits", input: { eventId, reason } } as const;
      return hasKits ? [{ step: "release-kits", source: "workflow.release-commitments", wish }] : [];
    }
    case "EVENT_RESCHEDULED": {
      const wish = { type: "moveKits", input: { eventId: event.payload.eventId } } as const;
      return hasKits ? [{ step: "move-kits", source: "workflow.move-kits", wish }] : [];
    }
    default:
      return neverType(event);
  }
}

function neverType(event: never): never {
  throw new Error(`no reaction to ${JSON.stringify(event)}`);
}

function check(input: Extract<KitNeedWish, { type: "checkKitNeeds" }>["input"]): Reaction {
  return {
    step: "check-kit-needs",
    source: "workflow.check-kit-needs",
    wish: { type: "checkKitNeeds", input },
  };
}
