import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { kitTemplateId } from "@/testing/builders/bookings";
import { stockOf, teaParts, unitIn } from "@/testing/builders/kits";

/** Tea kits of the matrix world, whole and at home, by what they are there for. */
export const matrixKits = {
  atHome: unitIn(1),
  other: unitIn(2),
  retired: unitIn(3, { archivedAt: "2026-11-01T12:00:00.000Z" }),
} as const;

/** The lines of the template, the kits with what is in them, and some spares. */
export async function seedKits(db: Queryable): Promise<void> {
  const units = Object.values(matrixKits);
  await db.execute(sql`
    INSERT INTO kit_component (id, kit_template_id, name, quantity, usage, critical, position)
    SELECT c.id, c."kitTemplateId", c.name, c.quantity, c.usage, c.critical, c.position
    FROM jsonb_to_recordset(${JSON.stringify(Object.values(teaParts).map((part, position) => ({ ...part, position })))}::jsonb)
      AS c (id uuid, "kitTemplateId" uuid, name text, quantity integer, usage text, critical boolean, position integer)`);
  await db.execute(sql`
    INSERT INTO kit_instance (id, kit_template_id, code, home, archived_at)
    SELECT u.id, ${kitTemplateId}::uuid, u.code, u.home, u."archivedAt"
    FROM jsonb_to_recordset(${JSON.stringify(units)}::jsonb) AS u (id uuid, code text, home text, "archivedAt" timestamptz)`);
  await db.execute(sql`
    INSERT INTO kit_custody (id, kit_instance_id, from_at, condition)
    SELECT gen_random_uuid(), id, now() - interval '1 day', 'good' FROM kit_instance`);
  const stock = [
    ...stockOf(matrixKits.atHome, { cups: 180 }),
    ...[matrixKits.other, matrixKits.retired].flatMap((unit) => stockOf(unit)),
    { componentId: teaParts.cups.id, place: "spares", kitInstanceId: null, quantity: 500 },
  ];
  await db.execute(sql`
    INSERT INTO kit_stock (component_id, place, kit_instance_id, quantity)
    SELECT s."componentId", s.place, s."kitInstanceId", s.quantity
    FROM jsonb_to_recordset(${JSON.stringify(stock)}::jsonb)
      AS s ("componentId" uuid, place text, "kitInstanceId" uuid, quantity integer)`);
}
