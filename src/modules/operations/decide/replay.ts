import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { invalid } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { ReplayCommand } from "@/modules/operations/commands";
import type { ReplayState } from "@/modules/operations/replays";
import { instantMs } from "@/values/civil";
import { toIsoInstant } from "@/values/venue-time";

/** One step of a replay; the fact names what this step covers. A step that finds nothing records nothing. */
export function decideReplay(
  { handler, from, to, after, sideEffects, reason }: ReplayCommand,
  { facts, next }: ReplayState,
  _outside: undefined,
  context: DecisionContext,
): readonly Fact[] {
  if (instantMs(to) <= instantMs(from))
    throw invalid("The range ends before it begins.", { to: "Choose an end after the start." });
  if (facts.length === 0) return [];
  return [
    fact("LOG_REPLAYED", {
      handler,
      from: toIsoInstant(after?.recordedAt ?? from),
      to: toIsoInstant(next?.recordedAt ?? to),
      count: facts.length,
      sideEffects,
      reason,
      replayedBy: actorId(context.actor),
      replayedAt: context.now,
    }),
  ];
}
