import "server-only";
import type { Subject } from "@/commands/decider";
import { conflict } from "@/commands/errors";
import { type Activities, type ActivitiesOutside, activityOf, elapsedMinutes, evolve } from "./activity";
import type { CommandOf } from "./commands";
import { decide } from "./decide";
import type { ActivityStatus } from "./inputs";
import { activityPolicy } from "./policy";
import { load } from "./store/load";
import { save } from "./store/save";

export interface ActivityAnswer {
  readonly activityId: string;
  readonly eventId: string;
  readonly status: ActivityStatus;
  readonly version: number;
  /** From start to completion; null until both are known. */
  readonly elapsedMinutes: number | null;
}

const shared = {
  name: "activities",
  policy: activityPolicy,
  decide,
  evolve,
  load,
  save,
  correlationId: (state: Activities) => state.bookingId,
  refusals: {
    activity_plan_key: () => conflict("These activities are being laid out by somebody else right now."),
  },
} as const;

/** Commands on one activity. */
export const activities: Subject<
  CommandOf<"start" | "complete" | "cancel" | "reportIssue">,
  Activities,
  ActivitiesOutside,
  ActivityAnswer
> = {
  ...shared,
  recordName: "activity",
  result: (state, { activityId }) => answerOf(state, activityId),
};

/** Adds an activity to an event. */
export const newActivities: Subject<
  CommandOf<"create">,
  Activities,
  ActivitiesOutside,
  ActivityAnswer | null
> = {
  ...shared,
  recordName: "event",
  result: (state) => {
    const added = state.activities.at(-1);
    return added ? answerOf(state, added.id) : null;
  },
};

/** What follows for the activities of events from facts about them. */
export const activitiesOfEvents: Subject<
  CommandOf<"layOut" | "releaseForEvent">,
  Activities,
  ActivitiesOutside,
  { readonly activities: number }
> = { ...shared, recordName: "event", result: (state) => ({ activities: state.activities.length }) };

function answerOf(state: Activities, activityId: string): ActivityAnswer {
  const activity = activityOf(state, activityId);
  return {
    activityId,
    eventId: activity.eventId,
    status: activity.status,
    version: activity.version,
    elapsedMinutes: elapsedMinutes(activity),
  };
}
