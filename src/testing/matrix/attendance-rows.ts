import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { testId } from "@/testing/builders/actors";
import { people } from "./actors";

const attendedEvents = ["managed", "other", "foreign"] as const;
export type AttendedEventName = (typeof attendedEvents)[number];
export type AttendedIds = Readonly<Record<AttendedEventName, string>>;

/** Nobody who signs in: whose shifts are everybody else's. */
const otherPersonId = testId(2, 31);

const ids = (kind: number): AttendedIds => ({
  managed: testId(kind, 1),
  other: testId(kind, 2),
  foreign: testId(kind, 3),
});

export interface Attended {
  /** Accepted, and still ahead. */
  readonly ahead: AttendedIds;
  /** With recorded hours. */
  readonly worked: AttendedIds;
  /** Of the managed event: one to come to now, and one that somebody came to. */
  readonly due: string;
  readonly inside: string;
}

/** Shifts of these activities; those of the managed one that are ahead or worked are the agent's. */
export async function seedAttendance(db: Queryable, activities: AttendedIds): Promise<Attended> {
  const [slots, ahead, worked] = [ids(26), ids(27), ids(28)];
  await db.execute(sql`
    INSERT INTO person (id, name, email, role)
    VALUES (${otherPersonId}, 'Olga Other', 'olga@people.example', 'agent'),
      (${testId(2, 93)}, 'Dan Due', 'dan@people.example', 'agent'),
      (${testId(2, 94)}, 'Ina Inside', 'ina@people.example', 'agent')`);
  for (const name of attendedEvents) {
    const personId = name === "managed" ? people.agent.id : otherPersonId;
    await seedShift(db, {
      activityId: activities[name],
      slotId: slots[name],
      id: ahead[name],
      personId,
      seat: 91,
    });
    const slotId = slots[name].replace(/^(.{9})0/, "$11");
    await seedShift(db, { activityId: activities[name], slotId, id: worked[name], personId, seat: 92 });
    await db.execute(sql`
      UPDATE staff_assignment SET status = 'checked_out', starts_at = now() - interval '9 h', ends_at = now() - interval '1 h',
        checked_in_at = now() - interval '9 h', checked_out_at = now() - interval '1 h', hours_worked = 8,
        hours_state = 'recorded', rate = 28.5, currency = 'USD' WHERE id = ${worked[name]}`);
  }
  const [due, inside] = [testId(29, 1), testId(29, 2)];
  for (const [id, seat] of [
    [due, 93],
    [inside, 94],
  ] as const) {
    const slotId = testId(29, seat);
    await seedShift(db, { activityId: activities.managed, slotId, id, personId: testId(2, seat), seat });
    await db.execute(sql`
      UPDATE staff_assignment SET starts_at = now() - interval '30 min', ends_at = now() + interval '2 h'
      WHERE id = ${id}`);
  }
  await db.execute(sql`
    UPDATE staff_assignment SET status = 'checked_in', checked_in_at = now() - interval '20 min' WHERE id = ${inside}`);
  return { ahead, worked, due, inside };
}

interface Seed {
  readonly activityId: string;
  readonly slotId: string;
  readonly id: string;
  readonly personId: string;
  readonly seat: number;
}

async function seedShift(db: Queryable, { activityId, slotId, id, personId, seat }: Seed): Promise<void> {
  await db.execute(sql`
    INSERT INTO staff_slot (id, event_id, booking_id, activity_id, role, seat, starts_at, ends_at, status, stop_at)
    SELECT ${slotId}, e.id, e.booking_id, a.id, 'Host', ${seat}, e.starts_at, e.ends_at, 'open', e.starts_at
    FROM activity a JOIN event_instance e ON e.id = a.event_id WHERE a.id = ${activityId}`);
  await db.execute(sql`
    INSERT INTO staff_assignment (id, slot_id, event_id, booking_id, activity_id, user_id, role, starts_at, ends_at,
      status, created_by, created_at, offered_at, response_deadline, updated_at)
    SELECT ${id}, s.id, s.event_id, s.booking_id, s.activity_id, ${personId}, s.role, s.starts_at, s.ends_at, 'accepted',
      'system', now(), now(), s.starts_at, now()
    FROM staff_slot s WHERE s.id = ${slotId}`);
}
