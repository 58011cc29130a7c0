import type { DecisionContext } from "@/commands/decider";
import type { Fact } from "@/domain-events/catalog/fact";
import type { CustodyCommand } from "./commands";
import type { CustodyOutside, KitCustody } from "./custody";
import { decideCheckOut, decideExpectReturn } from "./decide/check-out";
import { decideHandOver, decideSwap } from "./decide/hand-over";
import { decideFollowDamage, decideReportIssue, decideResolveIssue } from "./decide/issues";
import { decidePrepare } from "./decide/prepare";
import { decideReturn } from "./decide/return";

/** The rules of kits from packing to return (domain.md rules 38 to 45). */
export function decideCustody(
  command: CustodyCommand,
  state: KitCustody,
  outside: CustodyOutside,
  context: DecisionContext,
): readonly Fact[] {
  switch (command.type) {
    case "prepare":
      return decidePrepare(command, state, context);
    case "checkOut":
      return decideCheckOut(command, state, context);
    case "handOver":
      return decideHandOver(command, state, context);
    case "swap":
      return decideSwap(command, state, context);
    case "expectReturn":
      return decideExpectReturn(command, state, context);
    case "return":
      return decideReturn(command, state, outside, context);
    case "reportIssue":
      return decideReportIssue(command, state, outside, context);
    case "resolveIssue":
      return decideResolveIssue(command, state, context);
    case "followDamage":
      return decideFollowDamage(command, state, outside, context);
    default:
      return neverCommand(command);
  }
}

function neverCommand(command: never): never {
  throw new Error(`unknown kit command ${JSON.stringify(command)}`);
}
