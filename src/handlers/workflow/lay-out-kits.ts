import type { SystemActor } from "@/commands/actor";
import { runCommand } from "@/commands/run-command";
import type { Database } from "@/db/database";
import { layOutKitsInput } from "@/modules/kits/inputs/needs";
import { activitiesToLayOut, kitNeedsThatFollow } from "@/modules/kits/module";
import { eachInTurn } from "./each-in-turn";

const actor: SystemActor = { kind: "system", handler: "workflow" };

/**
 * Lays out the kits of activities that were there before needs were; resolves to how many were looked at. Once all
 * are laid out there is nothing to do. One that fails keeps no other from its turn; then this throws.
 */
export async function layOutKits(database: Database): Promise<number> {
  const due = await activitiesToLayOut(database);
  const layOut = ({ activityId, factId }: (typeof due)[number]) => {
    const command = { type: "layOutKits", ...layOutKitsInput.parse({ activityId }) } as const;
    const cause = { eventId: factId, depth: 0, source: "workflow.lay-out-instances", step: "lay-out-kits" };
    return runCommand(database, kitNeedsThatFollow, command, { actor, cause });
  };
  return eachInTurn(due, layOut, "activities got no kits");
}
