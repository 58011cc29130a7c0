import "server-only";
import type { DecisionContext } from "@/commands/decider";
import { attachPhotos } from "@/commands/photos/rows";
import type { Tx } from "@/db/database";
import type { Fact } from "@/domain-events/catalog/fact";
import type { CustodyCommand } from "@/modules/kits/custody/commands";
import type { KitCustody } from "@/modules/kits/custody/custody";
import { kitAssignmentOf } from "@/modules/kits/kits";
import { save } from "@/modules/kits/store/save";

/** Saves kits and needs as every command about kits does, and hangs the photos of this one on its need. */
export async function saveCustody(
  tx: Tx,
  change: {
    readonly before: KitCustody;
    readonly after: KitCustody;
    readonly facts: readonly Fact[];
    readonly command: CustodyCommand;
    readonly context: DecisionContext;
  },
): Promise<void> {
  const { after, command, context } = change;
  await save(tx, change);
  if (!("photoIds" in command)) return;
  const { id: recordId, eventId } = kitAssignmentOf(after, command.kitAssignmentId);
  await attachPhotos(tx, command.photoIds, { subject: "kit", recordId, eventId, at: context.now });
}
