import "server-only";
import type { Role } from "@/commands/actor";
import { notFound } from "@/commands/errors";
import type { Queryable, Tx } from "@/db/database";
import { type Sql, sql } from "@/db/sql";
import type { Availability, ProfileFields } from "@/modules/directory/inputs/profile";
import type { ClientPreference, ProfileCommand, StaffProfile } from "@/modules/directory/profile/profile";

/** Locks the person, then reads them as staff. Throws `NOT_FOUND`. */
export async function loadProfile(
  tx: Tx,
  { recordId }: ProfileCommand,
): Promise<{ readonly state: StaffProfile; readonly outside: undefined }> {
  await tx.execute(sql`SELECT FROM person WHERE id = ${recordId} FOR UPDATE`);
  const state = await readProfile(tx, recordId);
  if (!state) throw notFound("person");
  return { state, outside: undefined };
}

/** Null for nobody of that id. Exceptions that are over are left out. */
export async function readProfile(db: Queryable, userId: string): Promise<StaffProfile | null> {
  const [row] = await db.query<ProfileRow>(sql`
    SELECT p.role, p.active, coalesce(f.version, 0) AS version, coalesce(f.phone, '') AS phone,
      coalesce(f.languages, '{}') AS languages, f.home_latitude, f.home_longitude,
      f.rate::double precision AS rate, f.currency, f.weekly,
      ${listOf(
        sql`json_build_object('role', s.role, 'validFrom', s.valid_from, 'validUntil', s.valid_until)
        ORDER BY s.role`,
        sql`staff_skill s WHERE s.user_id = p.id`,
      )} AS skills,
      ${listOf(
        sql`json_build_object('kind', d.kind, 'validFrom', d.valid_from, 'validUntil', d.valid_until)
        ORDER BY d.kind`,
        sql`staff_paper d WHERE d.user_id = p.id`,
      )} AS papers,
      ${listOf(
        sql`json_build_object('kind', x.kind, 'fromDate', x.from_date, 'untilDate', x.until_date,
        'hours', CASE WHEN x.from_time IS NOT NULL THEN json_build_object('from', x.from_time, 'to', x.to_time) END,
        'note', x.note) ORDER BY x.from_date, x.until_date, x.from_time, x.id`,
        currentExceptions(sql`p.id`),
      )}
        AS exceptions,
      ${listOf(
        sql`json_build_object('clientId', c.client_id, 'preference', c.preference, 'reason', c.reason)
        ORDER BY c.client_id`,
        sql`client_preference c WHERE c.user_id = p.id`,
      )} AS preferences
    FROM person p LEFT JOIN staff_profile f ON f.user_id = p.id WHERE p.id = ${userId}`);
  return row ? toProfile(userId, row) : null;
}

interface ProfileRow {
  readonly role: Role;
  readonly active: boolean;
  readonly version: number;
  readonly phone: string;
  readonly languages: string[];
  readonly home_latitude: number | null;
  readonly home_longitude: number | null;
  readonly rate: number | null;
  readonly currency: string | null;
  readonly weekly: Availability["weekly"];
  readonly skills: ProfileFields["skills"];
  readonly papers: ProfileFields["papers"];
  readonly exceptions: Availability["exceptions"];
  readonly preferences: readonly ClientPreference[];
}

function listOf(entry: Sql, from: Sql): Sql {
  return sql`(SELECT coalesce(json_agg(${entry}), '[]') FROM ${from})`;
}

/** A day of grace: somebody's today may be the server's yesterday. */
function currentExceptions(userId: Sql): Sql {
  return sql`staff_exception x WHERE x.user_id = ${userId} AND x.until_date >= (now() AT TIME ZONE 'UTC')::date - 1`;
}

function toProfile(userId: string, row: ProfileRow): StaffProfile {
  const { home_latitude: latitude, home_longitude: longitude, rate, currency } = row;
  return {
    userId,
    role: row.role,
    isActive: row.active,
    version: row.version,
    profile: {
      phone: row.phone,
      languages: row.languages,
      home: latitude === null || longitude === null ? null : { latitude, longitude },
      pay: rate === null || currency === null ? null : { rate, currency },
      skills: row.skills,
      papers: row.papers,
    },
    availability: { weekly: row.weekly, exceptions: row.exceptions },
    preferences: row.preferences,
  };
}

export async function saveProfile(
  tx: Tx,
  { after, command }: { readonly after: StaffProfile; readonly command: ProfileCommand },
): Promise<void> {
  switch (command.type) {
    case "setProfile":
      return saveFields(tx, after);
    case "setAvailability":
      return saveAvailability(tx, after);
    case "setPreference":
      return savePreference(tx, command);
    default:
      return neverCommand(command);
  }
}

async function saveFields(tx: Tx, { userId, version, profile }: StaffProfile): Promise<void> {
  const { phone, languages, home, pay, skills, papers } = profile;
  await Promise.all([
    tx.execute(sql`
      INSERT INTO staff_profile AS f (user_id, phone, languages, home_latitude, home_longitude, rate, currency, version)
      VALUES (${userId}, ${phone}, ${languages}::text[], ${home?.latitude ?? null}, ${home?.longitude ?? null},
        ${pay?.rate ?? null}, ${pay?.currency ?? null}, ${version})
      ON CONFLICT (user_id) DO UPDATE SET phone = excluded.phone, languages = excluded.languages,
        home_latitude = excluded.home_latitude, home_longitude = excluded.home_longitude, rate = excluded.rate,
        currency = excluded.currency, version = excluded.version`),
    tx.execute(sql`DELETE FROM staff_skill WHERE user_id = ${userId}`),
    tx.execute(sql`
      INSERT INTO staff_skill (user_id, role, valid_from, valid_until)
      SELECT ${userId}, k.role, k."validFrom", k."validUntil"
      FROM jsonb_to_recordset(${JSON.stringify(skills)}::jsonb) AS k (role text, "validFrom" date, "validUntil" date)`),
    tx.execute(sql`
      DELETE FROM staff_paper WHERE user_id = ${userId} AND kind <> ALL (${papers.map(({ kind }) => kind)}::text[])`),
    tx.execute(sql`
      INSERT INTO staff_paper (user_id, kind, valid_from, valid_until)
      SELECT ${userId}, k.kind, k."validFrom", k."validUntil"
      FROM jsonb_to_recordset(${JSON.stringify(papers)}::jsonb) AS k (kind text, "validFrom" date, "validUntil" date)
      ON CONFLICT (user_id, kind) DO UPDATE SET valid_from = excluded.valid_from, valid_until = excluded.valid_until`),
  ]);
}

async function saveAvailability(tx: Tx, { userId, version, availability }: StaffProfile): Promise<void> {
  const { weekly, exceptions } = availability;
  await Promise.all([
    tx.execute(sql`
      INSERT INTO staff_profile (user_id, weekly, version)
      VALUES (${userId}, ${weekly === null ? null : JSON.stringify(weekly)}::jsonb, ${version})
      ON CONFLICT (user_id) DO UPDATE SET weekly = excluded.weekly, version = excluded.version`),
    tx.execute(sql`
      DELETE FROM staff_exception WHERE id IN (SELECT x.id FROM ${currentExceptions(sql`${userId}::uuid`)})`),
    tx.execute(sql`
      INSERT INTO staff_exception (user_id, kind, from_date, until_date, from_time, to_time, note)
      SELECT ${userId}, k.kind, k."fromDate", k."untilDate", k.hours ->> 'from', k.hours ->> 'to', k.note
      FROM jsonb_to_recordset(${JSON.stringify(exceptions)}::jsonb)
        AS k (kind text, "fromDate" date, "untilDate" date, hours jsonb, note text)`),
  ]);
}

async function savePreference(
  tx: Tx,
  { recordId, clientId, preference, reason }: Extract<ProfileCommand, { type: "setPreference" }>,
): Promise<void> {
  await tx.execute(
    preference === null
      ? sql`DELETE FROM client_preference WHERE client_id = ${clientId} AND user_id = ${recordId}`
      : sql`
        INSERT INTO client_preference (client_id, user_id, preference, reason)
        VALUES (${clientId}, ${recordId}, ${preference}, ${reason})
        ON CONFLICT (client_id, user_id) DO UPDATE SET preference = excluded.preference, reason = excluded.reason`,
  );
}

function neverCommand(command: never): never {
  throw new Error(`unknown profile command ${JSON.stringify(command)}`);
}
