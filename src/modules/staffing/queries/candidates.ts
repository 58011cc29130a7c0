import "server-only";
import type { Queryable } from "@/db/database";
import { type Sql, sql } from "@/db/sql";
import { assessFit, byFit, cheapestRates } from "@/modules/staffing/fit";
import { homeKilometers } from "@/modules/staffing/fit/reasons";
import type { Candidate, Fit, Shift } from "@/modules/staffing/fit/shapes";
import { readCandidates } from "./read-candidates";
import { shiftOfSlot } from "./shift-of-slot";

export interface RankOptions {
  /** People to look at closely; those who are nearest and not engaged at that time are chosen for it. */
  readonly limit?: number;
  /** Only these, whoever they are: for asking about somebody. */
  readonly userIds?: readonly string[];
}

export interface RankedCandidate {
  readonly userId: string;
  readonly name: string;
  readonly fit: Fit;
  /** From home to the venue in a straight line; null where either is not known. */
  readonly kilometers: number | null;
  readonly pay: Candidate["pay"];
}

export interface Ranking {
  readonly shift: Shift;
  /** The moment by the database's clock at which they were ranked. */
  readonly now: string;
  /** The best first, those who cannot have it last. */
  readonly candidates: readonly RankedCandidate[];
}

const LOOKED_AT = 60;
/** Longer shifts are found by the rules alone; the choice of whom to look at does not see them. */
const SHIFT_DAYS_MAX = 2;

/**
 * Who could fill a slot, or a shift of any window, with all that speaks for and against each of them. Everybody who
 * is cleared for the role is in question, and nobody else; SQL chooses whom to look at closely, so that ten times the
 * people take hardly more time. Two statements for a slot, one for a window with its `now`.
 * Throws `NOT_FOUND` for no such slot.
 */
export async function rankCandidates(
  db: Queryable,
  target: { readonly slotId: string } | { readonly shift: Shift; readonly now: string },
  { limit = LOOKED_AT, userIds }: RankOptions = {},
): Promise<Ranking> {
  const { shift, now } = "shift" in target ? target : await shiftOfSlot(db, target.slotId);
  const people = userIds ? named(userIds) : nearest(shift, limit);
  const scope = { startsAt: shift.startsAt, endsAt: shift.endsAt, clientId: shift.clientId, now };
  const candidates = await readCandidates(db, people, scope);
  const cheapest = cheapestRates(candidates);
  const ranked = candidates.map((candidate) => ({
    userId: candidate.userId,
    name: candidate.name,
    fit: assessFit(candidate, shift, { now, cheapest }),
    kilometers: homeKilometers(candidate, shift),
    pay: candidate.pay,
  }));
  return { shift, now, candidates: ranked.sort(byFit) };
}

function named(userIds: readonly string[]): Sql {
  return sql`SELECT u.id AS user_id, 0 AS place FROM unnest(${[...userIds]}::uuid[]) AS u (id)`;
}

/**
 * The people who do the role: those who can hardly have it last, those the client likes first, then the nearest.
 * The distance is that of a flat map, good enough to choose by.
 */
function nearest(shift: Shift, limit: number): Sql {
  const { role, clientId, startsAt, endsAt, eventId, position } = shift;
  const latitude = position?.latitude ?? null;
  const longitude = position?.longitude ?? null;
  return sql`
    SELECT k.user_id, row_number() OVER (ORDER BY k.engaged, k.liked DESC, k.far, k.user_id) AS place
    FROM (
      SELECT s.user_id,
        coalesce(c.preference = 'blocked' OR s.valid_until < ${startsAt}::timestamptz::date - 1, false)
          OR EXISTS (
            SELECT FROM staff_assignment a
            WHERE a.user_id = s.user_id AND a.status IN ('accepted', 'checked_in') AND a.event_id <> ${eventId}
              AND a.starts_at > ${startsAt}::timestamptz - make_interval(days => ${SHIFT_DAYS_MAX})
              AND a.starts_at < ${endsAt} AND a.ends_at > ${startsAt}) AS engaged,
        coalesce(c.preference = 'preferred', false) AS liked,
        (f.home_latitude - ${latitude}::double precision) ^ 2 + ((f.home_longitude - ${longitude}::double precision)
          * cos(radians(${latitude}::double precision))) ^ 2 AS far
      FROM staff_skill s
      JOIN person p ON p.id = s.user_id AND p.active AND p.role = 'agent'
      LEFT JOIN staff_profile f ON f.user_id = s.user_id
      LEFT JOIN client_preference c ON c.client_id = ${clientId} AND c.user_id = s.user_id
      WHERE lower(s.role) = lower(btrim(${role}))) AS k
    ORDER BY k.engaged, k.liked DESC, k.far, k.user_id
    LIMIT ${limit}`;
}
