import "server-only";
import { conflict } from "@/commands/errors";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { Fact } from "@/domain-events/catalog/fact";
import type { KitRecord, KitRecordState } from "@/modules/kits/records";
import { moveStock } from "./stock";

/** Saves a kit's record; a new one lies at its home from its first moment on, with what came into it. */
export async function saveRecord(
  tx: Tx,
  change: {
    readonly before: KitRecordState;
    readonly after: KitRecordState;
    readonly facts: readonly Fact[];
    readonly context: { readonly now: string };
  },
): Promise<void> {
  const { before, after, facts, context } = change;
  if (after.record === null) return;
  if (before.record === null) await insertKit(tx, after.record, context.now);
  else await updateKit(tx, before.record, after.record, context.now);
  await moveStock(
    tx,
    facts.flatMap(({ type, payload }) => (type === "KIT_COMPONENTS_MOVED" ? payload.movements : [])),
  );
}

async function insertKit(tx: Tx, { id, fields }: KitRecord, now: string): Promise<void> {
  await tx.execute(sql`
    INSERT INTO kit_instance (id, kit_template_id, code, home, notes, created_at)
    VALUES (${id}, ${fields.kitTemplateId}, ${fields.code}, ${fields.home}, ${fields.notes}, ${now})`);
  await tx.execute(sql`
    INSERT INTO kit_custody (id, kit_instance_id, from_at, condition)
    VALUES (gen_random_uuid(), ${id}, ${now}, 'good')`);
}

async function updateKit(tx: Tx, before: KitRecord, after: KitRecord, now: string): Promise<void> {
  const { code, home, notes } = after.fields;
  const updated = await tx.execute(sql`
    UPDATE kit_instance SET code = ${code}, home = ${home}, notes = ${notes}, version = ${after.version},
      archived_at = CASE WHEN ${after.isRetired}::boolean THEN coalesce(archived_at, ${now}::timestamptz) END
    WHERE id = ${after.id} AND version = ${before.version}`);
  if (updated !== 1) throw conflict("This kit was changed by somebody else just now. Reload it.");
}
