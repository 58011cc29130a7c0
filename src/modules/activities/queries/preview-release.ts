import "server-only";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { ACTIVITIES_MAX, isOpen } from "@/modules/activities/activity";
import type { ActivityStatus } from "@/modules/activities/inputs";

export interface ReleasedActivity {
  readonly id: string;
  readonly activityType: string;
  readonly status: ActivityStatus;
}

/** What a cancelled event does to its activities, in the order of the plan. */
export interface ReleasePreview {
  readonly released: readonly ReleasedActivity[];
  /** Completed or called off before: their record stays as it is. */
  readonly kept: readonly ReleasedActivity[];
}

/** By the rule that lets the activities go once the event is cancelled. Throws `NOT_FOUND`. */
export async function previewRelease(db: Queryable, eventId: string): Promise<ReleasePreview> {
  const [event] = await db.query<{ id: string }>(sql`SELECT id FROM event_instance WHERE id = ${eventId}`);
  if (!event) throw notFound("event");
  const all = await db.query<ReleasedActivity>(sql`
    SELECT id, activity_type AS "activityType", status FROM activity
    WHERE event_id = ${eventId} ORDER BY plan_index, created_at, id LIMIT ${ACTIVITIES_MAX}`);
  return { released: all.filter(isOpen), kept: all.filter((activity) => !isOpen(activity)) };
}
