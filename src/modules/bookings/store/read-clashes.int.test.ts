import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/commands/actor";
import { runCommand } from "@/commands/run-command";
import { createDatabase, type Database } from "@/db/database";
import { sql } from "@/db/sql";
import type { BookingCommand } from "@/modules/bookings/commands";
import {
  approveInput,
  createInput,
  requestChangesInput,
  submitInput,
  updateInput,
} from "@/modules/bookings/inputs";
import { bookings } from "@/modules/bookings/module";
import { admin, clientId, clientPerson, otherClientId, testId } from "@/testing/builders/actors";
import { insertDirectory } from "@/testing/builders/directory-rows";
import { kitTemplateId, planOf, requestedDate, venues } from "@/testing/builders/bookings";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { readGone } from "./lookups";
import { readBooking } from "./read-booking";
import { readClashes } from "./read-clashes";

let testDatabase: TestDatabase;
let database: Database;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = createDatabase({ url: testDatabase.url, max: 4, applicationName: "test" });
  await insertDirectory(database);
});
afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const foreign = { ...clientPerson, id: testId(2, 77), clientId: otherClientId };

async function run(actor: Actor, command: BookingCommand) {
  const { result } = await runCommand(database, bookings, command, { actor });
  if (!result) throw new Error("no booking came back");
  return { bookingId: result.bookingId, version: result.version };
}

const scheduleOf = (...starts: string[]) => ({
  kind: "dates" as const,
  dates: starts.map((localStart) => ({ localStart, durationMinutes: 120 })),
});

async function submitted(
  starts: string[],
  { actor = clientPerson, locationIds = [venues.park.id as string] } = {},
) {
  const input = {
    title: "Tour",
    locationIds,
    schedule: scheduleOf(...starts),
    plan: planOf(),
    contact: null,
    notes: "",
  };
  const made = await run(actor, { type: "create", ...createInput.parse(input) });
  return run(actor, { type: "submit", ...submitInput.parse(made) });
}

/** A booking with its dates approved and the events standing that follow from that. */
async function standing(starts: string[], locationIds?: string[]) {
  const { bookingId, version } = await submitted(starts, { locationIds });
  const booking = await readBooking(database, bookingId);
  const eventDates = booking?.dates.map((date) => date.startsAt) ?? [];
  const answer = await run(admin, {
    type: "approve",
    ...approveInput.parse({ bookingId, version, eventDates, override: { reason: "For the test." } }),
  });
  await database.execute(sql`
    INSERT INTO event_instance (id, booking_id, client_id, status, local_start, starts_at, ends_at, booked_start,
      booked_end, time_zone, location_id, created_at, updated_at)
    SELECT gen_random_uuid(), b.id, b.client_id, 'scheduled', d.local_start, d.starts_at, d.ends_at, d.starts_at,
      d.ends_at, d.time_zone, v.location_id, now(), now()
    FROM booking b JOIN booking_date d ON d.booking_id = b.id
    JOIN booking_venue v ON v.booking_id = b.id AND v.rank = 0 WHERE b.id = ${bookingId}`);
  return answer;
}

const update = (of: { bookingId: string; version: number }, change: object) =>
  run(clientPerson, { type: "update", ...updateInput.parse({ ...of, ...change }) });

/** What stands in the way of somebody else's wish for these starts at the park. */
async function inTheWay(starts: string[], now = new Date().toISOString()) {
  const rival = await submitted(starts, { actor: foreign });
  const windows = starts.map((start) => requestedDate(start));
  const clashes = await readClashes(database, rival.bookingId, windows, now);
  await database.execute(sql`UPDATE booking SET status = 'cancelled' WHERE id = ${rival.bookingId}`);
  return clashes.map(({ strength, otherStartsAt, venueName }) => [strength, otherStartsAt, venueName]);
}

const park = venues.park.name;

test("an event keeps its slot while its booking waits to be approved again", async () => {
  const booking = await standing(["2027-06-01T10:00"]);
  await update(booking, { plan: planOf({ durationMinutes: 240 }) });
  expect(await inTheWay(["2027-06-01T10:00"])).toEqual([["approved", "2027-06-01T14:00:00.000Z", park]]);
});

test("an event keeps the venue that its booking wants to leave, and nothing at the other one", async () => {
  const booking = await standing(["2027-06-02T10:00"]);
  await update(booking, { locationIds: [venues.square.id] });
  expect(await inTheWay(["2027-06-02T10:00"])).toEqual([["approved", "2027-06-02T14:00:00.000Z", park]]);

  const other = await standing(["2027-06-03T10:00"], [venues.square.id]);
  await update(other, { locationIds: [venues.park.id] });
  expect(await inTheWay(["2027-06-03T10:00"])).toEqual([["asked", "2027-06-03T14:00:00.000Z", park]]);
});

test("the further venues of an event are taken as well", async () => {
  const booking = await standing(["2027-06-04T10:00"], [venues.square.id, venues.park.id]);
  await update(booking, { plan: planOf({ durationMinutes: 240 }) });
  expect(await inTheWay(["2027-06-04T10:00"])).toEqual([["approved", "2027-06-04T14:00:00.000Z", park]]);
});

test("of a cancelled booking only what runs is in the way", async () => {
  const { bookingId } = await standing(["2027-06-05T10:00"]);
  await database.execute(sql`UPDATE booking SET status = 'cancelled' WHERE id = ${bookingId}`);
  expect(await inTheWay(["2027-06-05T10:00"])).toEqual([]);
  await database.execute(sql`
    UPDATE event_instance SET status = 'in_progress' WHERE booking_id = ${bookingId}`);
  expect(await inTheWay(["2027-06-05T11:00"])).toEqual([["approved", "2027-06-05T14:00:00.000Z", park]]);
});

test("a change request holds what was asked for, not what the client adds meanwhile", async () => {
  const { bookingId, version } = await submitted(["2027-06-06T10:00"]);
  const changes = [{ field: "title", reason: "Name the brand." }];
  const asked = await run(admin, {
    type: "requestChanges",
    ...requestChangesInput.parse({ bookingId, version, changes }),
  });
  await update(asked, { schedule: scheduleOf("2027-06-06T10:00", "2027-06-07T10:00") });
  expect(await inTheWay(["2027-06-06T10:00", "2027-06-07T10:00"])).toEqual([
    ["held", "2027-06-06T14:00:00.000Z", park],
    ["asked", "2027-06-07T14:00:00.000Z", park],
  ]);
  expect(await inTheWay(["2027-06-06T10:00"], "2199-01-01T00:00:00.000Z")).toEqual([
    ["asked", "2027-06-06T14:00:00.000Z", park],
  ]);
});

test("what a booking names and the directory archived is gone, the client first", async () => {
  const named = { clientId, locationIds: [venues.closed.id, venues.park.id], plan: planOf() };
  const kinds = async () => (await readGone(database, named)).map(({ kind, name }) => [kind, name]);
  expect(await kinds()).toEqual([["venue", "Closed Hall"]]);
  await database.execute(sql`UPDATE kit_template SET archived_at = now() WHERE id = ${kitTemplateId}`);
  await database.execute(sql`UPDATE client SET archived_at = now() WHERE id = ${clientId}`);
  expect(await kinds()).toEqual([
    ["client", "Tea House"],
    ["venue", "Closed Hall"],
    ["kit", "Tea kit"],
  ]);
});
