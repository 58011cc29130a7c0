import "server-only";
import type { DecisionContext } from "@/commands/decider";
import { conflict } from "@/commands/errors";
import { attachPhotos } from "@/commands/photos/rows";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import { type Activities, type Activity, activityOf } from "@/modules/activities/activity";
import type { ActivityCommand } from "@/modules/activities/commands";

/** Adds the new activities and changes the others, each in one statement whatever their number. */
export async function save(
  tx: Tx,
  change: {
    readonly before: Activities;
    readonly after: Activities;
    readonly command: ActivityCommand;
    readonly context: DecisionContext;
  },
): Promise<void> {
  const { before, after, command, context } = change;
  const old = new Map(before.activities.map((activity) => [activity.id, activity]));
  const added = after.activities.filter((activity) => !old.has(activity.id));
  const changed = after.activities.filter((activity) => {
    const known = old.get(activity.id);
    return known !== undefined && known !== activity;
  });
  if (added.length > 0) await insertActivities(tx, after.bookingId, added, context.now);
  if (changed.length > 0) await updateActivities(tx, changed, context.now);
  if ("photoIds" in command) {
    const { id, eventId } = activityOf(after, command.activityId);
    await attachPhotos(tx, command.photoIds, { subject: "activity", recordId: id, eventId, at: context.now });
  }
}

async function insertActivities(
  tx: Tx,
  bookingId: string,
  activities: readonly Activity[],
  now: string,
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO activity (id, event_id, booking_id, plan_index, activity_type, description, duration,
      required_kit_template_ids, required_staff_roles, status, version, created_at, updated_at)
    SELECT a.id, a."eventId", ${bookingId}, a."planIndex", a."activityType", a.description, a.duration,
      a."requiredKitTemplateIds", a."requiredStaffRoles", a.status, a.version, ${now}, ${now}
    FROM jsonb_to_recordset(${JSON.stringify(activities)}::jsonb) AS a (id uuid, "eventId" uuid,
      "planIndex" integer, "activityType" text, description text, duration integer,
      "requiredKitTemplateIds" uuid[], "requiredStaffRoles" text[], status text, version integer)`);
}

/** The version in the condition turns a lost lock into a conflict instead of an overwritten row. */
async function updateActivities(tx: Tx, activities: readonly Activity[], now: string): Promise<void> {
  const updated = await tx.execute(sql`
    UPDATE activity t
    SET status = a.status, started_at = a."startedAt", completed_at = a."completedAt", outcomes = a.outcomes,
      cancelled_reason = a."cancelledReason", version = a.version, updated_at = ${now}
    FROM jsonb_to_recordset(${JSON.stringify(activities)}::jsonb) AS a (id uuid, status text,
      "startedAt" timestamptz, "completedAt" timestamptz, outcomes jsonb, "cancelledReason" text, version integer)
    WHERE t.id = a.id AND t.version = a.version - 1`);
  if (updated !== activities.length) {
    throw conflict("An activity was changed by somebody else just now. Reload it.");
  }
}
