import { afterAll, beforeAll, expect, test } from "vitest";
import type { PersonActor } from "@/commands/actor";
import { Refusal } from "@/commands/errors";
import { sql } from "@/db/sql";
import { createStaffedWorld, type StaffedWorld } from "@/testing/staffed-world";

const AT_ONCE = 50;

let staff: StaffedWorld;
beforeAll(async () => {
  staff = await createStaffedWorld({ people: AT_ONCE });
});
afterAll(() => staff.world.close());

const as = (id: string): PersonActor => ({ kind: "person", id, role: "agent", clientId: null });

/** How many went through, and what the others heard; anything but a refusal is thrown. */
async function race(answers: readonly Promise<unknown>[]) {
  const ends = await Promise.allSettled(answers);
  const rules = ends.flatMap((end) => {
    if (end.status === "fulfilled") return [];
    if (end.reason instanceof Refusal) return [end.reason.details.rule];
    throw end.reason;
  });
  return { taken: ends.length - rules.length, rules: [...new Set(rules)] };
}

test("fifty people take one place at once: one has it, the others hear calmly that it is filled", async () => {
  const { eventId, slotIds } = await staff.staffed("2035-03-05T10:00", 1);
  const slotId = slotIds[0] ?? "";
  const offered = await staff.offer(staff.people.map((userId) => [slotId, userId] as const));
  const answers = offered.map((id, index) => staff.accept(id, as(staff.people[index] ?? "")));
  expect(await race(answers)).toEqual({ taken: 1, rules: ["slot_filled"] });
  const accepted = (await staff.assignments(eventId)).filter(({ status }) => status === "accepted");
  expect(accepted).toHaveLength(1);
});

test("one person takes fifty shifts at one time: one is theirs, the others hear that they overlap", async () => {
  const localStarts = Array.from(
    { length: AT_ONCE },
    (_, index) => `2035-03-12T10:${String(index).padStart(2, "0")}`,
  );
  const slotIds: string[] = [];
  for (const localStart of localStarts) {
    const staffed = await staff.staffed(localStart, 1);
    slotIds.push(...staffed.slotIds);
  }
  const userId = staff.people[0] ?? "";
  const offered = await staff.offer(slotIds.map((slotId) => [slotId, userId] as const));
  const answers = offered.map((id) => staff.accept(id, as(userId)));
  const { taken, rules } = await race(answers);
  expect(taken).toBe(1);
  // The offers at the same time are taken back soon after the first is taken: either answer is right.
  expect(rules.every((rule) => rule === "shift_overlap" || rule === "offer_withdrawn")).toBe(true);
  await staff.world.settled();
  const open = await staff.world.database.query(sql`
    SELECT id FROM staff_assignment WHERE user_id = ${userId} AND status = 'offered'
      AND starts_at::date = '2035-03-12'`);
  expect(open).toEqual([]);
});

test("a double tap from two phones is one acceptance", async () => {
  const { bookingId, slotIds } = await staff.staffed("2035-03-19T10:00", 1);
  const userId = staff.people[1] ?? "";
  const [one = ""] = await staff.offer([[slotIds[0] ?? "", userId]]);
  await Promise.all([staff.accept(one, as(userId)), staff.accept(one, as(userId))]);
  const facts = await staff.world.database.query(sql`
    SELECT id FROM event_log WHERE correlation_id = ${bookingId} AND type = 'STAFF_ASSIGNMENT_ACCEPTED'`);
  expect(facts).toHaveLength(1);
});

test("the database itself refuses a second holder and a second place at one time", async () => {
  const { eventId, slotIds } = await staff.staffed("2035-04-02T10:00", 1);
  const other = await staff.staffed("2035-04-02T11:00", 1);
  const [a, b] = [staff.people[2] ?? "", staff.people[3] ?? ""];
  await staff.offer([
    [slotIds[0] ?? "", a],
    [slotIds[0] ?? "", b],
    [other.slotIds[0] ?? "", a],
  ]);
  const take = (event: string, userId: string) =>
    staff.world.database.execute(sql`
      UPDATE staff_assignment SET status = 'accepted' WHERE event_id = ${event} AND user_id = ${userId}`);
  await take(eventId, a);
  await expect(take(eventId, b)).rejects.toThrow("staff_assignment_filled_key");
  await expect(take(other.eventId, a)).rejects.toThrow("staff_assignment_one_place");
});
