import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { testId } from "@/testing/builders/actors";

const needyEvents = ["managed", "other", "foreign"] as const;
export type NeedyEventName = (typeof needyEvents)[number];
type Ids = Readonly<Record<NeedyEventName, string>>;

/** A kind of kit that nothing else of the matrix holds. */
export const neededTemplateId = testId(35, 1);

/** Of kits: one that nobody has, and one with two thermoses to lend. */
export const freeKitId = testId(31, 4);
export const lendingKitId = testId(31, 5);

const ids = (kind: number): Ids => ({
  managed: testId(kind, 1),
  other: testId(kind, 2),
  foreign: testId(kind, 3),
});

export interface KitNeedIds {
  /** Needs that no kit is bound to, one at each of these events. */
  readonly open: Ids;
  /** Needs whose kit lacks a thermos, of which there are spares. */
  readonly short: Ids;
}

/** An open need and a short one on each of these activities. */
export async function seedKitNeeds(db: Queryable, activities: Ids): Promise<KitNeedIds> {
  const [open, short, kits, thermos] = [ids(32), ids(33), ids(31), testId(34, 1)];
  await db.execute(sql`INSERT INTO kit_template (id, name) VALUES (${neededTemplateId}, 'Needed kit')`);
  await db.execute(sql`
    INSERT INTO kit_component (id, kit_template_id, name, quantity, usage, position)
    VALUES (${thermos}, ${neededTemplateId}, 'Needed thermos', 2, 'returnable', 90)`);
  await db.execute(sql`
    INSERT INTO kit_instance (id, kit_template_id, code)
    VALUES (${kits.managed}, ${neededTemplateId}, 'NEED-01'), (${kits.other}, ${neededTemplateId}, 'NEED-02'),
      (${kits.foreign}, ${neededTemplateId}, 'NEED-03'), (${freeKitId}, ${neededTemplateId}, 'NEED-04'),
      (${lendingKitId}, ${neededTemplateId}, 'NEED-05')`);
  await db.execute(sql`
    INSERT INTO kit_stock (component_id, place, kit_instance_id, quantity)
    VALUES (${thermos}, 'spares', NULL, 10), (${thermos}, 'kit', ${lendingKitId}, 2),
      (${thermos}, 'kit', ${freeKitId}, 2)`);
  for (const name of needyEvents) {
    await db.execute(sql`
      INSERT INTO kit_assignment (id, event_id, booking_id, activity_id, kit_template_id, kit_instance_id, status,
        window_start, window_end, assigned_by, assigned_at, updated_at)
      SELECT n.id, e.id, e.booking_id, a.id, ${neededTemplateId}, n.kit, 'assigned', e.starts_at - interval '1 day',
        e.ends_at + interval '1 day', 'system', now(), now()
      FROM activity a JOIN event_instance e ON e.id = a.event_id,
        (VALUES (${open[name]}::uuid, NULL::uuid), (${short[name]}::uuid, ${kits[name]}::uuid)) AS n (id, kit)
      WHERE a.id = ${activities[name]}`);
  }
  return { open, short };
}
