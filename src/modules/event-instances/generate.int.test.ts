import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/commands/actor";
import { runCommand } from "@/commands/run-command";
import { sql } from "@/db/sql";
import { admin, clientPerson, system, testId } from "@/testing/builders/actors";
import { createHandledWorld, type HandledWorld } from "@/testing/handled-world";
import { generateInput, settleInput } from "./inputs";
import { eventInstances } from "./module";

let world: HandledWorld;
beforeAll(async () => {
  world = await createHandledWorld({ mail: false });
});
afterAll(() => world.close());

function generate(bookingId: string, eventDates: readonly string[], actor: Actor = system) {
  const command = { type: "generate" as const, ...generateInput.parse({ bookingId, eventDates }) };
  return runCommand(world.database, eventInstances, command, { actor });
}

/** A booking whose dates count as approved although no fact said so: nothing has followed from it yet. */
async function approvedUnheard() {
  const { bookingId } = await world.submitted(["2035-06-02T10:00", "2035-06-09T10:00"]);
  await world.database.execute(sql`UPDATE booking SET status = 'approved' WHERE id = ${bookingId}`);
  await world.database.execute(
    sql`UPDATE booking_date SET status = 'approved' WHERE booking_id = ${bookingId}`,
  );
  return { bookingId, dates: await world.dates(bookingId) };
}

test("the rows and the fact say the same", async () => {
  const { bookingId, dates } = await approvedUnheard();
  const { eventIds, result } = await generate(bookingId, dates);
  expect(result).toEqual({ bookingId, liveEvents: 2 });
  const rows = await world.database.query(sql`
    SELECT e.status, e.version, e.starts_at = d.starts_at AND e.ends_at = d.ends_at AS same_window,
      e.location_id = v.location_id AS same_venue, e.id::text = ANY (SELECT jsonb_array_elements_text(l.payload -> 'eventIds')) AS named
    FROM event_instance e
    JOIN booking_date d ON d.booking_id = e.booking_id AND d.local_start = e.local_start
    JOIN booking_venue v ON v.booking_id = e.booking_id AND v.rank = 0
    JOIN event_log l ON l.id = ${eventIds[0]}
    WHERE e.booking_id = ${bookingId}`);
  const row = {
    status: "scheduled",
    version: 1,
    same_window: true,
    same_venue: true,
    named: true,
  };
  expect(rows).toEqual([row, row]);
});

test("several at once generate once", async () => {
  const { bookingId, dates } = await approvedUnheard();
  const answers = await Promise.all(Array.from({ length: 5 }, () => generate(bookingId, dates)));
  expect(answers.map((answer) => answer.eventIds.length).sort()).toEqual([0, 0, 0, 0, 1]);
  const rows = await world.database.query(sql`SELECT id FROM event_instance WHERE booking_id = ${bookingId}`);
  expect(rows).toHaveLength(2);
});

test("a booking command that commits first is seen by the one that waited", async () => {
  const { bookingId, dates } = await approvedUnheard();
  const waited = await world.database.transaction(async (tx) => {
    await tx.execute(sql`SELECT FROM booking WHERE id = ${bookingId} FOR UPDATE`);
    const generated = generate(bookingId, dates);
    await tx.execute(sql`UPDATE booking SET status = 'cancelled' WHERE id = ${bookingId}`);
    return { generated };
  });
  expect((await waited.generated).eventIds).toEqual([]);
});

test("a booking that is not there and a person who asks are refused", async () => {
  await expect(generate(testId(3, 99), [])).rejects.toMatchObject({ code: "NOT_FOUND" });
  const { bookingId, dates } = await approvedUnheard();
  for (const actor of [admin, clientPerson]) {
    await expect(generate(bookingId, dates, actor)).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
  const rows = await world.database.query(sql`SELECT id FROM event_instance WHERE booking_id = ${bookingId}`);
  expect(rows).toEqual([]);
});

test("every change raises the version of the event that changed, and of no other", async () => {
  const { bookingId, dates } = await approvedUnheard();
  await generate(bookingId, dates);
  await world.database.execute(sql`
    UPDATE booking_date SET status = 'undecided' WHERE booking_id = ${bookingId} AND starts_at = ${dates[0]}`);
  const command = {
    type: "settle" as const,
    ...settleInput.parse({ bookingId, reason: "It waits for approval." }),
  };
  await runCommand(world.database, eventInstances, command, { actor: system });
  const rows = await world.database.query(sql`
    SELECT version, hold_reason FROM event_instance WHERE booking_id = ${bookingId} ORDER BY starts_at`);
  expect(rows).toEqual([
    { version: 2, hold_reason: "It waits for approval." },
    { version: 1, hold_reason: null },
  ]);
});
