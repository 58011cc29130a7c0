import "server-only";
import type { PersonActor } from "@/commands/actor";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { windowsOverlap } from "@/values/time-window";
import { type ShiftView, type ShiftViewRow, shiftViewColumns, shiftViewTables, toShiftView } from "./views";

export interface MyAssignments {
  /** Unanswered, by deadline. */
  readonly offers: readonly ShiftView[];
  /** Agreed and not over, by start: the first is the next. */
  readonly upcoming: readonly ShiftView[];
  /** What is behind, the latest first; 50 at most. */
  readonly past: readonly ShiftView[];
  /** The database's clock. */
  readonly now: string;
}

/** More than anybody could answer or work. */
const OPEN_MAX = 200;
const PAST_MAX = 50;

/** The shifts of the reader, whoever they are; two statements. What was only planned nobody has told them yet. */
export async function myAssignments(db: Queryable, actor: PersonActor): Promise<MyAssignments> {
  const [open, past] = await Promise.all([
    db.query<ShiftViewRow & { read_at: Date }>(sql`
      SELECT ${shiftViewColumns}, now() AS read_at FROM ${shiftViewTables}
      WHERE a.user_id = ${actor.id} AND a.ends_at > now() AND a.status IN ('offered', 'accepted', 'checked_in')
      ORDER BY a.starts_at, a.id LIMIT ${OPEN_MAX}`),
    db.query<ShiftViewRow>(sql`
      SELECT ${shiftViewColumns} FROM ${shiftViewTables}
      WHERE a.user_id = ${actor.id} AND (a.status IN ('checked_out', 'no_show', 'expired', 'withdrawn', 'rejected')
        OR (a.ends_at <= now() AND a.status IN ('accepted', 'checked_in'))) AND a.offered_at IS NOT NULL
      ORDER BY a.starts_at DESC, a.id LIMIT ${PAST_MAX}`),
  ]);
  const views = open.map((row) => toShiftView(row, "agent"));
  const offers = views.filter(({ status }) => status === "offered");
  return {
    offers: offers.sort((one, other) => deadlineOf(one).localeCompare(deadlineOf(other))),
    upcoming: views.filter(({ status }) => status !== "offered"),
    past: past.map((row) => toShiftView(row, "agent")),
    now: (open[0]?.read_at ?? (await readNow(db))).toISOString(),
  };
}

function deadlineOf({ responseDeadline, startsAt }: ShiftView): string {
  return responseDeadline ?? startsAt;
}

async function readNow(db: Queryable): Promise<Date> {
  const [row] = await db.query<{ now: Date }>(sql`SELECT now() AS now`);
  if (!row) throw new Error("the database returned no clock");
  return row.now;
}

/** One date of an offer, with what it would mean for the reader's other shifts. */
export interface OfferedShift extends ShiftView {
  /** Their agreed shifts at that time: this one cannot be taken. */
  readonly clashes: readonly OtherShift[];
  /** Their other offers that end when this one is taken (domain.md rule 23). */
  readonly takesBack: readonly OtherShift[];
}

export interface OtherShift {
  readonly id: string;
  readonly title: string;
  readonly role: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
}

export interface Assignment {
  readonly person: { readonly id: string; readonly name: string };
  /** One, or all dates that were offered with it, by start. */
  readonly shifts: readonly OfferedShift[];
  readonly now: string;
}

/**
 * One shift with those that were offered in one breath: for the person whose it is, and for whoever runs its event,
 * who sees it as the person does. Everybody else gets the `NOT_FOUND` of one that does not exist.
 */
export async function assignmentById(
  db: Queryable,
  actor: PersonActor,
  assignmentId: string,
): Promise<Assignment> {
  const reader = actor.role === "admin" || actor.role === "manager" ? "agency" : "agent";
  const mayRead = sql`(a.user_id = ${actor.id} OR ${actor.role === "admin"}::boolean
    OR (${actor.role === "manager"}::boolean AND e.manager_id = ${actor.id}))`;
  const rows = await db.query<ShiftViewRow & { person_name: string; read_at: Date }>(sql`
    SELECT ${shiftViewColumns}, p.name AS person_name, now() AS read_at
    FROM ${shiftViewTables} JOIN person p ON p.id = a.user_id
    WHERE (a.id = ${assignmentId} OR (a.offer_group, a.user_id) =
        (SELECT o.offer_group, o.user_id FROM staff_assignment o WHERE o.id = ${assignmentId}))
      AND ${mayRead} AND (a.status <> 'created' OR ${reader === "agency"}::boolean)
    ORDER BY a.starts_at, a.id LIMIT ${OPEN_MAX}`);
  const asked = rows.find(({ id }) => id === assignmentId);
  if (!asked) throw notFound("shift");
  const others = await readOthers(db, asked.user_id);
  return {
    person: { id: asked.user_id, name: asked.person_name },
    shifts: rows.map((row) => withOthers(toShiftView(row, reader), others)),
    now: asked.read_at.toISOString(),
  };
}

type Other = OtherShift & { readonly eventId: string; readonly status: string };

async function readOthers(db: Queryable, userId: string): Promise<readonly Other[]> {
  const rows = await db.query<ShiftViewRow>(sql`
    SELECT ${shiftViewColumns} FROM ${shiftViewTables}
    WHERE a.user_id = ${userId} AND a.ends_at > now() AND a.status IN ('offered', 'accepted', 'checked_in')
    ORDER BY a.starts_at, a.id LIMIT ${OPEN_MAX}`);
  return rows.map((row) => {
    const { id, eventId, status, title, role, startsAt, endsAt, timeZone } = toShiftView(row, "agent");
    return { id, eventId, status, title, role, startsAt, endsAt, timeZone };
  });
}

function withOthers(shift: ShiftView, others: readonly Other[]): OfferedShift {
  const meanwhile = others.filter(
    (other) => other.id !== shift.id && other.eventId !== shift.eventId && windowsOverlap(other, shift),
  );
  const isOpen = shift.status === "offered";
  return {
    ...shift,
    clashes: isOpen ? meanwhile.filter(({ status }) => status !== "offered").map(toOther) : [],
    takesBack: isOpen ? meanwhile.filter(({ status }) => status === "offered").map(toOther) : [],
  };
}

function toOther({ id, title, role, startsAt, endsAt, timeZone }: Other): OtherShift {
  return { id, title, role, startsAt, endsAt, timeZone };
}
