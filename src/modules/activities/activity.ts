import type { PhotoNow } from "@/commands/photos/usable";
import type { Fact } from "@/domain-events/catalog/fact";
import type { PayloadOf } from "@/domain-events/catalog/catalog";
import { instantMs } from "@/values/civil";
import type { ActivityCommand } from "./commands";
import type { ActivityStatus } from "./inputs";
import { plannedActivities } from "./planned";

/** The activities of one event: its plan has 20 at most, and people add some; a screen shows no more. */
export const ACTIVITIES_MAX = 200;

/** What the activities of events are. Instants are ISO 8601 UTC with milliseconds. */

export interface Outcomes {
  readonly metrics: Readonly<Record<string, number>>;
  readonly notes: string;
  readonly photoIds: readonly string[];
}

export interface Activity {
  readonly id: string;
  readonly eventId: string;
  /** The place in the booking's plan; null for one that a person added. */
  readonly planIndex: number | null;
  readonly activityType: string;
  readonly description: string;
  /** Planned, in minutes. */
  readonly duration: number;
  /** One entry per kit and per head. */
  readonly requiredKitTemplateIds: readonly string[];
  readonly requiredStaffRoles: readonly string[];
  readonly status: ActivityStatus;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
  readonly outcomes: Outcomes | null;
  readonly cancelledReason: string | null;
  /** 1 from the start, raised by every change. */
  readonly version: number;
}

/** An event as the rules of its activities see it; its row belongs to another subject and is only read. */
export interface EventNow {
  readonly id: string;
  readonly status:
    | "scheduled"
    | "assigned"
    | "preparing"
    | "ready"
    | "in_progress"
    | "completed"
    | "cancelled";
  readonly managerId: string | null;
}

/** One activity of the booking's plan. */
export interface PlannedPart {
  readonly type: string;
  readonly description: string;
  readonly durationMinutes: number;
  readonly roles: readonly { readonly role: string; readonly headcount: number }[];
  readonly kits: readonly { readonly kitTemplateId: string; readonly quantity: number }[];
}

/** Some events of one booking with all their activities: what one command decides about. */
export interface Activities {
  readonly bookingId: string;
  readonly plan: readonly PlannedPart[];
  readonly events: readonly EventNow[];
  readonly activities: readonly Activity[];
  /** Who has or had a shift of the activity that a report names. */
  readonly crewIds: readonly string[];
}

/** What `load` brings besides the state. */
export interface ActivitiesOutside {
  /** Those of the kit templates a `create` names that are there to be asked for. */
  readonly kitTemplateIds: readonly string[];
  /** Those of the named photos that there are. */
  readonly photos: readonly PhotoNow[];
  /** Who is checked in for the activity that a `start` names. */
  readonly staffIds: readonly string[];
  /** The kits that are out for it. */
  readonly kitIds: readonly string[];
}

/** The activity that a command names. Throws when `load` did not bring it, which no caller can cause. */
export function activityOf(state: Activities, activityId: string): Activity {
  const activity = state.activities.find(({ id }) => id === activityId);
  if (!activity) throw new Error("the activity was not loaded");
  return activity;
}

/** True until it is completed or called off: what a cancelled event lets go of. */
export function isOpen({ status }: Pick<Activity, "status">): boolean {
  return status === "planned" || status === "in_progress";
}

/** Minutes from start to completion, to the tenth; null until both are known. */
export function elapsedMinutes({ startedAt, completedAt }: Pick<Activity, "startedAt" | "completedAt">) {
  if (startedAt === null || completedAt === null) return null;
  return Math.round((instantMs(completedAt) - instantMs(startedAt)) / 6_000) / 10;
}

interface Origin {
  readonly command: ActivityCommand;
}

/** The next state after one fact of an activity; facts of other subjects leave it as it is. */
export function evolve(state: Activities, fact: Fact, { command }: Origin): Activities {
  switch (fact.type) {
    case "ACTIVITY_CREATED":
      return { ...state, activities: [...state.activities, created(state, fact.payload)] };
    case "ACTIVITY_STARTED":
      return changed(state, fact.payload.activityId, {
        status: "in_progress",
        startedAt: fact.payload.startedAt,
      });
    case "ACTIVITY_COMPLETED":
      return changed(state, fact.payload.activityId, {
        status: "completed",
        completedAt: fact.payload.completedAt,
        outcomes: {
          metrics: fact.payload.outcomes.metrics,
          notes: fact.payload.outcomes.notes,
          photoIds: command.type === "complete" ? command.photoIds : [],
        },
      });
    case "ACTIVITY_CANCELLED":
      return changed(state, fact.payload.activityId, {
        status: "cancelled",
        cancelledReason: fact.payload.reason,
      });
    default:
      return state;
  }
}

/** The fact's lists are bounded by the contract, so what is asked for in full comes from the plan. */
function created(state: Activities, payload: PayloadOf<"ACTIVITY_CREATED">): Activity {
  const planned = plannedActivities(state, payload.eventId).find(({ id }) => id === payload.activityId);
  return {
    id: payload.activityId,
    eventId: payload.eventId,
    planIndex: planned?.planIndex ?? null,
    activityType: payload.activityType,
    description: payload.description,
    duration: planned?.duration ?? payload.duration,
    requiredKitTemplateIds: planned?.requiredKitTemplateIds ?? payload.requiredKitTemplateIds,
    requiredStaffRoles: planned?.requiredStaffRoles ?? payload.requiredStaffRoles,
    status: "planned",
    startedAt: null,
    completedAt: null,
    outcomes: null,
    cancelledReason: null,
    version: 1,
  };
}

function changed(state: Activities, activityId: string, to: Partial<Activity>): Activities {
  const activities = state.activities.map((activity) =>
    activity.id === activityId ? { ...activity, ...to, version: activity.version + 1 } : activity,
  );
  return { ...state, activities };
}
