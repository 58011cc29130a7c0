import * as z from "zod";
import { invalid, conflict } from "@/commands/errors";
import { joinCommand } from "@/commands/run-command";
import type { Database, Tx } from "@/db/database";
import { sql } from "@/db/sql";
import { directory } from "@/modules/directory/module";
import { createCredentials } from "./credentials";
import { passwordProblem } from "./password-rules";

export interface FirstAdmin {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

const inputSchema = z.object({
  email: z
    .email({ error: "This is not an e-mail address." })
    .max(254, { error: "This address is too long." }),
  name: z
    .string()
    .trim()
    .min(1, { error: "Give the name of the person." })
    .max(200, { error: "A name has at most 200 characters." }),
});

/**
 * Adds an admin who can sign in, for an installation that has none yet (S-35); resolves to the person's id.
 *
 * Throws a Refusal: INVALID for an address, name or password that will not do, CONFLICT when somebody has this
 * address already.
 */
export async function createFirstAdmin(database: Database, wish: FirstAdmin): Promise<string> {
  const parsed = inputSchema.safeParse({ email: wish.email.trim().toLowerCase(), name: wish.name });
  if (!parsed.success) throw invalid(parsed.error.issues[0]?.message ?? "These details will not do.");
  const { email, name } = parsed.data;
  const problem = passwordProblem(wish.password, [email, name]);
  if (problem !== null) throw invalid(problem, { password: problem });
  return database.transaction(async (tx) => {
    const personId = await addPerson(tx, { name, email });
    await createCredentials(tx, { personId, password: wish.password });
    return personId;
  });
}

/** The same command as on the people screen, issued by whoever runs the script on the server. */
async function addPerson(tx: Tx, { name, email }: { name: string; email: string }): Promise<string> {
  const known = await tx.query(sql`SELECT FROM person WHERE lower(email) = ${email}`);
  if (known.length > 0)
    throw conflict(`Somebody with the address ${email} exists already; nothing was changed.`);
  const fields = { name, email, role: "admin", clientId: null, active: true, timeZone: null } as const;
  const { result } = await joinCommand(
    tx,
    directory,
    { type: "create", recordType: "person", fields },
    { actor: { kind: "system", handler: "operator" } },
  );
  if (!result) throw new Error("the person was not made");
  return result.recordId;
}
