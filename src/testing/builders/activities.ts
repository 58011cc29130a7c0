import type { Activities, Activity, EventNow, PlannedPart } from "@/modules/activities/activity";
import { manager, testId } from "./actors";
import { bookingId, planOf } from "./bookings";

export const partsPlanned: readonly PlannedPart[] = planOf().activities;

/** A running event of the manager's, unless said otherwise; its number makes its id. */
export function eventNow(index: number, change: Partial<EventNow> = {}): EventNow {
  return { id: testId(7, index), status: "in_progress", managerId: manager.id, ...change };
}

/** A planned activity of the first event that somebody added by hand. */
export function activityIn(change: Partial<Activity> = {}): Activity {
  return {
    id: testId(12, 1),
    eventId: testId(7, 1),
    planIndex: null,
    activityType: "Sampling",
    description: "Tea for passers-by",
    duration: 120,
    requiredKitTemplateIds: [],
    requiredStaffRoles: [],
    status: "planned",
    startedAt: null,
    completedAt: null,
    outcomes: null,
    cancelledReason: null,
    version: 1,
    ...change,
  };
}

/** The first event of the booking with these activities. */
export function activitiesOf(activities: readonly Activity[], change: Partial<Activities> = {}): Activities {
  return { bookingId, plan: partsPlanned, events: [eventNow(1)], activities, crewIds: [], ...change };
}
