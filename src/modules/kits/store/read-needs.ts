import "server-only";
import type { Queryable } from "@/db/database";
import { type Sql, sql } from "@/db/sql";
import type { AssignmentStatus } from "@/modules/kits/inputs";
import type { Missing } from "@/modules/kits/kits";
import type { ActivityNow, SaidShortage, TemplateNow, Use } from "@/modules/kits/needs/shapes";

/** What the rules of needs are told besides the rows of kits. */

export async function readTemplates(db: Queryable, ids: readonly string[]): Promise<readonly TemplateNow[]> {
  return db.query<TemplateNow>(sql`
    SELECT id, name, archived_at IS NOT NULL AS "isArchived", preparation_minutes AS "preparationMinutes",
      turnaround_minutes AS "turnaroundMinutes"
    FROM kit_template WHERE id = ANY (${[...new Set(ids)]}::uuid[])`);
}

export async function readActivities(db: Queryable, ids: readonly string[]): Promise<readonly ActivityNow[]> {
  return db.query<ActivityNow>(sql`
    SELECT id, event_id AS "eventId", status, required_kit_template_ids::text[] AS "requiredKitTemplateIds"
    FROM activity WHERE id = ANY (${[...new Set(ids)]}::uuid[])`);
}

interface UseRow extends Omit<Use, "windowStart" | "windowEnd" | "expectedReturn" | "status"> {
  readonly status: AssignmentStatus;
  readonly window_start: Date;
  readonly window_end: Date;
  readonly expected_return: Date | null;
}

/** As they are written down, and as the constraint `kit_assignment_one_event` sees them. */
export const writtenWindow = { start: sql`a.window_start`, end: sql`a.window_end` };
/** As their events stand, which may have moved a moment ago. */
export const presentWindow = {
  start: sql`e.starts_at - t.preparation_minutes * interval '1 minute'`,
  end: sql`e.ends_at + t.turnaround_minutes * interval '1 minute'`,
};

/** The uses of these kits that are still to come or go on, by time; a kit that is out counts however long ago that was. */
export async function readUses(
  db: Queryable,
  unitIds: readonly string[],
  window: { readonly start: Sql; readonly end: Sql } = writtenWindow,
): Promise<readonly Use[]> {
  const rows = await db.query<UseRow>(sql`
    SELECT a.id AS "kitAssignmentId", a.kit_instance_id AS "kitInstanceId", a.event_id AS "eventId",
      e.number AS "eventNumber", b.title, a.status, ${window.start} AS window_start, ${window.end} AS window_end,
      a.expected_return
    FROM kit_assignment a
    JOIN event_instance e ON e.id = a.event_id JOIN booking b ON b.id = e.booking_id
    JOIN kit_template t ON t.id = a.kit_template_id
    WHERE a.kit_instance_id = ANY (${[...new Set(unitIds)]}::uuid[])
      AND (a.status IN ('checked_out', 'partly_returned')
        OR (a.status IN ('assigned', 'prepared') AND a.window_end > now() - interval '1 day'))
    ORDER BY window_start, a.id`);
  return rows.map(({ window_start, window_end, expected_return, ...use }) => ({
    ...use,
    windowStart: window_start.toISOString(),
    windowEnd: window_end.toISOString(),
    expectedReturn: expected_return?.toISOString() ?? null,
  }));
}

/** Shortages of these needs that nothing has settled. */
export async function readSaid(db: Queryable, needIds: readonly string[]): Promise<readonly SaidShortage[]> {
  return db.query<{ kitAssignmentId: string; missing: Missing[]; cause: string }>(sql`
    SELECT kit_assignment_id AS "kitAssignmentId", missing, cause FROM kit_shortage_said
    WHERE kit_assignment_id = ANY (${[...needIds]}::uuid[]) AND resolved_at IS NULL`);
}
