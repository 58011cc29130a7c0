import type { SystemActor } from "@/commands/actor";
import { runCommand } from "@/commands/run-command";
import type { Database } from "@/db/database";
import { checkKitNeedsInput } from "@/modules/kits/inputs/needs";
import { kitNeedsThatFollow, kitsInTheWay } from "@/modules/kits/module";
import { eachInTurn } from "./each-in-turn";

const actor: SystemActor = { kind: "system", handler: "workflow" };

/**
 * Says which next use an overdue kit puts at risk (domain.md rule 37); resolves to how many kits were looked at. One
 * that fails keeps no other from its turn; then this throws.
 */
export async function checkOverdueKits(database: Database): Promise<number> {
  const due = await kitsInTheWay(database);
  const check = ({ kitInstanceId, factId }: (typeof due)[number]) => {
    const input = checkKitNeedsInput.parse({ kitInstanceIds: [kitInstanceId] });
    const cause = { eventId: factId, depth: 0, source: "workflow.check-kit-needs", step: "overdue" };
    return runCommand(database, kitNeedsThatFollow, { type: "checkKitNeeds", ...input }, { actor, cause });
  };
  return eachInTurn(due, check, "kits were not looked at");
}
