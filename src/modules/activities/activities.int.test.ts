import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommand } from "@/commands/run-command";
import { sql } from "@/db/sql";
import { approveInput, cancelInput } from "@/modules/bookings/inputs";
import { admin, manager, system, testId } from "@/testing/builders/actors";
import { keepPhoto } from "@/testing/builders/photos";
import { createHandledWorld, type HandledWorld } from "@/testing/handled-world";
import { completeActivityInput, layOutInput, startActivityInput } from "./inputs";
import { activities, activitiesOfEvents } from "./module";
import { activitiesOfEvent } from "./queries/activities-of-event";

let world: HandledWorld;
beforeAll(async () => {
  world = await createHandledWorld({ mail: false });
});
afterAll(() => world.close());

async function approved(localStarts: readonly string[]) {
  const booking = await world.submitted(localStarts);
  const eventDates = await world.dates(booking.bookingId);
  const { version } = await world.book(admin, {
    type: "approve",
    ...approveInput.parse({ ...booking, eventDates }),
  });
  const events = await world.database.query<{ id: string }>(sql`
    SELECT id FROM event_instance WHERE booking_id = ${booking.bookingId} ORDER BY starts_at`);
  return { bookingId: booking.bookingId, version, eventIds: events.map(({ id }) => id) };
}

const factsOf = (bookingId: string, type: string) =>
  world.database.query<{ event_id: string; source: string; cause: string }>(sql`
    SELECT payload ->> 'eventId' AS event_id, source, metadata ->> 'causationId' AS cause FROM event_log
    WHERE correlation_id = ${bookingId} AND type = ${type} ORDER BY position`);

const rowsOf = (bookingId: string) =>
  world.database.query<{ id: string; event_id: string; status: string }>(sql`
    SELECT a.id, a.event_id, a.status FROM activity a JOIN event_instance e ON e.id = a.event_id
    WHERE a.booking_id = ${bookingId} ORDER BY e.starts_at`);

test("an approval lays out each of its events once, and a repeat adds nothing", async () => {
  const { bookingId, eventIds } = await approved(["2035-06-02T10:00", "2035-06-09T10:00"]);
  const facts = await factsOf(bookingId, "ACTIVITY_CREATED");
  expect(facts.map(({ event_id }) => event_id)).toEqual(eventIds);
  expect(facts).toMatchObject([{ source: "workflow.lay-out-instances" }, {}]);
  expect(new Set(facts.map(({ cause }) => cause)).size).toBe(1);
  const again = { type: "layOut" as const, ...layOutInput.parse({ bookingId, eventIds }) };
  const { eventIds: appended } = await runCommand(world.database, activitiesOfEvents, again, {
    actor: system,
  });
  expect(appended).toEqual([]);
  expect(await rowsOf(bookingId)).toHaveLength(2);
});

test("a cancelled booking's events let go of their activities, completed ones stay", async () => {
  const { bookingId, version } = await approved(["2035-07-02T10:00", "2035-07-09T10:00"]);
  const [first] = await rowsOf(bookingId);
  await world.database.execute(sql`
    UPDATE activity SET status = 'completed', started_at = now(), completed_at = now(),
      outcomes = '{"metrics": {}, "notes": "", "photoIds": []}' WHERE id = ${first?.id}`);
  await world.book(admin, {
    type: "cancel",
    ...cancelInput.parse({ bookingId, version, reason: "Storm warning." }),
  });
  expect((await rowsOf(bookingId)).map(({ status }) => status)).toEqual(["completed", "cancelled"]);
  expect(await factsOf(bookingId, "ACTIVITY_CANCELLED")).toMatchObject([
    { source: "workflow.release-commitments" },
  ]);
});

async function running(localStart: string) {
  const { bookingId, eventIds } = await approved([localStart]);
  await world.database.execute(sql`
    UPDATE event_instance SET status = 'in_progress', manager_id = ${manager.id}
    WHERE booking_id = ${bookingId}`);
  const [row] = await rowsOf(bookingId);
  return { eventId: eventIds[0] ?? "", activityId: row?.id ?? "" };
}

const start = (activityId: string, actor = manager) =>
  runCommand(
    world.database,
    activities,
    { type: "start", ...startActivityInput.parse({ activityId }) },
    { actor },
  );

test("two who start it at once: one does, the other hears that it runs", async () => {
  const { activityId } = await running("2035-08-02T10:00");
  const ends = await Promise.allSettled([start(activityId), start(activityId, admin), start(activityId)]);
  expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
  for (const end of ends) {
    if (end.status === "rejected") {
      expect(end.reason).toMatchObject({ details: { rule: "activity_not_planned" } });
    }
  }
});

test("outcomes and photos are kept, and the manager reads them with what may be done", async () => {
  const { eventId, activityId } = await running("2035-08-09T10:00");
  const photoId = testId(11, 7);
  await keepPhoto(world.database, { id: photoId, uploadedBy: manager.id });
  await start(activityId);
  const input = completeActivityInput.parse({
    activityId,
    metrics: { samplesGiven: 620 },
    notes: "All gone.",
    photoIds: [photoId],
  });
  const { result } = await runCommand(
    world.database,
    activities,
    { type: "complete", ...input },
    { actor: manager },
  );
  expect(result).toMatchObject({ status: "completed", version: 3, elapsedMinutes: 0 });
  expect(await activitiesOfEvent(world.database, manager, eventId)).toMatchObject({
    items: [
      {
        id: activityId,
        outcomes: { metrics: { samplesGiven: 620 }, notes: "All gone.", photoUrls: [`/photos/${photoId}`] },
        can: { start: false, complete: false, cancel: false },
      },
    ],
    can: { create: true },
  });
  const [photo] = await world.database.query(sql`
    SELECT subject, record_id, event_id FROM photo WHERE id = ${photoId}`);
  expect(photo).toEqual({ subject: "activity", record_id: activityId, event_id: eventId });
});

test("200 events of five activities are laid out by one command", async () => {
  const { bookingId, eventIds } = await approved(["2035-09-01T10:00"]);
  await world.database.execute(sql`
    UPDATE booking SET plan = jsonb_set(plan, '{activities}', (
      SELECT jsonb_agg(part) FROM (SELECT booking.plan -> 'activities' -> 0 AS part FROM generate_series(1, 5)) AS parts)) WHERE id = ${bookingId}`);
  await world.database.execute(sql`
    INSERT INTO event_instance (id, booking_id, client_id, status, local_start, starts_at, ends_at, booked_start,
      booked_end, time_zone, location_id, created_at, updated_at)
    SELECT overlay(e.id::text placing lpad(to_hex(n), 4, '0') from 33)::uuid, booking_id, client_id, status,
      local_start, starts_at + n * interval '1 day', ends_at + n * interval '1 day',
      booked_start + n * interval '1 day', booked_end + n * interval '1 day', time_zone, location_id,
      created_at, updated_at
    FROM event_instance e, generate_series(1, 199) AS n WHERE e.id = ${eventIds[0]}`);
  const all = await world.database.query<{ id: string }>(sql`
    SELECT id FROM event_instance WHERE booking_id = ${bookingId}`);
  const wish = layOutInput.parse({ bookingId, eventIds: all.map(({ id }) => id) });
  const { eventIds: appended } = await runCommand(
    world.database,
    activitiesOfEvents,
    { type: "layOut", ...wish },
    { actor: system },
  );
  expect(appended).toHaveLength(200 * 5 - 1);
});
