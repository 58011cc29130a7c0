import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { testId } from "@/testing/builders/actors";
import { people } from "./actors";

const staffedEvents = ["managed", "other", "foreign"] as const;
export type StaffedEventName = (typeof staffedEvents)[number];

/** Nobody who signs in: whose shifts are everybody else's. */
const otherAgentId = testId(2, 21);
/** Asked for nothing. */
export const spareAgentId = testId(2, 22);

type Ids = Readonly<Record<StaffedEventName, string>>;

const ids = (kind: number): Ids => ({
  managed: testId(kind, 1),
  other: testId(kind, 2),
  foreign: testId(kind, 3),
});

/** A slot on each of these activities, offered until long from now: the managed one to the agent. */
export async function seedStaffing(
  db: Queryable,
  activities: Ids,
): Promise<{ readonly slots: Ids; readonly shifts: Ids; readonly agreedShift: string }> {
  const [slots, shifts] = [ids(16), ids(17)];
  await db.execute(sql`
    INSERT INTO person (id, name, email, role)
    VALUES (${otherAgentId}, 'Ada Agent', 'ada@people.example', 'agent'),
      (${spareAgentId}, 'Sid Spare', 'sid@people.example', 'agent')`);
  await db.execute(sql`
    INSERT INTO staff_skill (user_id, role)
    VALUES (${otherAgentId}, 'Promoter'), (${spareAgentId}, 'Promoter'), (${people.agent.id}, 'Promoter')`);
  for (const name of staffedEvents) {
    await db.execute(sql`
      INSERT INTO staff_slot (id, event_id, booking_id, activity_id, role, seat, starts_at, ends_at, status, stop_at)
      SELECT ${slots[name]}, e.id, e.booking_id, a.id, 'Promoter', 90, e.starts_at, e.ends_at, 'open', e.starts_at
      FROM activity a JOIN event_instance e ON e.id = a.event_id WHERE a.id = ${activities[name]}`);
    await db.execute(sql`
      INSERT INTO staff_assignment (id, slot_id, event_id, booking_id, activity_id, user_id, role, starts_at, ends_at,
        status, created_by, created_at, offered_at, response_deadline, updated_at)
      SELECT ${shifts[name]}, s.id, s.event_id, s.booking_id, s.activity_id,
        ${name === "managed" ? people.agent.id : otherAgentId}, s.role, s.starts_at, s.ends_at, 'offered', 'system',
        now(), now(), s.starts_at, now()
      FROM staff_slot s WHERE s.id = ${slots[name]}`);
  }
  const agreedShift = testId(17, 4);
  await db.execute(sql`
    INSERT INTO staff_slot (id, event_id, booking_id, activity_id, role, seat, starts_at, ends_at, status, stop_at)
    SELECT ${testId(16, 4)}, event_id, booking_id, activity_id, role, 91, starts_at, ends_at, 'open', stop_at
    FROM staff_slot WHERE id = ${slots.managed}`);
  await db.execute(sql`
    INSERT INTO staff_assignment (id, slot_id, event_id, booking_id, activity_id, user_id, role, starts_at, ends_at,
      status, created_by, created_at, offered_at, response_deadline, rate, currency, estimated_hours, updated_at)
    SELECT ${agreedShift}, id, event_id, booking_id, activity_id, ${people.agent.id}, role, starts_at, ends_at,
      'accepted', 'system', now(), now(), starts_at, 28.5, 'USD', 2, now()
    FROM staff_slot WHERE id = ${testId(16, 4)}`);
  return { slots, shifts, agreedShift };
}
