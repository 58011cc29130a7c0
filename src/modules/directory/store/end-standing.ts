import "server-only";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import { recordFields } from "@/modules/directory/inputs";
import type { DirectoryRecord } from "@/modules/directory/record";

/**
 * What ends when a person changes (security.md part 6, S-30): whoever loses a right, or signs in by another address,
 * signs in anew everywhere; a link that was mailed to the old address opens nothing; and what they were told in
 * another role or for another client is not theirs to read any more, nor to be mailed.
 */
export async function endStanding(tx: Tx, before: DirectoryRecord, after: DirectoryRecord): Promise<void> {
  const old = recordFields.person.parse(before.fields);
  const now = recordFields.person.parse(after.fields);
  const isMoved = old.role !== now.role || old.clientId !== now.clientId;
  const isReached = old.active === now.active && old.email === now.email;
  await Promise.all([
    isMoved || !isReached ? endSessions(tx, after.id) : null,
    isReached
      ? null
      : tx.execute(sql`
      DELETE FROM auth_verification WHERE value = ANY (${[`invite ${after.id}`, `reset ${after.id}`]}::text[])`),
    // Mails that have not left go with their messages.
    isMoved ? tx.execute(sql`DELETE FROM notification WHERE recipient_id = ${after.id}::uuid`) : null,
  ]);
}

export async function endSessions(tx: Tx, personId: string): Promise<void> {
  await tx.execute(sql`DELETE FROM auth_session WHERE user_id = ${personId}::uuid`);
}
