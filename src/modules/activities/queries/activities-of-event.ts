import "server-only";
import type { PersonActor } from "@/commands/actor";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { ACTIVITIES_MAX, type Activity, elapsedMinutes } from "@/modules/activities/activity";
import { type ActivityAbilities, activityAbilities, mayAddActivity } from "@/modules/activities/policy";
import { type ActivityRow, type EventNowRow, toActivity } from "@/modules/activities/store/rows";

export interface ActivityView extends Omit<Activity, "outcomes"> {
  /** From start to completion; null until both are known. */
  readonly elapsedMinutes: number | null;
  readonly outcomes: {
    readonly metrics: Readonly<Record<string, number>>;
    readonly notes: string;
    readonly photoUrls: readonly string[];
  } | null;
  readonly can: ActivityAbilities;
}

export interface ActivitiesOfEvent {
  readonly eventId: string;
  readonly items: readonly ActivityView[];
  /** What the kits that they ask for are called. */
  readonly kits: readonly { readonly id: string; readonly name: string }[];
  readonly can: { readonly create: boolean };
}

/**
 * The activities of one event in the order of the plan, then as they were added. For admins and the event's
 * manager; everybody else gets the `NOT_FOUND` of an event that does not exist.
 */
export async function activitiesOfEvent(
  db: Queryable,
  actor: PersonActor,
  eventId: string,
): Promise<ActivitiesOfEvent> {
  const [event] = await db.query<EventNowRow>(sql`
    SELECT id, status, manager_id FROM event_instance
    WHERE id = ${eventId}
      AND (${actor.role === "admin"} OR (${actor.role === "manager"} AND manager_id = ${actor.id}))`);
  if (!event) throw notFound("event");
  const rows = await db.query<ActivityRow>(sql`
    SELECT id, event_id, plan_index, activity_type, description, duration,
      required_kit_template_ids::text[] AS required_kit_template_ids, required_staff_roles, status, started_at,
      completed_at, outcomes, cancelled_reason, version
    FROM activity WHERE event_id = ${eventId} ORDER BY plan_index, created_at, id LIMIT ${ACTIVITIES_MAX}`);
  const kitIds = rows.flatMap((row) => row.required_kit_template_ids);
  const kits = await db.query<{ id: string; name: string }>(sql`
    SELECT id, name FROM kit_template WHERE id = ANY (${kitIds}::uuid[]) ORDER BY id`);
  return {
    eventId,
    items: rows.map((row) => toView(toActivity(row), event)),
    kits,
    can: { create: mayAddActivity(event) && rows.length < ACTIVITIES_MAX },
  };
}

function toView({ outcomes, ...activity }: Activity, event: EventNowRow): ActivityView {
  return {
    ...activity,
    elapsedMinutes: elapsedMinutes(activity),
    outcomes: outcomes && {
      metrics: outcomes.metrics,
      notes: outcomes.notes,
      photoUrls: outcomes.photoIds.map((id) => `/photos/${id}`),
    },
    can: activityAbilities(activity, event),
  };
}
