import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "@/db/sql";
import { approveInput } from "@/modules/bookings/inputs";
import { myEventsInput } from "@/modules/event-instances/inputs";
import { admin, manager, testId } from "@/testing/builders/actors";
import { createHandledWorld, type HandledWorld } from "@/testing/handled-world";
import { myEvents } from "./my-events";

let world: HandledWorld;
let ids: readonly string[];

/** The manager has one unfinished event of yesterday, one of tomorrow, one in 20 days; one of today is done. */
beforeAll(async () => {
  world = await createHandledWorld({ mail: false });
  const days = ["2035-06-01", "2035-06-02", "2035-06-03", "2035-06-04", "2035-06-05"];
  const booking = await world.submitted(days.map((day) => `${day}T10:00`));
  const eventDates = await world.dates(booking.bookingId);
  await world.book(admin, { type: "approve", ...approveInput.parse({ ...booking, eventDates }) });
  const rows = await world.database.query<{ id: string }>(
    sql`SELECT id FROM event_instance ORDER BY starts_at`,
  );
  ids = rows.map(({ id }) => id);
  for (const [index, shift] of [-1, 0, 1, 20].entries()) {
    await world.database.execute(sql`
      UPDATE event_instance SET manager_id = ${manager.id}, status = 'preparing',
        starts_at = now() + make_interval(days => ${shift}),
        ends_at = now() + make_interval(days => ${shift}, hours => 2)
      WHERE id = ${ids[index]}`);
  }
  await world.database.execute(sql`UPDATE event_instance SET status = 'completed' WHERE id = ${ids[1]}`);
  await addGrounds(ids[2] ?? "");
});
afterAll(() => world.close());

async function addGrounds(eventId: string): Promise<void> {
  await world.database.execute(sql`
    INSERT INTO preparation_task (id, event_id, kind, description, due_at, status, done_by, done_at, evidence)
    VALUES
      (${testId(12, 1)}, ${eventId}, 'logistics', 'Book a van.', now() - interval '1 hour', 'open', NULL, NULL, NULL),
      (${testId(12, 2)}, ${eventId}, 'other', 'Brief.', now(), 'done', 'system', '2035-01-01T10:00:00Z', NULL)`);
  await world.database.execute(sql`
    INSERT INTO event_venue_standing (event_id, confirmed, fact_id, fact_at)
    VALUES (${eventId}, true, ${testId(9, 1)}, '2035-01-01T10:00:00Z')`);
  for (const [index, severity, status] of [
    [1, "critical", "reported"],
    [2, "low", "acknowledged"],
    [3, "critical", "resolved"],
  ] as const) {
    await world.database.execute(sql`
      INSERT INTO event_issue (id, event_id, subject, issue_type, severity, description, status, reported_by, reported_at)
      VALUES (${testId(13, index)}, ${eventId}, 'event', 'other', ${severity}, 'No power.', ${status}, 'system', now())`);
  }
}

const mine = (actor = manager, input: object = {}) =>
  myEvents(world.database, actor, myEventsInput.parse(input));

test("a manager has the unfinished events of the next two weeks, those of the past first, and how many come later", async () => {
  const { items, later } = await mine();
  expect(items.map(({ id }) => id)).toEqual([ids[0], ids[2]]);
  expect(later).toEqual({ count: 1, more: false });
  expect((await mine(manager, { days: 30 })).items.map(({ id }) => id)).toEqual([ids[0], ids[2], ids[3]]);
});

test("each says how ready it is, which tasks are late and what went wrong", async () => {
  const { items } = await mine();
  expect(items[1]).toMatchObject({
    title: "Autumn tour",
    tasks: { done: 1, total: 2, overdue: 1 },
    issues: { open: 2, critical: 1 },
    venue: { name: "Bryant Park" },
  });
  expect(items[1]?.readiness.map(({ part, isMet }) => [part, isMet])).toEqual([
    ["staff", true],
    ["kits", true],
    ["logistics", false],
    ["venue", true],
  ]);
  expect(items[1]?.readiness[3]?.evidence).toEqual({ factId: testId(9, 1), at: "2035-01-01T10:00:00.000Z" });
  expect(items[0]?.tasks).toEqual({ done: 0, total: 0, overdue: 0 });
});

test("nobody else has them, an admin neither", async () => {
  expect((await mine(admin)).items).toEqual([]);
});
