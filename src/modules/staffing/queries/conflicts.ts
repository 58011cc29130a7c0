import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { type Conflict, type Credentials, conflictsOf } from "@/modules/staffing/conflicts";
import type { Paper, Skill } from "@/modules/staffing/fit/shapes";
import type { AssignmentStatus } from "@/modules/staffing/inputs";
import type { ConflictsInput } from "@/modules/staffing/inputs/board";
import { during, meant, readStints, type StintRecord } from "./read-stints";

/** One thing that is wrong, and whose shift has to change. Instants are ISO 8601 UTC. */
export interface ConflictView {
  readonly id: string;
  readonly kind: Conflict["kind"] | "unfilled";
  readonly sentence: string;
  readonly slotId: string;
  readonly eventId: string;
  readonly number: number;
  readonly title: string;
  readonly role: string;
  readonly seat: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly venueName: string;
  /** Null where it is about a place that nobody has. */
  readonly shift: {
    readonly assignmentId: string;
    readonly userId: string;
    readonly name: string;
    readonly status: AssignmentStatus;
    readonly responseDeadline: string | null;
  } | null;
  /** The other event of an overlap, a way or a rest. */
  readonly otherEventId: string | null;
}

export interface Conflicts {
  /** By start. */
  readonly conflicts: readonly ConflictView[];
  readonly hasMore: boolean;
}

const SHOWN_MAX = 200;

/**
 * Everything that stands in the way of the shifts of a stretch: two places at one time, ways, rest and hours, skills
 * and papers that do not hold on the day, what is not answered 48 hours before, and places with nobody left to ask.
 * Three statements, however many there are.
 */
export async function staffingConflicts(db: Queryable, input: ConflictsInput): Promise<Conflicts> {
  const [{ stints, hasMore }, unfilled] = await Promise.all([
    readStints(db, input, null),
    readUnfilled(db, input),
  ]);
  const credentials = await readCredentials(
    db,
    stints.filter(({ isAsked }) => isAsked).map(({ userId }) => userId),
  );
  const byId = new Map(stints.map((stint) => [stint.assignmentId, stint]));
  const found = conflictsOf(stints, credentials).flatMap((conflict) => {
    const stint = byId.get(conflict.assignmentId);
    return stint ? [toView(conflict, stint)] : [];
  });
  const all = [...found, ...unfilled].sort(
    (one, other) => one.startsAt.localeCompare(other.startsAt) || one.id.localeCompare(other.id),
  );
  return { conflicts: all.slice(0, SHOWN_MAX), hasMore: hasMore || all.length > SHOWN_MAX };
}

function toView({ kind, sentence, otherEventId }: Conflict, stint: StintRecord): ConflictView {
  const { assignmentId, userId, status, responseDeadline, slotId, eventId, number, title, role, seat } =
    stint;
  const { startsAt, endsAt, timeZone, venueName } = stint;
  return {
    id: `${assignmentId} ${kind} ${sentence}`,
    kind,
    sentence,
    slotId,
    eventId,
    number,
    title,
    role,
    seat,
    startsAt,
    endsAt,
    timeZone,
    venueName,
    shift: { assignmentId, userId, name: stint.personName, status, responseDeadline },
    otherEventId,
  };
}

async function readCredentials(db: Queryable, userIds: readonly string[]): Promise<Credentials> {
  const rows = await db.query<{ id: string; skills: readonly Skill[]; papers: readonly Paper[] }>(sql`
    SELECT u.id,
      (SELECT coalesce(json_agg(json_build_object('role', s.role, 'validFrom', s.valid_from, 'validUntil',
        s.valid_until)), '[]') FROM staff_skill s WHERE s.user_id = u.id) AS skills,
      (SELECT coalesce(json_agg(json_build_object('kind', d.kind, 'validFrom', d.valid_from, 'validUntil',
        d.valid_until)), '[]') FROM staff_paper d WHERE d.user_id = u.id) AS papers
    FROM unnest(${[...new Set(userIds)]}::uuid[]) AS u (id)`);
  return new Map(rows.map(({ id, skills, papers }) => [id, { skills, papers }]));
}

interface UnfilledRow
  extends Omit<ConflictView, "id" | "kind" | "sentence" | "startsAt" | "endsAt" | "shift"> {
  readonly starts_at: Date;
  readonly ends_at: Date;
  /** How many were asked before nobody was left; null while the succession goes on. */
  readonly asked: number | null;
}

/** Places that nobody has or is asked for, where nobody is left to ask or 48 hours are. */
async function readUnfilled(db: Queryable, input: ConflictsInput): Promise<readonly ConflictView[]> {
  const rows = await db.query<UnfilledRow>(sql`
    SELECT s.id AS "slotId", s.event_id AS "eventId", e.number, b.title, s.role, s.seat, s.starts_at, s.ends_at,
      e.time_zone AS "timeZone", l.name AS "venueName", f.asked, NULL AS "otherEventId"
    FROM staff_slot s
    JOIN event_instance e ON e.id = s.event_id JOIN booking b ON b.id = e.booking_id
    JOIN location l ON l.id = e.location_id
    LEFT JOIN LATERAL (
      SELECT (f.payload ->> 'asked')::integer AS asked FROM event_log f
      WHERE f.correlation_id = s.booking_id::text AND f.category = 'staff' AND f.type = 'STAFF_SLOT_UNFILLED'
        AND f.payload ->> 'slotId' = s.id::text
      ORDER BY f.position DESC LIMIT 1) f ON true
    WHERE s.status = 'open' AND s.ends_at > now() AND ${during(input)} AND ${meant(input)}
      AND e.status NOT IN ('completed', 'cancelled')
      AND NOT EXISTS (
        SELECT FROM staff_assignment a WHERE a.slot_id = s.id AND a.event_id = s.event_id
          AND a.status IN ('created', 'offered', 'accepted', 'checked_in', 'checked_out'))
      AND (f.asked IS NOT NULL OR s.starts_at <= now() + interval '48 hours')
    ORDER BY s.starts_at, s.id LIMIT ${SHOWN_MAX + 1}`);
  return rows.map(({ starts_at, ends_at, asked, ...row }) => ({
    ...row,
    id: row.slotId,
    kind: "unfilled",
    sentence: unfilledSentence(asked),
    startsAt: starts_at.toISOString(),
    endsAt: ends_at.toISOString(),
    shift: null,
  }));
}

function unfilledSentence(asked: number | null): string {
  if (asked === null) return "Nobody is asked, with less than 48 h left.";
  return asked === 0 ? "Nobody fits who could be asked." : `Nobody is left to ask: ${asked} were asked.`;
}
