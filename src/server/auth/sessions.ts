import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { sessionAgeColumns as ages } from "./session-ages";

/** One of a person's sessions, as "My account" shows it. */
export interface OwnSession {
  readonly id: string;
  readonly signedInAt: Date;
  /** To the minute. */
  readonly lastUsedAt: Date;
  /** An IPv4 address, or the /64 of an IPv6 address; null when it was not known. */
  readonly address: string | null;
  /** The browser's own description, at most 300 characters. */
  readonly userAgent: string | null;
}

/** The person's sessions that are still good, the last used first. */
export async function listSessions(database: Queryable, personId: string): Promise<OwnSession[]> {
  return database.query<OwnSession>(sql`
    SELECT s.id, s.created_at AS "signedInAt", s.last_used_at AS "lastUsedAt",
           nullif(s.ip_address, '') AS address, nullif(s.user_agent, '') AS "userAgent"
      FROM auth_session s
      JOIN person p ON p.id = s.user_id AND p.active
      JOIN unnest(${ages.roles}::text[], ${ages.idle}::integer[], ${ages.absolute}::integer[])
        AS age (role, idle, absolute) ON age.role = p.role
     WHERE s.user_id = ${personId}::uuid
       AND s.last_used_at > now() - make_interval(secs => age.idle)
       AND s.created_at > now() - make_interval(secs => age.absolute)
     ORDER BY s.last_used_at DESC, s.id DESC`);
}

/** Ends one session of this person; false when there is no such session of theirs. */
export async function endSession(database: Queryable, personId: string, sessionId: string): Promise<boolean> {
  const ended = await database.execute(sql`
    DELETE FROM auth_session WHERE user_id = ${personId}::uuid AND id = ${sessionId}::uuid`);
  return ended > 0;
}

/** Ends all sessions of this person but one; resolves to how many. */
export async function endOtherSessions(
  database: Queryable,
  personId: string,
  keptSessionId: string,
): Promise<number> {
  return database.execute(sql`
    DELETE FROM auth_session WHERE user_id = ${personId}::uuid AND id <> ${keptSessionId}::uuid`);
}

/** Ends every session of this person: after deactivation, a change of role or client, or of the e-mail (S-30). */
export async function endAllSessions(database: Queryable, personId: string): Promise<number> {
  return database.execute(sql`DELETE FROM auth_session WHERE user_id = ${personId}::uuid`);
}

/** Ends the session with this token, if there still is one. */
export async function endSessionOfToken(database: Queryable, token: string): Promise<void> {
  await database.execute(sql`DELETE FROM auth_session WHERE token = ${token}`);
}

/** Removes sessions that no audience's age would let in any more; at most 1,000 a call. */
export async function removeExpiredSessions(database: Queryable): Promise<number> {
  return database.execute(sql`
    DELETE FROM auth_session
     WHERE id IN (SELECT id FROM auth_session WHERE expires_at < now() LIMIT 1000)`);
}
