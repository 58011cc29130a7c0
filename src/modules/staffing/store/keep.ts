import "server-only";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { DomainEvent, EventType } from "@/domain-events/catalog/catalog";
import { moveEffect } from "@/modules/staffing/move";
import { isLive } from "@/modules/staffing/staffing";
import { derivedId } from "@/values/derived-id";
import { readAssignments, readCommitments, readEvents } from "./read";

/** The facts from which slots follow, and what an event's readiness rests on, whoever made them (decision 0029). */
export type KeptType = (typeof kept)[number];

const kept = [
  "ACTIVITY_CREATED",
  "ACTIVITY_CANCELLED",
  "EVENT_CANCELLED",
  "EVENT_RESCHEDULED",
  "STAFF_ASSIGNMENT_ACCEPTED",
  "STAFF_ASSIGNMENT_WITHDRAWN",
  "STAFF_NO_SHOW",
] as const satisfies readonly EventType[];

const keptTypes: ReadonlySet<string> = new Set(kept);

export function isKept(event: DomainEvent): event is DomainEvent<KeptType> {
  return keptTypes.has(event.type);
}

/** Keeps what a fact says about slots. Running it again, and out of order, changes nothing. */
export async function keepSlots(tx: Tx, event: DomainEvent<KeptType>): Promise<void> {
  switch (event.type) {
    case "ACTIVITY_CREATED":
      return event.payload.requiredStaffRoles.length === 0 ? undefined : layOut(tx, event.payload.activityId);
    case "ACTIVITY_CANCELLED":
      await tx.execute(sql`
        UPDATE staff_slot SET status = 'closed', version = version + 1
        WHERE activity_id = ${event.payload.activityId} AND status = 'open'`);
      return;
    case "EVENT_CANCELLED":
      await tx.execute(sql`
        UPDATE staff_slot SET status = 'closed', version = version + 1
        WHERE event_id = ${event.payload.eventId} AND status = 'open'`);
      return;
    case "EVENT_RESCHEDULED":
      return moveSlots(tx, event.payload.eventId);
    case "STAFF_NO_SHOW":
      await openReplacement(tx, event);
      return keepStanding(tx, event);
    case "STAFF_ASSIGNMENT_ACCEPTED":
    case "STAFF_ASSIGNMENT_WITHDRAWN":
      return keepStanding(tx, event);
    default:
      return neverType(event);
  }
}

function neverType(event: never): never {
  throw new Error(`nothing to keep of ${JSON.stringify(event)}`);
}

/** One slot for each head that the activity asks for, in its event's window; nobody is asked for what is over. */
async function layOut(tx: Tx, activityId: string): Promise<void> {
  const [activity] = await tx.query<{ roles: string[] }>(sql`
    SELECT required_staff_roles AS roles FROM activity WHERE id = ${activityId}`);
  if (!activity) return;
  await tx.execute(sql`
    INSERT INTO staff_slot (id, event_id, booking_id, activity_id, role, seat, starts_at, ends_at, status, stop_at)
    SELECT h.id, a.event_id, a.booking_id, a.id, h.role, h.seat, e.starts_at, e.ends_at,
      CASE WHEN a.status IN ('cancelled', 'completed') OR e.ends_at <= now() THEN 'closed' ELSE 'open' END, e.starts_at
    FROM activity a JOIN event_instance e ON e.id = a.event_id,
      jsonb_to_recordset(${JSON.stringify(headsOf(activityId, activity.roles))}::jsonb)
        AS h (id uuid, role text, seat integer)
    WHERE a.id = ${activityId} AND e.status NOT IN ('completed', 'cancelled')
    ON CONFLICT DO NOTHING`);
}

/** The heads of each role, counted from 1; their ids follow from that. */
function headsOf(activityId: string, roles: readonly string[]) {
  const seats = new Map<string, number>();
  return roles.map((role) => {
    const seat = (seats.get(role) ?? 0) + 1;
    seats.set(role, seat);
    return { id: derivedId(activityId, `slot:${role}:${seat}`), role, seat };
  });
}

/**
 * Slots go where their event is, and so do those people whose shift that hardly changes; the others keep the time they
 * know until they are asked again. Nobody's stop time comes nearer or further.
 */
async function moveSlots(tx: Tx, eventId: string): Promise<void> {
  const [event] = await readEvents(tx, [eventId]);
  if (!event) return;
  const live = (await readAssignments(tx, sql`a.event_id = ${eventId}`)).filter(isLive);
  const commitments = await readCommitments(tx, [...new Set(live.map(({ userId }) => userId))], event);
  const staying = live.filter((one) => moveEffect(one, event, commitments)?.kind === "stays");
  await tx.execute(sql`
    UPDATE staff_slot s
    SET starts_at = e.starts_at, ends_at = e.ends_at, stop_at = s.stop_at + (e.starts_at - s.starts_at),
      version = s.version + 1
    FROM event_instance e
    WHERE e.id = ${eventId} AND s.event_id = e.id AND s.status = 'open' AND s.replaces_assignment_id IS NULL
      AND (s.starts_at, s.ends_at) <> (e.starts_at, e.ends_at)`);
  await tx.execute(sql`
    UPDATE staff_assignment a
    SET starts_at = s.starts_at, ends_at = s.ends_at, version = a.version + 1,
      response_deadline = least(a.response_deadline, s.starts_at)
    FROM staff_slot s
    WHERE s.id = a.slot_id AND a.id = ANY (${staying.map(({ id }) => id)}::uuid[])
      AND (s.starts_at, s.ends_at) <> (a.starts_at, a.ends_at)`);
}

/** What is left of a no-show's time is a place of its own, and theirs is closed: one of the two counts (rules 27, 28). */
async function openReplacement(tx: Tx, { payload }: DomainEvent<"STAFF_NO_SHOW">): Promise<void> {
  const { assignmentId, reportedAt } = payload;
  await tx.execute(sql`
    WITH opened AS (
      INSERT INTO staff_slot (id, event_id, booking_id, activity_id, role, seat, starts_at, ends_at, status,
        replaces_assignment_id, stop_at)
      SELECT ${derivedId(assignmentId, "replacement")}, s.event_id, s.booking_id, s.activity_id, s.role, s.seat,
        greatest(s.starts_at, ${reportedAt}::timestamptz), s.ends_at, 'open', a.id, s.ends_at
      FROM staff_assignment a JOIN staff_slot s ON s.id = a.slot_id
      WHERE a.id = ${assignmentId} AND s.ends_at > ${reportedAt}::timestamptz
      ON CONFLICT DO NOTHING
      RETURNING replaces_assignment_id)
    UPDATE staff_slot s SET status = 'closed', version = s.version + 1
    FROM staff_assignment a, opened o WHERE a.id = o.replaces_assignment_id AND s.id = a.slot_id`);
}

/** The later fact wins, so that a replay of an earlier one says nothing new. Facts' ids grow with time. */
async function keepStanding(
  tx: Tx,
  event: DomainEvent<"STAFF_ASSIGNMENT_ACCEPTED" | "STAFF_ASSIGNMENT_WITHDRAWN" | "STAFF_NO_SHOW">,
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO event_staff_standing AS t (event_id, fact_id, fact_at)
    VALUES (${event.payload.eventId}, ${event.id}, ${event.timestamp}::timestamptz)
    ON CONFLICT (event_id) DO UPDATE SET fact_id = excluded.fact_id, fact_at = excluded.fact_at
    WHERE (t.fact_at, t.fact_id) < (excluded.fact_at, excluded.fact_id)`);
}
