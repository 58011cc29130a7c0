import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { laborBlockers } from "@/modules/staffing/fit/labor";
import type { Commitment } from "@/modules/staffing/fit/shapes";
import type { AssignmentStatus } from "@/modules/staffing/inputs";
import type { BoardInput } from "@/modules/staffing/inputs/board";
import { likePattern } from "@/values/like-pattern";

/** One shift on the board. Instants are ISO 8601 UTC. */
export interface BoardShift {
  readonly id: string;
  readonly slotId: string;
  readonly eventId: string;
  readonly number: number;
  readonly title: string;
  readonly role: string;
  readonly status: AssignmentStatus;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly venueName: string;
  /** Why the person can hardly have it beside their others: each a sentence. */
  readonly conflicts: readonly string[];
}

export interface BoardPerson {
  readonly id: string;
  readonly name: string;
  readonly shifts: readonly BoardShift[];
}

/** A place that nobody has. */
export interface OpenSlot {
  readonly id: string;
  readonly eventId: string;
  readonly number: number;
  readonly title: string;
  readonly role: string;
  readonly seat: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly venueName: string;
  /** How many have an offer of it now. */
  readonly offered: number;
}

export interface Board {
  /** Those who have shifts first, then by name. */
  readonly people: readonly BoardPerson[];
  readonly hasMorePeople: boolean;
  readonly openSlots: readonly OpenSlot[];
  readonly hasMoreSlots: boolean;
  readonly coverage: { readonly needed: number; readonly filled: number };
}

const PEOPLE_MAX = 200;
const SLOTS_MAX = 200;
const SHIFTS_MAX = 2_000;

/** People and their shifts in a stretch of time, with the places that are open in it. Four statements. */
export async function staffingBoard(db: Queryable, input: BoardInput): Promise<Board> {
  const [people, openSlots, [coverage]] = await Promise.all([
    readPeople(db, input),
    readOpenSlots(db, input),
    db.query<{ needed: number; filled: number }>(sql`
      SELECT count(*)::integer AS needed, count(a.id)::integer AS filled
      FROM staff_slot s
      LEFT JOIN staff_assignment a ON a.slot_id = s.id AND a.status IN ('accepted', 'checked_in', 'checked_out')
      WHERE s.status = 'open' AND ${during(input)}`),
  ]);
  const shown = people.slice(0, PEOPLE_MAX);
  const shifts = await readShifts(
    db,
    input,
    shown.map(({ id }) => id),
  );
  return {
    people: shown.map(({ id, name }) => ({ id, name, shifts: withConflicts(shifts.get(id) ?? []) })),
    hasMorePeople: people.length > PEOPLE_MAX,
    openSlots: openSlots.slice(0, SLOTS_MAX).map(({ starts_at, ends_at, ...slot }) => ({
      ...slot,
      startsAt: starts_at.toISOString(),
      endsAt: ends_at.toISOString(),
    })),
    hasMoreSlots: openSlots.length > SLOTS_MAX,
    coverage: { needed: coverage?.needed ?? 0, filled: coverage?.filled ?? 0 },
  };
}

/** Of a slot; shifts and slots last two days at most, which lets the index on their start do the work. */
function during({ from, to }: BoardInput) {
  return sql`s.starts_at < ${to}::timestamptz AND s.ends_at > ${from}::timestamptz
    AND s.starts_at > ${from}::timestamptz - interval '60 days'`;
}

function readPeople(db: Queryable, input: BoardInput): Promise<{ id: string; name: string }[]> {
  const { q, role } = input;
  return db.query(sql`
    SELECT p.id, p.name FROM person p
    LEFT JOIN (
      SELECT DISTINCT a.user_id FROM staff_slot s JOIN staff_assignment a ON a.slot_id = s.id
      WHERE ${during(input)} AND a.status IN ('created', 'offered', 'accepted', 'checked_in', 'checked_out', 'no_show')
    ) busy ON busy.user_id = p.id
    WHERE p.role = 'agent' AND (p.active OR busy.user_id IS NOT NULL)
      AND (${q === undefined}::boolean OR p.name ILIKE ${likePattern(q ?? "")})
      AND (${role === undefined}::boolean OR EXISTS (
        SELECT FROM staff_skill k WHERE k.user_id = p.id AND lower(k.role) = lower(${role ?? ""})))
    ORDER BY busy.user_id IS NULL, lower(p.name), p.id LIMIT ${PEOPLE_MAX + 1}`);
}

type OpenSlotRow = Omit<OpenSlot, "startsAt" | "endsAt"> & {
  readonly starts_at: Date;
  readonly ends_at: Date;
};

function readOpenSlots(db: Queryable, input: BoardInput): Promise<OpenSlotRow[]> {
  return db.query<OpenSlotRow>(sql`
    SELECT s.id, s.event_id AS "eventId", e.number, b.title, s.role, s.seat, s.starts_at, s.ends_at,
      e.time_zone AS "timeZone", l.name AS "venueName",
      (SELECT count(*)::integer FROM staff_assignment o WHERE o.slot_id = s.id AND o.status = 'offered') AS offered
    FROM staff_slot s
    JOIN event_instance e ON e.id = s.event_id JOIN booking b ON b.id = e.booking_id
    JOIN location l ON l.id = e.location_id
    WHERE s.status = 'open' AND ${during(input)} AND e.status NOT IN ('completed', 'cancelled')
      AND (${input.role === undefined}::boolean OR lower(s.role) = lower(${input.role ?? ""}))
      AND NOT EXISTS (
        SELECT FROM staff_assignment f
        WHERE f.slot_id = s.id AND f.status IN ('accepted', 'checked_in', 'checked_out'))
    ORDER BY s.starts_at, e.number, s.role, s.seat, s.id LIMIT ${SLOTS_MAX + 1}`);
}

interface ShiftRow extends Omit<BoardShift, "startsAt" | "endsAt" | "conflicts"> {
  readonly user_id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly location_id: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly country: string;
}

async function readShifts(
  db: Queryable,
  input: BoardInput,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ShiftRow[]>> {
  const rows = await db.query<ShiftRow>(sql`
    SELECT a.id, a.slot_id AS "slotId", a.event_id AS "eventId", e.number, b.title, a.role, a.status, a.starts_at,
      a.ends_at, e.time_zone AS "timeZone", l.name AS "venueName", a.user_id, e.location_id, l.latitude, l.longitude,
      l.country
    FROM staff_slot s JOIN staff_assignment a ON a.slot_id = s.id
    JOIN event_instance e ON e.id = a.event_id JOIN booking b ON b.id = e.booking_id
    JOIN location l ON l.id = e.location_id
    WHERE ${during(input)} AND a.user_id = ANY (${[...userIds]}::uuid[])
      AND a.status IN ('created', 'offered', 'accepted', 'checked_in', 'checked_out', 'no_show')
    ORDER BY a.starts_at, a.id LIMIT ${SHIFTS_MAX}`);
  const byPerson = new Map<string, ShiftRow[]>();
  for (const row of rows) byPerson.set(row.user_id, [...(byPerson.get(row.user_id) ?? []), row]);
  return byPerson;
}

/** Each shift beside the others of its person, by the rules of fit: overlaps, ways, rest and hours. */
function withConflicts(rows: readonly ShiftRow[]): readonly BoardShift[] {
  return rows.map((row) => {
    const others = rows
      .filter((other) => other.eventId !== row.eventId && isBinding(other))
      .map(toCommitment);
    const stay = { ...toCommitment(row), role: row.role, clientId: "" };
    const blockers = isBinding(row) ? laborBlockers(stay, others) : [];
    return {
      id: row.id,
      slotId: row.slotId,
      eventId: row.eventId,
      number: row.number,
      title: row.title,
      role: row.role,
      status: row.status,
      startsAt: row.starts_at.toISOString(),
      endsAt: row.ends_at.toISOString(),
      timeZone: row.timeZone,
      venueName: row.venueName,
      conflicts: [...new Set(blockers.map(({ sentence }) => sentence))],
    };
  });
}

function isBinding({ status }: Pick<ShiftRow, "status">): boolean {
  return status === "created" || status === "offered" || status === "accepted" || status === "checked_in";
}

function toCommitment(row: ShiftRow): Commitment {
  const { latitude, longitude } = row;
  return {
    assignmentId: row.id,
    code: `EV-${row.number}`,
    title: row.title,
    eventId: row.eventId,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    timeZone: row.timeZone,
    locationId: row.location_id,
    position: latitude === null || longitude === null ? null : { latitude, longitude },
    country: row.country,
  };
}
