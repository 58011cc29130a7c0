import type { Database } from "@/db/database";
import { newId } from "@/commands/new-id";
import { sql } from "@/db/sql";
import { insertDirectory } from "@/testing/builders/directory-rows";
import { type EventRowSpec, insertEventRows, insertManagers } from "@/testing/builders/event-rows";
import { venues } from "@/testing/builders/bookings";

const MANAGERS = 20;
const DAY_MS = 86_400_000;
/** Of events ahead, as an agency has them: most are being prepared. */
const STATUSES = ["preparing", "preparing", "ready", "assigned", "scheduled"] as const;
const PLACES = [venues.park, venues.square, venues.berlin] as const;

/** So many events ahead, spread evenly over so many days, each with six tasks and most with a venue's answer. */
export async function fillBoards(
  database: Database,
  { events, days }: { readonly events: number; readonly days: number },
): Promise<void> {
  await insertDirectory(database);
  const managers = Array.from({ length: MANAGERS }, (_, index) => ({
    id: newId(),
    name: `Manager ${index}`,
  }));
  await insertManagers(database, managers);
  const first = Date.now() + 3_600_000;
  const specs = Array.from({ length: events }, (_, index): EventRowSpec => {
    const status = STATUSES[index % STATUSES.length] ?? "preparing";
    return {
      id: newId(),
      status,
      startsAt: new Date(first + (index * days * DAY_MS) / events).toISOString(),
      locationId: (PLACES[index % PLACES.length] ?? venues.park).id,
      managerId: status === "scheduled" ? null : (managers[index % MANAGERS]?.id ?? null),
    };
  });
  await insertEventRows(database, specs);
  await fillTasks(database);
  await database.execute(sql`ANALYZE`);
}

async function fillTasks(database: Database): Promise<void> {
  await database.execute(sql`
    INSERT INTO preparation_task (id, event_id, kind, description, due_at, minutes_before, status, done_by, done_at)
    SELECT gen_random_uuid(), e.id, (ARRAY['venue', 'logistics', 'logistics', 'other', 'staff', 'kit'])[n],
      'Task ' || n, e.starts_at - n * interval '1 day', n * 1440, s.status,
      CASE WHEN s.status = 'done' THEN 'system' END, CASE WHEN s.status = 'done' THEN now() END
    FROM event_instance e, generate_series(1, 6) AS n,
      LATERAL (SELECT CASE WHEN e.status = 'ready' OR n % 2 = 0 THEN 'done' ELSE 'open' END AS status) AS s
    WHERE e.status IN ('preparing', 'ready')`);
  await database.execute(sql`
    INSERT INTO event_venue_standing (event_id, confirmed, fact_id, fact_at)
    SELECT id, status = 'ready' OR number % 3 = 0, gen_random_uuid(), now() FROM event_instance
    WHERE status IN ('preparing', 'ready')`);
}
