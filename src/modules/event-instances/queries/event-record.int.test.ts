import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommand } from "@/commands/run-command";
import { sql } from "@/db/sql";
import { previewRelease } from "@/modules/activities/queries/preview-release";
import { approveInput } from "@/modules/bookings/inputs";
import { bookingTimeline } from "@/modules/bookings/queries/timeline";
import { assignManagerInput, cancelInput, rescheduleInput } from "@/modules/event-instances/inputs/life";
import type { EventLifeCommand } from "@/modules/event-instances/life/commands";
import { eventLife } from "@/modules/event-instances/module";
import { confirmLocationInput } from "@/modules/locations/inputs";
import { locations } from "@/modules/locations/module";
import { admin, clientPerson, manager, otherAdmin, testId } from "@/testing/builders/actors";
import { venues } from "@/testing/builders/bookings";
import { createHandledWorld, type HandledWorld } from "@/testing/handled-world";
import { eventById } from "./event-by-id";
import { eventRecord } from "./event-record";
import { previewCancel } from "./preview-cancel";
import { previewReschedule } from "./preview-reschedule";

let world: HandledWorld;
beforeAll(async () => {
  world = await createHandledWorld({ mail: false });
});
afterAll(() => world.close());

const run = async (command: EventLifeCommand, actor = admin) => {
  const { result } = await runCommand(world.database, eventLife, command, { actor });
  await world.settled();
  return result;
};

/** The events of an approved booking, by start; the manager has the first, and its venue is confirmed. */
async function agreedEvent(localStarts: readonly string[]) {
  const booking = await world.submitted(localStarts);
  const eventDates = await world.dates(booking.bookingId);
  await world.book(admin, { type: "approve", ...approveInput.parse({ ...booking, eventDates }) });
  const [event, sibling] = await world.database.query<{ id: string }>(sql`
    SELECT id FROM event_instance WHERE booking_id = ${booking.bookingId} ORDER BY starts_at`);
  const eventId = event?.id ?? "";
  const { version } = await run({
    type: "assignManager",
    ...assignManagerInput.parse({ eventId, version: 1, managerId: manager.id }),
  });
  const locationId = venues.park.id;
  const confirm = confirmLocationInput.parse({ eventId, locationId, accessDetails: "Gate 3." });
  await runCommand(world.database, locations, { type: "confirm", ...confirm }, { actor: manager });
  await world.settled();
  return { eventId, version, bookingId: booking.bookingId, siblingId: sibling?.id ?? "" };
}

const record = (eventId: string, actor = admin) => eventRecord(world.database, actor, eventId);

test("a gate names the entry that satisfied it, and the record who wrote that", async () => {
  const { eventId } = await agreedEvent(["2035-03-10T10:00"]);
  const { readiness } = await eventById(world.database, admin, eventId);
  const venue = readiness.find(({ part }) => part === "venue");
  const { evidence, people, confirmation, moved } = await record(eventId);
  expect(evidence).toEqual([
    {
      factId: venue?.evidence?.factId,
      type: "LOCATION_CONFIRMED",
      at: venue?.evidence?.at,
      by: manager.id,
    },
  ]);
  expect(people).toContainEqual({ id: manager.id, name: "Mia Manager" });
  expect(confirmation).toMatchObject({ holds: true, accessDetails: "Gate 3.", confirmedBy: manager.id });
  expect(moved).toBeNull();
});

test("a moved event says where it was and why, and what was agreed holds no more", async () => {
  const { eventId, version } = await agreedEvent(["2035-04-10T10:00"]);
  const newDate = "2035-04-11T12:00";
  const preview = await previewReschedule(world.database, otherAdmin, { eventId, newDate });
  expect(preview).toMatchObject({ losesVenueConfirmation: true, told: { manager: { name: "Mia Manager" } } });
  const wish = { eventId, version, newDate, reason: "Storm.", notifyStaff: true, notifyClient: true };
  await run({ type: "reschedule", ...rescheduleInput.parse(wish) }, otherAdmin);
  const { moved, confirmation, evidence } = await record(eventId);
  expect(moved).toMatchObject({ from: "2035-04-10T10:00:00-04:00", reason: "Storm.", by: otherAdmin.id });
  expect(confirmation).toMatchObject({ holds: false });
  expect(evidence).toMatchObject([{ type: "EVENT_RESCHEDULED", by: otherAdmin.id }]);
});

test("what the preview of a cancellation says is what then happens", async () => {
  const { eventId, version, siblingId } = await agreedEvent(["2035-05-10T10:00", "2035-05-17T10:00"]);
  const preview = await previewCancel(world.database, admin, eventId);
  const { released, kept } = await previewRelease(world.database, eventId);
  expect(preview).toMatchObject({ refusal: null, version, venueExpectsIt: true });
  expect(released.length).toBeGreaterThan(0);
  expect(kept).toEqual([]);
  await world.database.execute(sql`DELETE FROM notification`);
  const wish = { eventId, version: preview.version, reason: "Storm.", notifyClient: true };
  await run({ type: "cancel", ...cancelInput.parse(wish) });
  const gone = await world.database.query<{ id: string }>(sql`
    SELECT id FROM activity WHERE event_id = ${eventId} AND status = 'cancelled'`);
  expect(gone.map(({ id }) => id).sort()).toEqual(released.map(({ id }) => id).sort());
  const told = await world.database.query<{ recipient_id: string }>(
    sql`SELECT recipient_id FROM notification`,
  );
  const expected = [preview.told.manager?.id, ...preview.told.client.map(({ id }) => id)];
  expect(told.map(({ recipient_id }) => recipient_id).sort()).toEqual(expected.sort());
  expect((await eventById(world.database, admin, siblingId)).status).toBe("scheduled");
  expect((await previewCancel(world.database, admin, eventId)).refusal?.rule).toBe("wrong_state");
});

test("an event's own history leaves its siblings out", async () => {
  const { eventId, siblingId, bookingId } = await agreedEvent(["2035-06-10T10:00", "2035-06-17T10:00"]);
  const of = async (id: string) =>
    (await bookingTimeline(world.database, admin, { bookingId, eventId: id })).entries.map(
      ({ title }) => title,
    );
  expect(await of(eventId)).toContainEqual(expect.stringContaining("to Mia Manager"));
  expect(await of(siblingId)).not.toContainEqual(expect.stringContaining("to Mia Manager"));
  expect(await of(siblingId)).toContainEqual(expect.stringContaining("created 2 events"));
});

test("what the client wrote for the desk is the desk's, and a stranger's event is not there", async () => {
  const { eventId, siblingId } = await agreedEvent(["2035-07-10T10:00", "2035-07-17T10:00"]);
  await world.database.execute(sql`
    UPDATE booking SET notes = 'Ring twice.', contact = '{"name": "Cora", "phone": "1", "email": ""}'
    WHERE id = (SELECT booking_id FROM event_instance WHERE id = ${eventId})`);
  expect(await record(eventId)).toMatchObject({ notes: "Ring twice.", contact: { name: "Cora" } });
  expect(await record(eventId, manager)).toMatchObject({ notes: "", contact: null });
  for (const [actor, id] of [
    [manager, siblingId],
    [clientPerson, eventId],
    [admin, testId(7, 999)],
  ] as const) {
    await expect(record(id, actor)).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
});
