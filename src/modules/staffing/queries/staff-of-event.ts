import "server-only";
import type { PersonActor } from "@/commands/actor";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { type AssignmentAbilities, assignmentAbilities } from "@/modules/staffing/policy";
import {
  type Assignment,
  holderOf,
  type Slot,
  type StaffedEvent,
  type Staffing,
} from "@/modules/staffing/staffing";
import { readAssignments, readEvents, readSlots, readStandby } from "@/modules/staffing/store/read";

/** One person asked for a slot, as whoever runs the event sees it. */
export interface AskedPerson extends Omit<Assignment, "attendance"> {
  readonly name: string;
  readonly checkedInAt: string | null;
  readonly checkedOutAt: string | null;
  readonly noShowAt: string | null;
  readonly can: AssignmentAbilities;
}

export interface SlotView extends Slot {
  readonly activityType: string;
  /** Who has it; null while it is open. */
  readonly holderId: string | null;
  /** Everybody who was ever planned or asked, in that order. */
  readonly asked: readonly AskedPerson[];
  /** First come, first asked. */
  readonly standby: readonly { readonly userId: string; readonly name: string; readonly since: string }[];
  readonly can: { readonly createAssignment: boolean };
}

export interface StaffOfEvent {
  readonly eventId: string;
  readonly timeZone: string;
  /** Those that are wanted, and the closed ones that somebody has or had. */
  readonly slots: readonly SlotView[];
  readonly needed: number;
  readonly filled: number;
  /** Open ones for which somebody has an offer. */
  readonly offered: number;
  /** The database's clock. */
  readonly now: string;
}

/**
 * Who is asked for what at one event. For admins and the event's manager; everybody else gets the `NOT_FOUND` of an
 * event that does not exist. A constant number of statements.
 */
export async function staffOfEvent(
  db: Queryable,
  actor: PersonActor,
  eventId: string,
): Promise<StaffOfEvent> {
  const [event] = await readEvents(db, [eventId]);
  const runs = actor.role === "admin" || (actor.role === "manager" && event?.managerId === actor.id);
  if (!event || !runs) throw notFound("event");
  const [slots, assignments] = await Promise.all([
    readSlots(db, sql`s.event_id = ${eventId}`),
    readAssignments(db, sql`a.event_id = ${eventId}`),
  ]);
  const standby = await readStandby(
    db,
    slots.map(({ id }) => id),
  );
  const names = await readNames(
    db,
    eventId,
    [...assignments, ...standby].map(({ userId }) => userId),
  );
  const views = slots
    .map((slot) => toSlotView(slot, event, { slots, assignments, standby, events: [event] }, names))
    .filter(({ status, asked }) => status === "open" || asked.length > 0);
  const open = views.filter(({ status }) => status === "open");
  return {
    eventId,
    timeZone: event.timeZone,
    slots: views,
    needed: open.length,
    filled: open.filter(({ holderId }) => holderId !== null).length,
    offered: open.filter(
      ({ holderId, asked }) => holderId === null && asked.some(({ status }) => status === "offered"),
    ).length,
    now: names.now,
  };
}

interface Names {
  readonly people: ReadonlyMap<string, string>;
  readonly activities: ReadonlyMap<string, string>;
  readonly now: string;
}

async function readNames(db: Queryable, eventId: string, userIds: readonly string[]): Promise<Names> {
  const rows = await db.query<{ id: string; name: string; is_person: boolean; now: Date }>(sql`
    SELECT id, activity_type AS name, false AS is_person, now() AS now FROM activity WHERE event_id = ${eventId}
    UNION ALL
    SELECT id, name, true, now() FROM person WHERE id = ANY (${[...new Set(userIds)]}::uuid[])
    UNION ALL
    SELECT ${eventId}::uuid, '', false, now()`);
  const of = (isPerson: boolean) =>
    new Map(rows.filter((row) => row.is_person === isPerson).map(({ id, name }) => [id, name]));
  const [first] = rows;
  if (!first) throw new Error("the database returned no clock");
  return { people: of(true), activities: of(false), now: first.now.toISOString() };
}

function toSlotView(slot: Slot, event: StaffedEvent, state: Staffing, names: Names): SlotView {
  const holder = holderOf(state, slot.id);
  const isAhead = event.status !== "completed" && event.status !== "cancelled";
  const nameOf = (userId: string) => names.people.get(userId) ?? "Somebody";
  return {
    ...slot,
    activityType: names.activities.get(slot.activityId) ?? "",
    holderId: holder?.id ?? null,
    asked: state.assignments
      .filter(({ slotId }) => slotId === slot.id)
      .map(({ attendance: { checkedInAt, checkedOutAt, noShowAt }, ...assignment }) => ({
        ...assignment,
        name: nameOf(assignment.userId),
        checkedInAt,
        checkedOutAt,
        noShowAt,
        can: assignmentAbilities(assignment, event, "agency"),
      })),
    standby: state.standby
      .filter(({ slotId }) => slotId === slot.id)
      .map(({ userId, since }) => ({ userId, name: nameOf(userId), since })),
    can: { createAssignment: isAhead && slot.status === "open" && holder === null },
  };
}
