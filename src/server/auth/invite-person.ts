import { newId } from "@/commands/new-id";
import { ruleViolated } from "@/commands/errors";
import type { Database } from "@/db/database";
import { sql } from "@/db/sql";
import { directory } from "@/modules/directory/module";
import { command } from "@/server/commands";
import { inviteLimit } from "@/server/limits/link-limit";
import { log } from "@/server/log";
import type { SendMail } from "@/server/mail/transport";
import type { SignedInContext } from "@/server/procedures";
import { openPasswordLink } from "./password-links";

export interface Invitation {
  readonly recordId: string;
  readonly idempotencyKey?: string | undefined;
}

export interface InvitationParts {
  /** Null where the installation sends no mail. */
  readonly sendMail: SendMail | null;
  readonly appUrl: string;
}

/**
 * Records the invitation of an active person, then mails them a link to choose a password (S-34); a later one ends
 * the earlier. `mailed` is false when the mail server did not take it, so that it can be sent again, and null for
 * a repeated key, which sends nothing.
 *
 * Throws `NOT_FOUND`; RULE_VIOLATED `archived`, `no_mail` or `too_many_attempts` (30 an hour per admin).
 */
export async function invitePerson(
  ctx: SignedInContext,
  { recordId, idempotencyKey }: Invitation,
  { sendMail, appUrl }: InvitationParts,
) {
  if (!sendMail) {
    throw ruleViolated(
      "no_mail",
      "This installation sends no mail yet. Its operator has to set that up first.",
    );
  }
  const retryAfterSeconds = await inviteLimit(ctx.database).charge(ctx.actor.id);
  if (retryAfterSeconds > 0) {
    throw ruleViolated("too_many_attempts", "Too many invitations at once. Try again later.", {
      retryAfterSeconds,
    });
  }
  const wish = { type: "invite", recordType: "person", recordId } as const;
  const answer = await command(ctx, directory, wish, idempotencyKey);
  if (answer.repeated) return { ...answer, mailed: null };
  const mailed = await mailInvitation(ctx.database, recordId, { sendMail, appUrl }).catch(
    (error: unknown) => {
      log().error({ err: error, requestId: ctx.requestId }, "an invitation could not be mailed");
      return false;
    },
  );
  return { ...answer, mailed };
}

async function mailInvitation(
  database: Database,
  personId: string,
  { sendMail, appUrl }: { readonly sendMail: SendMail; readonly appUrl: string },
): Promise<boolean> {
  const [person] = await database.query<{ name: string; email: string }>(sql`
    SELECT name, email FROM person WHERE id = ${personId} AND active`);
  if (person === undefined) return false;
  const secret = await openPasswordLink(database, personId, "invite");
  await sendMail({
    to: person.email,
    subject: "Your account in Muster",
    text: [
      `Hello ${person.name},`,
      "",
      "you have an account in Muster. Choose your password here within three days:",
      "",
      `${appUrl}/invite#${secret}`,
      "",
      "If the link is too old, ask for a new one on the sign-in page.",
    ].join("\n"),
    messageId: `invite.${newId()}`,
  });
  return true;
}
