import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { clashesOf } from "@/modules/staffing/fit/stints";
import type { AssignmentStatus } from "@/modules/staffing/inputs";
import type { BoardInput } from "@/modules/staffing/inputs/board";
import { likePattern } from "@/values/like-pattern";
import { type OpenEvent, readOpenEvents } from "./board-open";
import { during, meant, readStints, type StintRecord } from "./read-stints";

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
  /** False for those that the filter leaves out; they are shown since their person is not free then. */
  readonly isMeant: boolean;
  /** Why the person can hardly have it beside their others: each a sentence. */
  readonly conflicts: readonly string[];
}

export interface BoardPerson {
  readonly id: string;
  readonly name: string;
  readonly shifts: readonly BoardShift[];
}

export interface Board {
  /** Those who have shifts that are meant first, then by name. */
  readonly people: readonly BoardPerson[];
  readonly peopleTotal: number;
  /** People on a page. */
  readonly pageSize: number;
  /** Events with places that nobody has, by start. */
  readonly open: readonly OpenEvent[];
  readonly hasMoreOpen: boolean;
}

const PEOPLE_PER_PAGE = 30;

/** People and their shifts in a stretch of time, with the places that are open in it. Four statements. */
export async function staffingBoard(db: Queryable, input: BoardInput): Promise<Board> {
  const [people, open] = await Promise.all([
    input.onlyConflicts === true ? readClashing(db, input) : readPage(db, input),
    readOpenEvents(db, input),
  ]);
  return { ...people, ...open, pageSize: PEOPLE_PER_PAGE };
}

type PeoplePart = Pick<Board, "people" | "peopleTotal">;

/** A page of everybody, then what they do. */
async function readPage(db: Queryable, input: BoardInput): Promise<PeoplePart> {
  const { names, total } = await readPeople(db, input, null);
  const { stints } = await readStints(
    db,
    input,
    names.map(({ id }) => id),
  );
  return { people: withShifts(names, stints), peopleTotal: total };
}

/** What everybody does, then a page of those with something in its way. */
async function readClashing(db: Queryable, input: BoardInput): Promise<PeoplePart> {
  const { stints } = await readStints(db, input, null);
  const clashes = clashesOf(stints);
  const clashing = stints.filter(
    ({ assignmentId, isWithin, isMeant }) => isWithin && isMeant && clashes.has(assignmentId),
  );
  const { names, total } = await readPeople(db, input, [...new Set(clashing.map(({ userId }) => userId))]);
  return { people: withShifts(names, stints), peopleTotal: total };
}

interface NameRow {
  readonly id: string;
  readonly name: string;
}

async function readPeople(
  db: Queryable,
  input: BoardInput,
  among: readonly string[] | null,
): Promise<{ readonly names: readonly NameRow[]; readonly total: number }> {
  const { q, role, page } = input;
  const rows = await db.query<NameRow & { total: number }>(sql`
    SELECT p.id, p.name, count(*) OVER ()::integer AS total FROM person p
    LEFT JOIN (
      SELECT DISTINCT a.user_id
      FROM staff_slot s JOIN staff_assignment a ON a.slot_id = s.id AND a.event_id = s.event_id
        JOIN event_instance e ON e.id = s.event_id
      WHERE ${during(input)} AND ${meant(input)} AND e.status <> 'cancelled'
        AND a.status IN ('created', 'offered', 'accepted', 'checked_in', 'checked_out', 'no_show')
    ) busy ON busy.user_id = p.id
    WHERE p.role = 'agent' AND (p.active OR busy.user_id IS NOT NULL)
      AND (${among === null}::boolean OR p.id = ANY (${among === null ? [] : [...among]}::uuid[]))
      AND (${q === undefined}::boolean OR p.name ILIKE ${likePattern(q ?? "")})
      AND (${role === undefined}::boolean OR busy.user_id IS NOT NULL OR EXISTS (
        SELECT FROM staff_skill k WHERE k.user_id = p.id AND lower(k.role) = lower(${role ?? ""})))
    ORDER BY busy.user_id IS NULL, lower(p.name), p.id
    LIMIT ${PEOPLE_PER_PAGE} OFFSET ${(page - 1) * PEOPLE_PER_PAGE}`);
  return { names: rows.map(({ id, name }) => ({ id, name })), total: rows[0]?.total ?? 0 };
}

function withShifts(names: readonly NameRow[], stints: readonly StintRecord[]): readonly BoardPerson[] {
  const clashes = clashesOf(stints);
  const byPerson = new Map<string, BoardShift[]>(names.map(({ id }) => [id, []]));
  for (const stint of stints) {
    if (!stint.isWithin) continue;
    const against = clashes.get(stint.assignmentId) ?? [];
    byPerson.get(stint.userId)?.push(toShift(stint, [...new Set(against.map(({ sentence }) => sentence))]));
  }
  return names.map(({ id, name }) => ({ id, name, shifts: byPerson.get(id) ?? [] }));
}

function toShift(stint: StintRecord, conflicts: readonly string[]): BoardShift {
  const { slotId, eventId, number, title, role, status, startsAt, endsAt, timeZone, venueName } = stint;
  return {
    id: stint.assignmentId,
    slotId,
    eventId,
    number,
    title,
    role,
    status,
    startsAt,
    endsAt,
    timeZone,
    venueName,
    isMeant: stint.isMeant,
    conflicts,
  };
}
