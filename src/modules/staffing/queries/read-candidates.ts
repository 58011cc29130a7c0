import "server-only";
import type { Queryable } from "@/db/database";
import { type Sql, sql } from "@/db/sql";
import { LATE_MINUTES, SHORT_NOTICE_HOURS } from "@/modules/staffing/fit/reliability";
import type {
  Candidate,
  Commitment,
  Exception,
  Paper,
  PastShift,
  Skill,
  WeeklyHours,
} from "@/modules/staffing/fit/shapes";

/** Shifts of this many days before and after count for hours and rest. */
const AROUND_DAYS = 8;
/** Older shifts weigh an eighth and less. */
const PAST_DAYS = 540;
const PAST_MAX = 100;

/** Within which a person's commitments and exceptions are read, and whose preferences. */
export interface CandidateScope {
  readonly startsAt: string;
  readonly endsAt: string;
  /** Null where preferences are read apart, since several clients are in question. */
  readonly clientId: string | null;
  readonly now: string;
}

/**
 * The people of a statement `(user_id, place)` with all that the rules of fit ask for, by place. One statement,
 * however many they are.
 */
export async function readCandidates(
  db: Queryable,
  people: Sql,
  scope: CandidateScope,
): Promise<readonly Candidate[]> {
  const rows = await db.query<CandidateRow>(sql`
    WITH wanted AS MATERIALIZED (${people})
    SELECT p.id, p.name, p.active AND p.role = 'agent' AS active, p.time_zone, f.weekly, f.home_latitude,
      f.home_longitude, f.rate::double precision AS rate, f.currency,
      (SELECT c.preference FROM client_preference c
        WHERE c.client_id = ${scope.clientId}::uuid AND c.user_id = p.id) AS preference,
      ${skills} AS skills, ${papers} AS papers, ${exceptions(scope)} AS exceptions,
      ${commitments(scope)} AS commitments, ${past(scope)} AS past
    FROM wanted w JOIN person p ON p.id = w.user_id LEFT JOIN staff_profile f ON f.user_id = p.id
    ORDER BY w.place, p.id`);
  return rows.map(toCandidate);
}

interface CandidateRow {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly time_zone: string | null;
  readonly weekly: readonly WeeklyHours[] | null;
  readonly home_latitude: number | null;
  readonly home_longitude: number | null;
  readonly rate: number | null;
  readonly currency: string | null;
  readonly preference: Candidate["preference"];
  readonly skills: readonly Skill[];
  readonly papers: readonly Paper[];
  readonly exceptions: readonly ExceptionRow[];
  readonly commitments: readonly CommitmentRow[];
  readonly past: readonly PastShift[];
}

type ExceptionRow = Omit<Exception, "hours"> & { readonly from: string | null; readonly to: string | null };
type CommitmentRow = Omit<Commitment, "position" | "code"> & {
  readonly number: number;
  readonly latitude: number | null;
  readonly longitude: number | null;
};

const skills = sql`(SELECT coalesce(json_agg(json_build_object('role', s.role, 'validFrom', s.valid_from,
    'validUntil', s.valid_until) ORDER BY s.role), '[]') FROM staff_skill s WHERE s.user_id = p.id)`;

const papers = sql`(SELECT coalesce(json_agg(json_build_object('kind', d.kind, 'validFrom', d.valid_from,
    'validUntil', d.valid_until) ORDER BY d.kind), '[]') FROM staff_paper d WHERE d.user_id = p.id)`;

/** A day more on either side: the person's calendar may be another one than the server's. */
function exceptions({ startsAt, endsAt }: CandidateScope): Sql {
  return sql`(SELECT coalesce(json_agg(json_build_object('id', x.id, 'kind', x.kind, 'fromDate', x.from_date,
      'untilDate', x.until_date, 'from', x.from_time, 'to', x.to_time, 'note', x.note) ORDER BY x.from_date, x.id), '[]')
    FROM staff_exception x WHERE x.user_id = p.id
      AND x.until_date >= (${startsAt}::timestamptz)::date - 1 AND x.from_date <= (${endsAt}::timestamptz)::date + 1)`;
}

/** What they have taken, is running or is over: all of it is work. */
function commitments({ startsAt, endsAt }: CandidateScope): Sql {
  return sql`(SELECT coalesce(json_agg(json_build_object('assignmentId', a.id, 'eventId', a.event_id,
      'number', e.number, 'title', b.title, 'startsAt', ${utc(sql`a.starts_at`)}, 'endsAt', ${utc(sql`a.ends_at`)},
      'locationId', e.location_id, 'latitude', l.latitude, 'longitude', l.longitude, 'timeZone', e.time_zone,
      'country', l.country) ORDER BY a.starts_at, a.id), '[]')
    FROM staff_assignment a JOIN event_instance e ON e.id = a.event_id
      JOIN booking b ON b.id = a.booking_id JOIN location l ON l.id = e.location_id
    WHERE a.user_id = p.id AND a.status IN ('accepted', 'checked_in', 'checked_out')
      AND a.starts_at >= ${startsAt}::timestamptz - make_interval(days => ${AROUND_DAYS})
      AND a.starts_at < ${endsAt}::timestamptz + make_interval(days => ${AROUND_DAYS}))`;
}

/** Shifts that tell something about them: they came, in time or late; they did not; they withdrew shortly before. */
function past({ now }: CandidateScope): Sql {
  return sql`(SELECT coalesce(json_agg(json_build_object('assignmentId', h.id, 'outcome', h.outcome,
      'at', ${utc(sql`h.starts_at`)})), '[]')
    FROM (
      SELECT a.id, a.starts_at, ${outcome} AS outcome FROM staff_assignment a
      WHERE a.user_id = p.id AND a.starts_at < ${now}::timestamptz
        AND a.starts_at > ${now}::timestamptz - make_interval(days => ${PAST_DAYS})
        AND (a.status IN ('checked_in', 'checked_out', 'no_show') OR (a.status = 'withdrawn'
          AND a.initiated_by = 'agent' AND a.answered_at IS NOT NULL AND a.lead_time_hours < ${SHORT_NOTICE_HOURS}))
      ORDER BY a.starts_at DESC LIMIT ${PAST_MAX}) AS h)`;
}

const outcome = sql`CASE WHEN a.status = 'withdrawn' THEN 'withdrawn' WHEN a.status = 'no_show' THEN 'no_show'
    WHEN a.checked_in_at > a.starts_at + make_interval(mins => ${LATE_MINUTES}) THEN 'late' ELSE 'kept' END`;

/** An instant in the form in which rules compare them. */
function utc(column: Sql): Sql {
  return sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

function toCandidate(row: CandidateRow): Candidate {
  const { home_latitude: latitude, home_longitude: longitude, rate, currency } = row;
  return {
    userId: row.id,
    name: row.name,
    isActive: row.active,
    timeZone: row.time_zone,
    skills: row.skills,
    papers: row.papers,
    weekly: row.weekly,
    exceptions: row.exceptions.map(toException),
    commitments: row.commitments.map(toCommitment),
    home: latitude === null || longitude === null ? null : { latitude, longitude },
    pay: rate === null || currency === null ? null : { rate, currency },
    preference: row.preference,
    past: row.past,
  };
}

function toException({ from, to, ...rest }: ExceptionRow): Exception {
  return { ...rest, hours: from === null || to === null ? null : { from, to } };
}

function toCommitment({ number, latitude, longitude, ...rest }: CommitmentRow): Commitment {
  return {
    ...rest,
    code: `EV-${number}`,
    position: latitude === null || longitude === null ? null : { latitude, longitude },
  };
}
