import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { testId } from "@/testing/builders/actors";
import { people } from "./actors";
import { spareAgentId } from "./staffing-rows";

const planners = ["admin", "otherAdmin"] as const;

export type PlanIds = Readonly<Record<(typeof planners)[number], string>>;

const planIds: PlanIds = { admin: testId(18, 1), otherAdmin: testId(18, 2) };

export const planRange = { startsAt: "2036-01-01T00:00:00Z", endsAt: "2036-01-08T00:00:00Z" } as const;

/** A plan of each that is ready: somebody who can drive for this slot. */
export async function seedPlans(db: Queryable, slotId: string): Promise<PlanIds> {
  await db.execute(sql`INSERT INTO staff_skill (user_id, role) VALUES (${spareAgentId}, 'Driver')`);
  await db.execute(sql`INSERT INTO staff_paper (user_id, kind) VALUES (${spareAgentId}, 'Driving license')`);
  for (const name of planners) {
    await db.execute(sql`
      INSERT INTO staff_plan (id, created_by, starts_at, ends_at, status, solving_until, created_at, idempotency_key)
      VALUES (${planIds[name]}, ${people[name].id}, ${planRange.startsAt}, ${planRange.endsAt}, 'ready', now(), now(),
        ${planIds[name]})`);
    await db.execute(sql`
      INSERT INTO staff_plan_seat (plan_id, slot_id, user_id) VALUES (${planIds[name]}, ${slotId}, ${spareAgentId})`);
  }
  return planIds;
}
