import { ruleViolated } from "@/commands/errors";
import type { Unit } from "@/modules/kits/kits";

/** The kit, as long as nobody has it: what is in one that is out is counted when it comes back. Throws otherwise. */
export function lyingKit(unit: Unit): Unit {
  if (unit.custody.holderId === null) return unit;
  throw ruleViolated("kit_out", `${unit.code} is out. Do this when it is back.`);
}
