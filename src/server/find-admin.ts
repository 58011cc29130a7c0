import "server-only";
import type { PersonActor } from "@/commands/actor";
import { invalid } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/** An active admin, as commands on the server know them. */
export interface FoundAdmin {
  readonly name: string;
  readonly actor: PersonActor;
}

/** In whose name a program of an operator acts: `--as EMAIL`, else the first active admin. Throws `INVALID`. */
export async function findAdmin(db: Queryable, email: string | undefined): Promise<FoundAdmin> {
  const [person] = await db.query<{ id: string; name: string }>(sql`
    SELECT id, name FROM person
    WHERE active AND role = 'admin' AND (${email ?? null}::text IS NULL OR lower(email) = lower(${email ?? null}))
    ORDER BY created_at, id LIMIT 1`);
  if (person)
    return { name: person.name, actor: { kind: "person", id: person.id, role: "admin", clientId: null } };
  throw email === undefined
    ? invalid("There is no admin yet. Add one with npm run admin:create.")
    : invalid(`No active admin has the address ${email}. Give another one with --as.`);
}
