import "server-only";
import type { DecisionContext } from "@/commands/decider";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { Fact } from "@/domain-events/catalog/fact";
import type { Kits } from "@/modules/kits/kits";
import { save } from "./save";

/** Saves needs, moved parts, and which shortages have been raised and settled, so that none is said twice. */
export async function saveNeeds(
  tx: Tx,
  change: {
    readonly before: Kits;
    readonly after: Kits;
    readonly facts: readonly Fact[];
    readonly context: DecisionContext;
  },
): Promise<void> {
  await save(tx, change);
  const raised = change.facts.flatMap(({ type, payload }) =>
    type === "KIT_SHORTAGE_RAISED" ? [payload] : [],
  );
  const resolved = change.facts.flatMap(({ type, payload }) =>
    type === "KIT_SHORTAGE_RESOLVED" ? [payload.kitAssignmentId] : [],
  );
  if (raised.length > 0) {
    await tx.execute(sql`
      INSERT INTO kit_shortage_said AS t (kit_assignment_id, missing, cause, raised_at)
      SELECT r."kitAssignmentId", r.missing, r.cause, r."raisedAt"
      FROM jsonb_to_recordset(${JSON.stringify(raised)}::jsonb) AS r ("kitAssignmentId" uuid, missing jsonb,
        cause text, "raisedAt" timestamptz)
      ON CONFLICT (kit_assignment_id) DO UPDATE SET missing = excluded.missing, cause = excluded.cause,
        raised_at = excluded.raised_at, raised_by_fact = NULL, resolved_at = NULL, resolved_by_fact = NULL`);
  }
  if (resolved.length > 0) {
    await tx.execute(sql`
      UPDATE kit_shortage_said SET resolved_at = ${change.context.now}::timestamptz
      WHERE kit_assignment_id = ANY (${resolved}::uuid[]) AND resolved_at IS NULL`);
  }
}
