import "server-only";
import type { PersonActor } from "@/commands/actor";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { type Sql, sql } from "@/db/sql";
import type { Availability, ProfileFields } from "@/modules/directory/inputs/profile";
import type { ClientPreference } from "@/modules/directory/profile/profile";
import { readProfile } from "@/modules/directory/store/profile";
import { likePattern } from "@/values/like-pattern";

/** A person as the desk's staff list shows them. */
export interface StaffRow {
  readonly id: string;
  readonly name: string;
  readonly isActive: boolean;
  readonly roles: readonly string[];
  readonly languages: readonly string[];
  readonly hasHome: boolean;
  readonly hasSaidWhenFree: boolean;
  readonly pay: ProfileFields["pay"];
  /** The paper that ends first, `YYYY-MM-DD`; null when none of theirs ends. */
  readonly firstPaper: { readonly kind: string; readonly validUntil: string } | null;
  /** Accepted and not over. */
  readonly upcoming: number;
}

export interface StaffListInput {
  readonly q?: string | undefined;
  readonly role?: string | undefined;
  /** Only those of whom a paper has ended or ends within the next weeks. */
  readonly papersEnding: boolean;
  readonly includeArchived: boolean;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const ENDING_DAYS = 28;
const COUNTED_MAX = 1000;

export interface StaffPage {
  readonly items: readonly StaffRow[];
  readonly nextCursor: string | null;
  readonly total: { readonly count: number; readonly more: boolean };
}

/** Brand agents by name. A page begins after the person whose id is its cursor. */
export async function listStaff(db: Queryable, input: StaffListInput): Promise<StaffPage> {
  const { cursor, limit } = input;
  const [rows, [counted]] = await Promise.all([
    db.query<StaffListRow>(sql`
      SELECT p.id, p.name, p.active, coalesce(f.languages, '{}') AS languages,
        f.home_latitude IS NOT NULL AS has_home, f.weekly IS NOT NULL AS has_weekly,
        f.rate::double precision AS rate, f.currency,
        (SELECT coalesce(json_agg(s.role ORDER BY s.role), '[]') FROM staff_skill s WHERE s.user_id = p.id) AS roles,
        d.kind, d.valid_until::text AS valid_until,
        (SELECT count(*)::integer FROM staff_assignment a
          WHERE a.user_id = p.id AND a.status IN ('accepted', 'checked_in') AND a.ends_at > now()) AS upcoming
      FROM person p LEFT JOIN staff_profile f ON f.user_id = p.id
      LEFT JOIN LATERAL (SELECT d.kind, d.valid_until FROM staff_paper d
        WHERE d.user_id = p.id AND d.valid_until IS NOT NULL ORDER BY d.valid_until, d.kind LIMIT 1) AS d ON true
      WHERE ${narrowed(input)} AND (${cursor ?? null}::uuid IS NULL
        OR (p.name, p.id) > (SELECT c.name, c.id FROM person c WHERE c.id = ${cursor ?? null}::uuid))
      ORDER BY p.name, p.id LIMIT ${limit + 1}::integer`),
    db.query<{ count: number }>(sql`
      SELECT count(*)::integer AS count
      FROM (SELECT FROM person p WHERE ${narrowed(input)} LIMIT ${COUNTED_MAX + 1}) AS counted`),
  ]);
  const items = rows.slice(0, limit).map(toStaffRow);
  const count = counted?.count ?? 0;
  return {
    items,
    nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
    total: { count: Math.min(count, COUNTED_MAX), more: count > COUNTED_MAX },
  };
}

/** Of people `p`. */
function narrowed({ q, role, papersEnding, includeArchived }: StaffListInput): Sql {
  const words = q ? likePattern(q) : null;
  return sql`p.role = 'agent' AND (${includeArchived} OR p.active)
    AND (${words}::text IS NULL OR p.name ILIKE ${words})
    AND (${role ?? null}::text IS NULL OR EXISTS (
      SELECT FROM staff_skill s WHERE s.user_id = p.id AND lower(s.role) = lower(${role ?? null})))
    AND (NOT ${papersEnding} OR EXISTS (
      SELECT FROM staff_paper d WHERE d.user_id = p.id AND d.valid_until < current_date + ${ENDING_DAYS}::integer))`;
}

interface StaffListRow {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly languages: readonly string[];
  readonly has_home: boolean;
  readonly has_weekly: boolean;
  readonly rate: number | null;
  readonly currency: string | null;
  readonly roles: readonly string[];
  readonly kind: string | null;
  readonly valid_until: string | null;
  readonly upcoming: number;
}

function toStaffRow(row: StaffListRow): StaffRow {
  const { id, name, languages, rate, currency, roles, kind, valid_until: validUntil, upcoming } = row;
  return {
    id,
    name,
    isActive: row.active,
    roles,
    languages,
    hasHome: row.has_home,
    hasSaidWhenFree: row.has_weekly,
    pay: rate === null || currency === null ? null : { rate, currency },
    firstPaper: kind === null || validUntil === null ? null : { kind, validUntil },
    upcoming,
  };
}

/** All that the desk knows of a person as staff. */
export interface StaffRecord {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly timeZone: string | null;
  readonly isActive: boolean;
  readonly isStaff: boolean;
  readonly version: number;
  readonly profile: ProfileFields;
  readonly availability: Availability;
  readonly preferences: readonly (ClientPreference & { readonly clientName: string })[];
}

/** Throws `NOT_FOUND`. */
export async function staffRecord(db: Queryable, userId: string): Promise<StaffRecord> {
  const [state, [person], clients] = await Promise.all([
    readProfile(db, userId),
    db.query<{ name: string; email: string; time_zone: string | null }>(sql`
      SELECT name, email, time_zone FROM person WHERE id = ${userId}`),
    db.query<{ id: string; name: string }>(sql`
      SELECT c.id, c.name FROM client_preference k JOIN client c ON c.id = k.client_id WHERE k.user_id = ${userId}`),
  ]);
  if (!state || !person) throw notFound("person");
  const names = new Map(clients.map(({ id, name }) => [id, name]));
  return {
    userId,
    name: person.name,
    email: person.email,
    timeZone: person.time_zone,
    isActive: state.isActive,
    isStaff: state.role === "agent",
    version: state.version,
    profile: state.profile,
    availability: state.availability,
    preferences: state.preferences.map((one) => ({ ...one, clientName: names.get(one.clientId) ?? "" })),
  };
}

/** When somebody is free, and their papers: for the person and the desk. */
export interface OwnStaffRecord extends Availability {
  readonly userId: string;
  readonly version: number;
  readonly timeZone: string | null;
  readonly papers: ProfileFields["papers"];
}

/** Of oneself; of another for the desk alone. Throws `NOT_FOUND`. */
export async function ownStaffRecord(
  db: Queryable,
  reader: PersonActor,
  userId: string = reader.id,
): Promise<OwnStaffRecord> {
  if (userId !== reader.id && reader.role !== "admin") throw notFound("person");
  const { version, timeZone, availability, profile } = await staffRecord(db, userId);
  return { userId, version, timeZone, papers: profile.papers, ...availability };
}
