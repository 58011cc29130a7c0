import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { HoldCommand } from "@/modules/operations/commands";
import type { HoldState } from "@/modules/operations/holds";

/** Place and lift. A booking that is as it should be stays so, and nothing is recorded. */
export function decideHold(
  { type, bookingId, reason }: HoldCommand,
  { hold }: HoldState,
  _outside: undefined,
  context: DecisionContext,
): readonly Fact[] {
  const by = actorId(context.actor);
  if (type === "placeHold") {
    if (hold !== null) return [];
    return [fact("LOG_HOLD_PLACED", { bookingId, reason, placedBy: by, placedAt: context.now })];
  }
  if (hold === null) return [];
  return [fact("LOG_HOLD_LIFTED", { bookingId, reason, liftedBy: by, liftedAt: context.now })];
}
