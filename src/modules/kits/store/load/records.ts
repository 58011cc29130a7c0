import "server-only";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import { kitFields } from "@/modules/kits/inputs/records";
import type { KitRecord, KitRecordCommand, KitRecordOutside, KitRecordState } from "@/modules/kits/records";
import { lockKits } from "@/modules/kits/store/locks";
import { readComponents } from "@/modules/kits/store/read";

const nothing: KitRecordOutside = { template: null, holderName: null, boundFor: null };

/** Locks the kit; a new one needs its template as it is now. */
export async function loadRecord(
  tx: Tx,
  command: KitRecordCommand,
): Promise<{ readonly state: KitRecordState; readonly outside: KitRecordOutside }> {
  if (command.type === "create") {
    const template = await readTemplate(tx, command.fields.kitTemplateId);
    return { state: { record: null }, outside: { ...nothing, template } };
  }
  await lockKits(tx, { unitIds: [command.recordId] });
  const record = await readRecord(tx, command.recordId);
  const outside = command.type === "archive" ? await readTies(tx, command.recordId) : {};
  return { state: { record }, outside: { ...nothing, ...outside } };
}

async function readTemplate(tx: Tx, templateId: string): Promise<KitRecordOutside["template"]> {
  const [row] = await tx.query<{ archived: boolean }>(sql`
    SELECT archived_at IS NOT NULL AS archived FROM kit_template WHERE id = ${templateId} FOR SHARE`);
  if (!row) return null;
  return { isArchived: row.archived, components: await readComponents(tx, [templateId]) };
}

async function readRecord(tx: Tx, id: string): Promise<KitRecord | null> {
  const [row] = await tx.query<{
    version: number;
    retired: boolean;
    kitTemplateId: string;
    code: string;
    home: string;
    notes: string;
  }>(sql`
    SELECT version, archived_at IS NOT NULL AS retired, kit_template_id AS "kitTemplateId", code, home, notes
    FROM kit_instance WHERE id = ${id}`);
  if (!row) return null;
  const { version, retired, ...fields } = row;
  return { id, version, isRetired: retired, fields: kitFields.parse(fields) };
}

/** Who has the kit, and the first event that it is bound for. */
async function readTies(tx: Tx, id: string): Promise<Pick<KitRecordOutside, "holderName" | "boundFor">> {
  const [row] = await tx.query<{ holderName: string | null; boundFor: number | null }>(sql`
    SELECT
      (SELECT p.name FROM kit_custody c JOIN person p ON p.id = c.holder_id
        WHERE c.kit_instance_id = ${id} AND c.until_at IS NULL) AS "holderName",
      (SELECT e.number FROM kit_assignment a JOIN event_instance e ON e.id = a.event_id
        WHERE a.kit_instance_id = ${id} AND a.status NOT IN ('returned', 'cancelled')
        ORDER BY a.window_start LIMIT 1) AS "boundFor"`);
  return row ?? { holderName: null, boundFor: null };
}
