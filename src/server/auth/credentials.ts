import { hashPassword, verifyPassword } from "better-auth/crypto";
import { newId } from "@/commands/new-id";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/**
 * Gives a person of the directory a password, inside the caller's transaction; name and e-mail stay the
 * directory's. Does not judge the password: whoever takes one from a person calls `passwordProblem` first.
 * A person who already has a password keeps it.
 */
export async function createCredentials(
  tx: Queryable,
  { personId, password }: { readonly personId: string; readonly password: string },
): Promise<void> {
  await createSharedCredentials(tx, [personId], password);
}

/** The same password for many people, hashed once: for demo data, where the password is printed anyway. */
export async function createSharedCredentials(
  tx: Queryable,
  personIds: readonly string[],
  password: string,
): Promise<void> {
  const hash = await hashPassword(password);
  const ids = personIds.map(() => newId());
  await tx.execute(sql`
    INSERT INTO auth_account (id, user_id, provider_id, account_id, password)
    SELECT fresh.id, fresh.person_id, 'credential', fresh.person_id::text, ${hash}
      FROM unnest(${ids}::uuid[], ${personIds}::uuid[]) AS fresh (id, person_id)
        ON CONFLICT (user_id, provider_id) DO NOTHING`);
}

/** True when this is the person's password. Takes as long for a person without one. */
export async function isPasswordOf(
  database: Queryable,
  personId: string,
  password: string,
): Promise<boolean> {
  const [account] = await database.query<{ password: string }>(sql`
    SELECT password FROM auth_account
     WHERE user_id = ${personId}::uuid AND provider_id = 'credential' AND password IS NOT NULL`);
  if (account !== undefined) return verifyPassword({ hash: account.password, password });
  await hashPassword(password);
  return false;
}

/** Sets the person's password, whether there was one or not. */
export async function setPassword(tx: Queryable, personId: string, password: string): Promise<void> {
  const hash = await hashPassword(password);
  await tx.execute(sql`
    INSERT INTO auth_account (id, user_id, provider_id, account_id, password)
    VALUES (${newId()}, ${personId}::uuid, 'credential', ${personId}, ${hash})
        ON CONFLICT (user_id, provider_id) DO UPDATE SET password = excluded.password, updated_at = now()`);
}
