import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { ViewCommand } from "@/modules/operations/commands";
import type { ViewState } from "@/modules/operations/personal-data";

/** Every look is on record (security.md S-54), unless there is nothing personal to see. */
export function decideView(
  { reason }: ViewCommand,
  { factId, fields, count }: ViewState,
  _outside: undefined,
  context: DecisionContext,
): readonly Fact[] {
  if (fields.length === 0 || count === 0) return [];
  return [
    fact("LOG_PERSONAL_DATA_VIEWED", {
      factId: factId ?? undefined,
      fields,
      count,
      reason,
      viewedBy: actorId(context.actor),
      viewedAt: context.now,
    }),
  ];
}
