import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { testId } from "@/testing/builders/actors";
import { people } from "./actors";
import { type StaffedEventName, spareAgentId } from "./staffing-rows";

const eventNames = ["managed", "other", "foreign"] as const satisfies readonly StaffedEventName[];
const stages = ["assigned", "prepared", "checked_out"] as const;
type Stage = (typeof stages)[number];

type Ids = Readonly<Record<StaffedEventName, string>>;

const ids = (kind: number): Ids => ({
  managed: testId(kind, 1),
  other: testId(kind, 2),
  foreign: testId(kind, 3),
});

export interface KitsInHand {
  /** Of each event a need in each of these stages, with a kit of its own. */
  readonly needs: Readonly<Record<Stage, Ids>>;
  /** A problem with the kit that is out. */
  readonly issues: Ids;
  readonly componentId: string;
  /** At home, and bound to nothing. */
  readonly spareKitId: string;
}

/** A kind of its own, so that no other probe counts these kits. */
const kitTemplateId = testId(41, 9);
const componentId = testId(41, 1);
const spareKitId = testId(42, 99);

/** Kits of these activities; those of the managed event are out with its manager. */
export async function seedKitsInHand(db: Queryable, activities: Ids): Promise<KitsInHand> {
  const needs = { assigned: ids(43), prepared: ids(44), checked_out: ids(45) };
  const issues = ids(46);
  await db.execute(sql`INSERT INTO kit_template (id, name) VALUES (${kitTemplateId}, 'Kit in hand')`);
  await db.execute(sql`
    INSERT INTO kit_component (id, kit_template_id, name, quantity, usage, position)
    VALUES (${componentId}, ${kitTemplateId}, 'Thermos', 2, 'returnable', 90)`);
  await addKit(db, spareKitId, "SPARE-99");
  for (const [place, name] of eventNames.entries()) {
    const holderId = name === "managed" ? people.manager.id : spareAgentId;
    for (const [step, stage] of stages.entries()) {
      const kitId = testId(42, 10 * place + step + 1);
      await addKit(db, kitId, `MATRIX-${place}${step}`);
      await addNeed(db, { id: needs[stage][name], kitId, stage, activityId: activities[name] });
      if (stage === "checked_out") await giveTo(db, { kitId, needId: needs[stage][name], holderId });
    }
    await db.execute(sql`
      INSERT INTO event_issue (id, event_id, subject, activity_id, kit_assignment_id, kit_instance_id, issue_type,
        severity, description, status, reported_by, reported_at)
      SELECT ${issues[name]}, event_id, 'kit', activity_id, id, kit_instance_id, 'damaged', 'low', 'A dent.', 'reported',
        'system', now()
      FROM kit_assignment WHERE id = ${needs.checked_out[name]}`);
  }
  return { needs, issues, componentId, spareKitId };
}

async function addKit(db: Queryable, id: string, code: string): Promise<void> {
  await db.execute(sql`
    INSERT INTO kit_instance (id, kit_template_id, code, created_at)
    VALUES (${id}, ${kitTemplateId}, ${code}, now() - interval '9 days')`);
  await db.execute(sql`
    INSERT INTO kit_custody (id, kit_instance_id, from_at, condition)
    VALUES (gen_random_uuid(), ${id}, now() - interval '9 days', 'good')`);
  await db.execute(sql`
    INSERT INTO kit_stock (component_id, place, kit_instance_id, quantity) VALUES (${componentId}, 'kit', ${id}, 2)`);
}

interface Need {
  readonly id: string;
  readonly kitId: string;
  readonly activityId: string;
  readonly stage: Stage;
}

async function addNeed(db: Queryable, { id, kitId, activityId, stage }: Need): Promise<void> {
  const lines = JSON.stringify([{ componentId, name: "Thermos", quantity: 2, condition: "good" }]);
  const isPacked = stage !== "assigned";
  const isOut = stage === "checked_out";
  await db.execute(sql`
    INSERT INTO kit_assignment (id, event_id, booking_id, activity_id, kit_template_id, kit_instance_id, status,
      window_start, window_end, assigned_by, assigned_at, prepared, prepared_by, prepared_at, checked_out_at,
      checked_out_by, expected_return, updated_at)
    SELECT ${id}, e.id, e.booking_id, a.id, ${kitTemplateId}, ${kitId}, ${stage}, e.starts_at - interval '1 day',
      e.ends_at + interval '1 day', 'system', now(), CASE WHEN ${isPacked} THEN ${lines}::jsonb END,
      CASE WHEN ${isPacked} THEN 'system' END, CASE WHEN ${isPacked} THEN now() END,
      CASE WHEN ${isOut} THEN now() END, CASE WHEN ${isOut} THEN 'system' END,
      CASE WHEN ${isOut} THEN e.ends_at END, now()
    FROM activity a JOIN event_instance e ON e.id = a.event_id WHERE a.id = ${activityId}`);
}

async function giveTo(
  db: Queryable,
  { kitId, needId, holderId }: { readonly kitId: string; readonly needId: string; readonly holderId: string },
): Promise<void> {
  await db.execute(sql`
    UPDATE kit_custody SET until_at = now() - interval '1 hour' WHERE kit_instance_id = ${kitId}`);
  await db.execute(sql`
    INSERT INTO kit_custody (id, kit_instance_id, holder_id, kit_assignment_id, event_id, from_at, condition)
    SELECT gen_random_uuid(), ${kitId}, ${holderId}, id, event_id, now() - interval '1 hour', 'good'
    FROM kit_assignment WHERE id = ${needId}`);
}
