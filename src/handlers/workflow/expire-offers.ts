import type { SystemActor } from "@/commands/actor";
import { runCommand } from "@/commands/run-command";
import type { Database } from "@/db/database";
import { expireInput } from "@/modules/staffing/inputs";
import { dueOffers, shiftsThatFollow } from "@/modules/staffing/module";
import { eachInTurn } from "./each-in-turn";

const actor: SystemActor = { kind: "system", handler: "workflow" };

/**
 * Ends the offers that nobody answered in time; resolves to how many were looked at. Their deadlines stand in their
 * rows, so whoever looks next goes on where a stopped process left off, and the command looks again under its lock.
 * One that fails keeps no other from its turn; then this throws.
 */
export async function expireOffers(database: Database): Promise<number> {
  const due = await dueOffers(database);
  const expire = ({ assignmentId, factId }: (typeof due)[number]) => {
    const command = { type: "expire", ...expireInput.parse({ assignmentId }) } as const;
    const cause = { eventId: factId, depth: 0, source: "workflow.expire-offers", step: "expire" };
    return runCommand(database, shiftsThatFollow, command, { actor, cause });
  };
  return eachInTurn(due, expire, "offers did not run out");
}
