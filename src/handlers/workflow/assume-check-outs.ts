import type { SystemActor } from "@/commands/actor";
import { runCommand } from "@/commands/run-command";
import type { Database } from "@/db/database";
import { assumeCheckOutInput } from "@/modules/staffing/inputs/attendance";
import { attendance, forgottenCheckOuts } from "@/modules/staffing/module";
import { eachInTurn } from "./each-in-turn";

const actor: SystemActor = { kind: "system", handler: "workflow" };

/**
 * Proposes the planned end for everybody who forgot to check out; resolves to how many were looked at. Whoever looks
 * next goes on where a stopped process left off, and the command looks again under its lock. One that fails keeps no
 * other from its turn; then this throws.
 */
export async function assumeCheckOuts(database: Database): Promise<number> {
  const due = await forgottenCheckOuts(database);
  const assume = (assignmentId: string) => {
    const command = { type: "assumeCheckOut", ...assumeCheckOutInput.parse({ assignmentId }) } as const;
    return runCommand(database, attendance, command, { actor });
  };
  return eachInTurn(due, assume, "check-outs were not assumed");
}
