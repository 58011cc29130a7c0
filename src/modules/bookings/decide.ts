import type { DecisionContext } from "@/commands/decider";
import type { Fact } from "@/domain-events/catalog/fact";
import type { BookingState } from "./booking";
import type { BookingCommand } from "./commands";
import { decideApprove } from "./decide/approve";
import { decideCancel } from "./decide/cancel";
import { decideCreate, decideDuplicate, decideImport } from "./decide/draft";
import { decideRequestChanges, decideReject } from "./decide/refuse";
import { decideSubmit } from "./decide/submit";
import { decideUpdate } from "./decide/update";
import type { BookingOutside } from "./outside";

/** The rules of bookings: state and command to facts, or a refusal. */
export function decide(
  command: BookingCommand,
  state: BookingState,
  outside: BookingOutside,
  context: DecisionContext,
): readonly Fact[] {
  switch (command.type) {
    case "create":
      return decideCreate(command, state, outside, context);
    case "duplicate":
      return decideDuplicate(state, outside, context);
    case "import":
      return decideImport(command, state, outside, context);
    case "update":
      return decideUpdate(command, state, outside, context);
    case "submit":
      return decideSubmit(command, state, outside, context);
    case "approve":
      return decideApprove(command, state, outside, context);
    case "reject":
      return decideReject(command, state, outside, context);
    case "requestChanges":
      return decideRequestChanges(command, state, outside, context);
    case "cancel":
      return decideCancel(command, state, outside, context);
    default:
      return neverCommand(command);
  }
}

function neverCommand(command: never): never {
  throw new Error(`unknown booking command ${JSON.stringify(command)}`);
}
