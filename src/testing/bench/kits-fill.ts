import type { Database } from "@/db/database";
import { newId } from "@/commands/new-id";
import { sql } from "@/db/sql";
import { insertDirectory } from "@/testing/builders/directory-rows";
import { insertEventRows } from "@/testing/builders/event-rows";

const TEMPLATES = 20;
const PARTS = 6;
/** Needs of one kit, and of one event. */
const NEEDS_PER_KIT = 10;
const NEEDS_PER_EVENT = 5;
const DAYS = 90;
const DAY_MS = 86_400_000;

/** So many kits of 20 kinds, each with ten needs in the next 90 days: most are bound, one kit in ten lacks a part. */
export async function fillKits(database: Database, { kits }: { readonly kits: number }): Promise<void> {
  await insertDirectory(database);
  const events = (kits * NEEDS_PER_KIT) / NEEDS_PER_EVENT;
  const first = Date.now() + 3_600_000;
  await insertEventRows(
    database,
    Array.from({ length: events }, (_, index) => ({
      id: newId(),
      status: "preparing" as const,
      startsAt: new Date(first + (index * DAYS * DAY_MS) / events).toISOString(),
    })),
  );
  await fillUnits(database, kits);
  await fillNeeds(database, kits);
  await database.execute(sql`ANALYZE`);
}

async function fillUnits(database: Database, kits: number): Promise<void> {
  await database.execute(sql`
    INSERT INTO kit_template (id, name)
    SELECT gen_random_uuid(), 'Kind ' || lpad(n::text, 2, '0') FROM generate_series(1, ${TEMPLATES}) AS n`);
  await database.execute(sql`
    INSERT INTO kit_component (id, kit_template_id, name, quantity, usage, position)
    SELECT gen_random_uuid(), t.id, 'Part ' || n, n, 'returnable', n
    FROM kit_template t, generate_series(1, ${PARTS}) AS n WHERE t.name LIKE 'Kind %'`);
  await database.execute(sql`
    INSERT INTO kit_instance (id, kit_template_id, code)
    SELECT gen_random_uuid(), t.id, 'KIT-' || lpad(n::text, 4, '0')
    FROM generate_series(0, ${kits - 1}) AS n
    JOIN kit_template t ON t.name = 'Kind ' || lpad((n % ${TEMPLATES} + 1)::text, 2, '0')`);
  await database.execute(sql`
    INSERT INTO kit_stock (component_id, place, kit_instance_id, quantity)
    SELECT p.id, 'kit', i.id,
      p.quantity - CASE WHEN p.position = 1 AND right(i.code, 1) = '0' THEN 1 ELSE 0 END
    FROM kit_instance i JOIN kit_component p ON p.kit_template_id = i.kit_template_id`);
  await database.execute(sql`
    INSERT INTO kit_custody (id, kit_instance_id, from_at, condition)
    SELECT gen_random_uuid(), id, created_at, 'good' FROM kit_instance`);
}

/** The kits take turns, so that none is wanted twice at once; every tenth need waits for one. */
async function fillNeeds(database: Database, kits: number): Promise<void> {
  await database.execute(sql`
    INSERT INTO activity (id, event_id, booking_id, activity_type, description, duration, status, created_at, updated_at)
    SELECT gen_random_uuid(), id, booking_id, 'Sampling', '', 120, 'planned', now(), now() FROM event_instance`);
  await database.execute(sql`
    INSERT INTO kit_assignment (id, event_id, booking_id, activity_id, kit_template_id, kit_instance_id, status,
      window_start, window_end, assigned_by, assigned_at, updated_at)
    SELECT gen_random_uuid(), e.id, e.booking_id, a.id, i.kit_template_id,
      CASE WHEN e.place % 10 <> 0 THEN i.id END, 'assigned', e.starts_at - interval '1 day',
      e.ends_at + interval '1 day', 'system', now(), now()
    FROM (
      SELECT *, row_number() OVER (ORDER BY starts_at, id) * ${NEEDS_PER_EVENT} + n AS place
      FROM event_instance, generate_series(0, ${NEEDS_PER_EVENT - 1}) AS n) e
    JOIN activity a ON a.event_id = e.id
    JOIN kit_instance i ON i.code = 'KIT-' || lpad((e.place % ${kits})::text, 4, '0')`);
}
