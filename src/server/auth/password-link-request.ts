import * as z from "zod";
import { newId } from "@/commands/new-id";
import type { Database } from "@/db/database";
import { sql } from "@/db/sql";
import type { LinkLimit } from "@/server/limits/link-limit";
import type { SendMail } from "@/server/mail/transport";
import { answer, problem } from "./answers";
import { openPasswordLink } from "./password-links";
import { readJson } from "./read-json";

export interface PasswordLinkParts {
  readonly database: Database;
  readonly appUrl: string;
  readonly limit: LinkLimit;
  /** Null where the installation sends no mail: every address is told so, and that an admin has to help. */
  readonly sendMail: SendMail | null;
  /** Runs work once the answer is out, so that its time tells nothing. */
  readonly afterAnswer: (work: () => Promise<void>) => void;
}

const NO_MAIL =
  "This installation sends no mail, so there can be no link. Ask an admin of the agency to have mail set up.";

const inputSchema = z.object({ email: z.string().trim().toLowerCase().min(1).max(254) });

/**
 * Sends a link for a new password to an active person with this address. The answer says neither whether there
 * is one nor, by its time, what was done (S-27). 429 with Retry-After past the limits of security.md part 6; 503
 * for every address where no mail is sent.
 */
export async function handlePasswordLink(
  request: Request,
  network: string,
  parts: PasswordLinkParts,
): Promise<Response> {
  const input = inputSchema.safeParse(await readJson(request));
  if (!input.success) return problem(400, "INVALID", "Enter your e-mail address.");
  const retryAfterSeconds = await parts.limit.charge(input.data.email, network);
  if (retryAfterSeconds > 0) {
    return problem(429, "TOO_MANY_ATTEMPTS", "Too many links were asked for. Try again in an hour.", {
      "Retry-After": String(retryAfterSeconds),
    });
  }
  const { sendMail } = parts;
  if (sendMail === null) return problem(503, "NO_MAIL", NO_MAIL);
  parts.afterAnswer(() => mailLink(input.data.email, { ...parts, sendMail }));
  return answer(202, { message: "If this address has an account, a mail with a link is on its way." });
}

async function mailLink(
  email: string,
  { database, appUrl, sendMail }: PasswordLinkParts & { readonly sendMail: SendMail },
): Promise<void> {
  const [person] = await database.query<{ id: string; name: string; email: string }>(sql`
    SELECT id, name, email FROM person WHERE lower(email) = ${email} AND active`);
  if (person === undefined) return;
  const secret = await openPasswordLink(database, person.id, "reset");
  await sendMail({
    to: person.email,
    subject: "Choose a new password for Muster",
    text: [
      `Hello ${person.name},`,
      "",
      "somebody, probably you, asked for a new password. Choose it here within an hour:",
      "",
      `${appUrl}/reset#${secret}`,
      "",
      "If it was not you, there is nothing to do: your password stays as it is.",
    ].join("\n"),
    messageId: `reset.${newId()}`,
  });
}
