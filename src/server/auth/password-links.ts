import { createHash, randomBytes } from "node:crypto";
import { invalid } from "@/commands/errors";
import { newId } from "@/commands/new-id";
import type { Database, Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { setPassword } from "./credentials";
import { passwordProblem } from "./password-rules";
import { endAllSessions } from "./sessions";

/** Both lead to a page where the person chooses a password; they differ in how long they are good for. */
export type LinkPurpose = "invite" | "reset";

const HOURS: Readonly<Record<LinkPurpose, number>> = { invite: 72, reset: 1 };

/**
 * Opens a link for a person; resolves to its secret, which is in no table: only its hash is kept (S-34). An
 * earlier link for the same purpose stops working. The secret belongs in the fragment of an address, so that
 * neither a log nor a referrer sees it, and opening the page changes nothing (S-60).
 */
export async function openPasswordLink(
  tx: Queryable,
  personId: string,
  purpose: LinkPurpose,
): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  await tx.execute(sql`
    WITH earlier AS (DELETE FROM auth_verification WHERE value = ${`${purpose} ${personId}`})
    INSERT INTO auth_verification (id, identifier, value, expires_at)
    VALUES (${newId()}, ${hashOf(secret)}, ${`${purpose} ${personId}`},
            now() + make_interval(hours => ${HOURS[purpose]}::integer))`);
  return secret;
}

interface OpenLink {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
}

/**
 * Sets the password of the person whom the link was made for; resolves to the person's id. Works once: all links
 * of the person are used up, and all sessions end. A password that will not do leaves the link as it was.
 *
 * Throws a Refusal, INVALID: a link that was used, is too old or never was, or a password that will not do.
 */
export async function redeemPasswordLink(
  database: Database,
  secret: string,
  newPassword: string,
): Promise<string> {
  return database.transaction(async (tx) => {
    const [link] = await tx.query<OpenLink>(sql`
      SELECT p.id AS "personId", p.name, p.email
        FROM auth_verification v
        JOIN person p ON p.id = split_part(v.value, ' ', 2)::uuid AND p.active
       WHERE v.identifier = ${hashOf(secret)} AND v.expires_at > now()
         FOR UPDATE OF v`);
    if (link === undefined) throw invalid("This link was used already or is too old. Ask for a new one.");
    const problem = passwordProblem(newPassword, [link.name, link.email]);
    if (problem !== null) throw invalid(problem, { newPassword: problem });
    await endPasswordLinks(tx, link.personId);
    await setPassword(tx, link.personId, newPassword);
    await endAllSessions(tx, link.personId);
    return link.personId;
  });
}

/** Every open link of the person stops working: one of them was used, or the password was changed otherwise. */
export async function endPasswordLinks(tx: Queryable, personId: string): Promise<void> {
  await tx.execute(sql`
    DELETE FROM auth_verification WHERE value = ANY (${[`invite ${personId}`, `reset ${personId}`]}::text[])`);
}

function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
