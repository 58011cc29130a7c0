import type { DecisionContext } from "@/commands/decider";
import type { Fact } from "@/domain-events/catalog/fact";
import type { StaffingCommand } from "./commands";
import { decideAccept } from "./decide/accept";
import { decideReject, decideWithdraw } from "./decide/answers";
import { decideExpire, decideRelease, decideWithdrawClashing } from "./decide/following";
import { decideMove } from "./decide/move";
import { decideCreate, decideOffer } from "./decide/offers";
import { decideJoinStandby, decideSucceed } from "./decide/succeed";
import type { Staffing, StaffingOutside } from "./staffing";

/** The rules of shifts (domain.md "States" and rules 16, 17, 22 to 28). */
export function decide(
  command: StaffingCommand,
  state: Staffing,
  outside: StaffingOutside,
  context: DecisionContext,
): readonly Fact[] {
  switch (command.type) {
    case "createAssignment":
      return decideCreate(command, state, outside, context);
    case "offer":
      return decideOffer(command, state, context);
    case "accept":
      return decideAccept(command, state, outside, context);
    case "reject":
      return decideReject(command, state, context);
    case "withdraw":
      return decideWithdraw(command, state, context);
    case "joinStandby":
      return decideJoinStandby(command, state, outside, context);
    case "succeed":
      return decideSucceed(command, state, outside, context);
    case "moveShifts":
      return decideMove(state, outside, context);
    case "expire":
      return decideExpire(command, state, context);
    case "releaseStaff":
      return decideRelease(command, state, context);
    case "withdrawClashing":
      return decideWithdrawClashing(command, state, context);
    default:
      return neverCommand(command);
  }
}

function neverCommand(command: never): never {
  throw new Error(`unknown staffing command ${JSON.stringify(command)}`);
}
