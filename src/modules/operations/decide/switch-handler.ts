import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { HandlerCommand } from "@/modules/operations/commands";
import type { HandlerState } from "@/modules/operations/handlers";

/** Pause and resume. A handler that is as it should be stays so, and nothing is recorded. */
export function decideHandler(
  { type, handler, reason }: HandlerCommand,
  { pausedAt, waiting }: HandlerState,
  _outside: undefined,
  context: DecisionContext,
): readonly Fact[] {
  const by = actorId(context.actor);
  const isPaused = pausedAt !== null;
  if (type === "pauseHandler") {
    if (isPaused) return [];
    return [fact("LOG_HANDLER_PAUSED", { handler, waiting, reason, pausedBy: by, pausedAt: context.now })];
  }
  if (!isPaused) return [];
  return [fact("LOG_HANDLER_RESUMED", { handler, waiting, reason, resumedBy: by, resumedAt: context.now })];
}
