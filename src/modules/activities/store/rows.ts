import type { Activity, EventNow, Outcomes } from "@/modules/activities/activity";
import type { ActivityStatus } from "@/modules/activities/inputs";

/** Rows as they are read; the ranges of their columns are held by check constraints, so their types are known. */

export interface ActivityRow {
  readonly id: string;
  readonly event_id: string;
  readonly plan_index: number | null;
  readonly activity_type: string;
  readonly description: string;
  readonly duration: number;
  readonly required_kit_template_ids: string[];
  readonly required_staff_roles: string[];
  readonly status: ActivityStatus;
  readonly started_at: Date | null;
  readonly completed_at: Date | null;
  readonly outcomes: Outcomes | null;
  readonly cancelled_reason: string | null;
  readonly version: number;
}

export interface EventNowRow {
  readonly id: string;
  readonly status: EventNow["status"];
  readonly manager_id: string | null;
}

export function toActivity(row: ActivityRow): Activity {
  return {
    id: row.id,
    eventId: row.event_id,
    planIndex: row.plan_index,
    activityType: row.activity_type,
    description: row.description,
    duration: row.duration,
    requiredKitTemplateIds: row.required_kit_template_ids,
    requiredStaffRoles: row.required_staff_roles,
    status: row.status,
    startedAt: row.started_at?.toISOString() ?? null,
    completedAt: row.completed_at?.toISOString() ?? null,
    outcomes: row.outcomes,
    cancelledReason: row.cancelled_reason,
    version: row.version,
  };
}

export function toEventNow(row: EventNowRow): EventNow {
  return { id: row.id, status: row.status, managerId: row.manager_id };
}
