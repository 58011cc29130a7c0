import "server-only";
import type { Role } from "@/commands/actor";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { sessionAgeColumns as ages } from "@/server/auth/session-ages";

/** Whose stream it is, as it was authorized. */
export interface LiveReader {
  readonly sessionId: string;
  readonly personId: string;
  readonly role: Role;
  readonly clientId: string | null;
}

/**
 * True while the session is good and the person still active, in the same role and with the same client (S-8).
 * Unlike a request it does not count as use: an open tab must not keep a session alive.
 */
export async function isStillIn(db: Queryable, reader: LiveReader): Promise<boolean> {
  const rows = await db.query(sql`
    SELECT FROM auth_session s
      JOIN person p ON p.id = s.user_id AND p.active
      JOIN unnest(${ages.roles}::text[], ${ages.idle}::integer[], ${ages.absolute}::integer[])
        AS age (role, idle, absolute) ON age.role = p.role
     WHERE s.id = ${reader.sessionId}::uuid AND s.user_id = ${reader.personId}::uuid
       AND p.role = ${reader.role} AND p.client_id IS NOT DISTINCT FROM ${reader.clientId}::uuid
       AND s.last_used_at > now() - make_interval(secs => age.idle)
       AND s.created_at > now() - make_interval(secs => age.absolute)`);
  return rows.length > 0;
}
