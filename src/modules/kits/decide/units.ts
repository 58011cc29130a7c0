import type { DecisionContext } from "@/commands/decider";
import type { Fact } from "@/domain-events/catalog/fact";
import type { Kits } from "@/modules/kits/kits";
import type { KitUnitCommand, KitUnitOutside } from "@/modules/kits/units";
import { decideInspection, decideQuarantine } from "./condition";
import { decideMatch } from "./match-template";
import { decideMove } from "./move-components";

/** The rules of what is in a kit and of how it is (domain.md rules 38 to 44). */
export function decideUnit(
  command: KitUnitCommand,
  state: Kits,
  outside: KitUnitOutside,
  context: DecisionContext,
): readonly Fact[] {
  switch (command.type) {
    case "moveComponents":
      return decideMove(command, state, outside, context);
    case "matchTemplate":
      return decideMatch(command, state, context);
    case "inspect":
      return decideInspection(command, state, context);
    case "quarantine":
      return decideQuarantine(command, state, context);
    default:
      return neverCommand(command);
  }
}

function neverCommand(command: never): never {
  throw new Error(`unknown command ${JSON.stringify(command)}`);
}
