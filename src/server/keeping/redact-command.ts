import "server-only";
import { type Redaction, redactEntry } from "@/domain-events/redaction/redact";
import { syncPersonalFields } from "@/domain-events/redaction/personal-fields";
import { ownerDatabase } from "@/server/databases";
import { isUuid } from "@/values/ids";
import type { CommandReport } from "./retention-command";

export type RedactWish = Omit<Redaction, "venue">;

/** SQLSTATEs with which `redact_event` refuses; its messages are sentences for the operator. */
const REFUSALS: ReadonlySet<unknown> = new Set(["42501", "02000", "55000", "22023"]);

/** What `npm run log:redact` does, and what it then prints. */
export async function redactCommand(wish: RedactWish): Promise<CommandReport> {
  if (!isUuid(wish.id)) return { lines: [`${wish.id} is not the id of a log entry.`], isGood: false };
  const database = ownerDatabase();
  await syncPersonalFields(database);
  try {
    const redacted = await redactEntry(database, wish);
    return { lines: [`Fields taken out of ${wish.id}: ${redacted}.`], isGood: true };
  } catch (error) {
    if (error instanceof Error && "code" in error && REFUSALS.has(error.code)) {
      return { lines: [`Nothing was changed: ${error.message}.`], isGood: false };
    }
    throw error;
  }
}
