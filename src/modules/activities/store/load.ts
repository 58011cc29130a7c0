import "server-only";
import { notFound } from "@/commands/errors";
import { lockPhotos } from "@/commands/photos/rows";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { Activities, ActivitiesOutside, PlannedPart } from "@/modules/activities/activity";
import type { ActivityCommand } from "@/modules/activities/commands";
import { type ActivityRow, type EventNowRow, toActivity, toEventNow } from "./rows";

/**
 * Holds the events against changes of their state, then locks their activities, so that two commands about one
 * event come one after the other. The locks are statements of their own: a single one would see the rows as they
 * were before it had to wait. Constant in statements, whatever the number of events.
 */
export async function load(
  tx: Tx,
  command: ActivityCommand,
): Promise<{ readonly state: Activities; readonly outside: ActivitiesOutside }> {
  const { bookingId, eventIds } = await scopeOf(tx, command);
  const ids = sql`${[...eventIds]}::uuid[]`;
  await tx.execute(sql`
    SELECT FROM event_instance WHERE id = ANY (${ids}) AND booking_id = ${bookingId} ORDER BY id FOR UPDATE`);
  const [events, activities, plan] = [
    await tx.query<EventNowRow>(sql`
      SELECT id, status, manager_id FROM event_instance
      WHERE id = ANY (${ids}) AND booking_id = ${bookingId} ORDER BY starts_at, id`),
    await tx.query<ActivityRow>(sql`
      SELECT id, event_id, plan_index, activity_type, description, duration,
        required_kit_template_ids::text[] AS required_kit_template_ids, required_staff_roles, status, started_at,
        completed_at, outcomes, cancelled_reason, version
      FROM activity WHERE event_id = ANY (${ids}) ORDER BY created_at, plan_index, id`),
    command.type === "layOut" ? await readPlan(tx, bookingId) : [],
  ];
  return {
    state: {
      bookingId,
      plan,
      events: events.map(toEventNow),
      activities: activities.map(toActivity),
      crewIds: command.type === "reportIssue" ? await readCrew(tx, command.activityId) : [],
    },
    outside: {
      kitTemplateIds: command.type === "create" ? await readKits(tx, command.requiredKitTemplateIds) : [],
      photos: "photoIds" in command ? await lockPhotos(tx, command.photoIds) : [],
      staffIds: command.type === "start" ? await readStaff(tx, command.activityId) : [],
      kitIds: command.type === "start" ? await readKitsInUse(tx, command.activityId) : [],
    },
  };
}

interface Scope {
  readonly bookingId: string;
  readonly eventIds: readonly string[];
}

/** Throws `NOT_FOUND` for an event or an activity that is not there. */
async function scopeOf(tx: Tx, command: ActivityCommand): Promise<Scope> {
  switch (command.type) {
    case "layOut":
      return command;
    case "releaseForEvent":
    case "create": {
      const [event] = await tx.query<{ booking_id: string }>(sql`
        SELECT booking_id FROM event_instance WHERE id = ${command.eventId}`);
      if (!event) throw notFound("event");
      return { bookingId: event.booking_id, eventIds: [command.eventId] };
    }
    case "start":
    case "complete":
    case "cancel":
    case "reportIssue": {
      const [activity] = await tx.query<{ booking_id: string; event_id: string }>(sql`
        SELECT booking_id, event_id FROM activity WHERE id = ${command.activityId}`);
      if (!activity) throw notFound("activity");
      return { bookingId: activity.booking_id, eventIds: [activity.event_id] };
    }
    default:
      return neverCommand(command);
  }
}

function neverCommand(command: never): never {
  throw new Error(`unknown activity command ${JSON.stringify(command)}`);
}

/** The plan's shape is held by the booking's own input schema. */
async function readPlan(tx: Tx, bookingId: string): Promise<readonly PlannedPart[]> {
  const [row] = await tx.query<{ parts: readonly PlannedPart[] }>(sql`
    SELECT plan -> 'activities' AS parts FROM booking WHERE id = ${bookingId}`);
  if (!row) throw notFound("booking");
  return row.parts;
}

async function readKits(tx: Tx, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.query<{ id: string }>(sql`
    SELECT id FROM kit_template WHERE id = ANY (${[...ids]}::uuid[]) AND archived_at IS NULL`);
  return rows.map(({ id }) => id);
}

/** Whoever has or had a shift of it; their rows belong to another subject and are only read. */
async function readCrew(tx: Tx, activityId: string): Promise<readonly string[]> {
  const rows = await tx.query<{ user_id: string }>(sql`
    SELECT DISTINCT user_id FROM staff_assignment
    WHERE event_id = (SELECT event_id FROM activity WHERE id = ${activityId}) AND activity_id = ${activityId}
      AND status IN ('accepted', 'checked_in', 'checked_out')`);
  return rows.map(({ user_id }) => user_id);
}

/** Their rows belong to another subject and are only read. */
async function readStaff(tx: Tx, activityId: string): Promise<readonly string[]> {
  const rows = await tx.query<{ user_id: string }>(sql`
    SELECT DISTINCT user_id FROM staff_assignment
    WHERE event_id = (SELECT event_id FROM activity WHERE id = ${activityId}) AND activity_id = ${activityId}
      AND status = 'checked_in'
    ORDER BY user_id`);
  return rows.map(({ user_id }) => user_id);
}

/** Their rows belong to another subject and are only read. */
async function readKitsInUse(tx: Tx, activityId: string): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(sql`
    SELECT kit_instance_id AS id FROM kit_assignment
    WHERE activity_id = ${activityId} AND status IN ('checked_out', 'partly_returned')
    ORDER BY kit_instance_id`);
  return rows.map(({ id }) => id);
}
