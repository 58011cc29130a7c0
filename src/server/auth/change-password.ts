import { invalid, ruleViolated } from "@/commands/errors";
import type { Database } from "@/db/database";
import { signInLimit } from "@/server/limits/sign-in-limit";
import { isPasswordOf, setPassword } from "./credentials";
import { endPasswordLinks } from "./password-links";
import { passwordProblem } from "./password-rules";
import { endOtherSessions } from "./sessions";

export interface ChangePassword {
  readonly personId: string;
  /** The session that asks; it stays, all others of the person end (S-30). */
  readonly sessionId: string;
  readonly currentPassword: string;
  readonly newPassword: string;
  /** Words that the new password must not be made of, such as the person's e-mail. */
  readonly personalWords: readonly string[];
}

/**
 * Replaces the person's password; resolves to the number of other sessions it ended.
 *
 * Throws a Refusal: INVALID with the field and the sentence, or RULE_VIOLATED `too_many_attempts`. Wrong current
 * passwords are counted like failed sign-ins, since a stolen session must not serve to guess one.
 */
export async function changePassword(database: Database, wish: ChangePassword): Promise<number> {
  const problem = passwordProblem(wish.newPassword, wish.personalWords);
  if (problem !== null) throw invalid(problem, { newPassword: problem });
  const account = `password of ${wish.personId}`;
  const attempt = await signInLimit(database).attempt(account, account);
  if (!attempt.allowed) {
    throw ruleViolated("too_many_attempts", "Too many wrong passwords. Try again later.", {
      retryAfterSeconds: attempt.retryAfterSeconds,
    });
  }
  if (!(await isPasswordOf(database, wish.personId, wish.currentPassword))) {
    await attempt.failed();
    throw invalid("This is not your current password.", {
      currentPassword: "This is not your current password.",
    });
  }
  await attempt.succeeded();
  return database.transaction(async (tx) => {
    await setPassword(tx, wish.personId, wish.newPassword);
    await endPasswordLinks(tx, wish.personId);
    return endOtherSessions(tx, wish.personId, wish.sessionId);
  });
}
