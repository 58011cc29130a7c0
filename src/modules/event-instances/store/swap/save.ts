import "server-only";
import type { DecisionContext } from "@/commands/decider";
import type { Tx } from "@/db/database";
import { saveLife } from "@/modules/event-instances/store/life/save";
import type { EventPair } from "@/modules/event-instances/swap/swap";

/** Writes both events. */
export async function saveSwap(
  tx: Tx,
  change: { readonly before: EventPair; readonly after: EventPair; readonly context: DecisionContext },
): Promise<void> {
  const { before, after, context } = change;
  await Promise.all([
    saveLife(tx, { before: before.first, after: after.first, context }),
    saveLife(tx, { before: before.second, after: after.second, context }),
  ]);
}
