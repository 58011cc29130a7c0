import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { sessionAgeColumns as ages, type Role } from "./session-ages";
import { sessionToken } from "./session-cookie";
import type { SignInSettings } from "./settings";

/** Who is asking, as the directory says at this moment. */
export interface SignedIn {
  readonly sessionId: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** The client whose person this is; null for the agency's own people. */
  readonly clientId: string | null;
  /** The person's own IANA zone, where they chose one. */
  readonly timeZone: string | null;
  readonly signedInAt: Date;
}

export interface SignedInOptions {
  readonly settings: SignInSettings;
  /** Another clock, for tests; the database's otherwise. */
  readonly now?: Date;
}

/**
 * The signed-in person of a request, or null: no session, one too old for the person's role (S-29), or a person
 * who is no longer active (S-7).
 *
 * One statement, so that age, role, client and active flag are of the same moment. It also notes the use, at
 * most once a minute, so that reading pages does not write a row each time.
 */
export async function signedIn(
  database: Queryable,
  headers: Headers,
  { settings, now }: SignedInOptions,
): Promise<SignedIn | null> {
  const token = sessionToken(headers, settings);
  if (token === null) return null;
  const rows = await database.query<SignedIn>(sql`
    WITH clock AS (SELECT coalesce(${now ?? null}::timestamptz, now()) AS now),
    found AS (
      SELECT s.id, s.created_at, s.last_used_at, p.id AS person_id, p.name, p.email, p.role, p.client_id,
             p.time_zone, clock.now
        FROM auth_session s
        JOIN person p ON p.id = s.user_id AND p.active
        JOIN unnest(${ages.roles}::text[], ${ages.idle}::integer[], ${ages.absolute}::integer[])
          AS age (role, idle, absolute) ON age.role = p.role
       CROSS JOIN clock
       WHERE s.token = ${token}
         AND s.last_used_at > clock.now - make_interval(secs => age.idle)
         AND s.created_at > clock.now - make_interval(secs => age.absolute)
    ),
    touched AS (
      UPDATE auth_session s
         SET last_used_at = found.now
        FROM found
       WHERE s.id = found.id AND found.last_used_at < found.now - interval '1 minute'
    )
    SELECT id AS "sessionId", person_id AS "personId", name, email, role, client_id AS "clientId",
           time_zone AS "timeZone", created_at AS "signedInAt"
      FROM found`);
  return rows[0] ?? null;
}
