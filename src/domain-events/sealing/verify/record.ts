import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { Verification } from "./verify-log";

/** Keeps what a verification found, for the seal states on screen and for the next verification. As the owner. */
export async function recordVerification(
  ownerDatabase: Queryable,
  startedAt: Date,
  { head, entries, problems }: Verification,
): Promise<void> {
  await ownerDatabase.execute(sql`
    INSERT INTO event_verification (started_at, up_to_block, entries, problems)
    VALUES (${startedAt}, ${head?.block ?? 0}, ${entries}, ${JSON.stringify(problems)}::jsonb)`);
}
