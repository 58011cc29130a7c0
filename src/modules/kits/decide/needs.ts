import type { DecisionContext } from "@/commands/decider";
import type { Fact } from "@/domain-events/catalog/fact";
import type { NeedCommand } from "@/modules/kits/commands/needs";
import type { Kits } from "@/modules/kits/kits";
import type { NeedsOutside } from "@/modules/kits/needs/shapes";
import { decideAssign, decideCancelAssignment, decideLayOut } from "./needs/ask";
import { decideBind } from "./needs/bind";
import { decideCheck, decideMoveKits, decideRelease } from "./needs/following";
import { decideResolve } from "./needs/resolve";

/** The rules of which event needs which kits and gets which (domain.md rules 16, 18 and 35 to 38). */
export function decideNeeds(
  command: NeedCommand,
  state: Kits,
  outside: NeedsOutside,
  context: DecisionContext,
): readonly Fact[] {
  switch (command.type) {
    case "assign":
      return decideAssign(command, state, outside, context);
    case "bind":
      return decideBind(command, state, outside, context);
    case "cancelAssignment":
      return decideCancelAssignment(command, state, context);
    case "resolveShortage":
      return decideResolve(command, state, outside, context);
    case "layOutKits":
      return decideLayOut(command, state, outside, context);
    case "releaseKits":
      return decideRelease(command, state, outside, context);
    case "moveKits":
      return decideMoveKits(state, outside, context);
    case "checkKitNeeds":
      return decideCheck(state, outside, context);
    default:
      return neverCommand(command);
  }
}

function neverCommand(command: never): never {
  throw new Error(`unknown kit command ${JSON.stringify(command)}`);
}
