import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommand } from "@/commands/run-command";
import { createDatabase, type Database } from "@/db/database";
import { sql } from "@/db/sql";
import type { BookingCommand } from "@/modules/bookings/commands";
import { approveInput, importInput } from "@/modules/bookings/inputs";
import { bookings } from "@/modules/bookings/module";
import { admin, clientId, otherAdmin, otherClientId, testId } from "@/testing/builders/actors";
import { venues } from "@/testing/builders/bookings";
import { insertDirectory } from "@/testing/builders/directory-rows";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { readBooking } from "./read-booking";

let testDatabase: TestDatabase;
let database: Database;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = createDatabase({ url: testDatabase.url, max: 12, applicationName: "test" });
  await insertDirectory(database);
});
afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

let made = 0;

/** A submitted booking of one date, imported by an admin who is none of those who decide. */
async function requested(localStart: string, ofClient = clientId) {
  made += 1;
  const input = importInput.parse({
    clientId: ofClient,
    importKey: `race-${made}`,
    title: `Booking ${made}`,
    locationIds: [venues.park.id],
    schedule: { kind: "dates", dates: [{ localStart, durationMinutes: 120 }] },
    plan: { activities: [] },
    contact: null,
    notes: "",
  });
  const importer = { ...admin, id: testId(2, 99) };
  const answer = await runCommand(database, bookings, { type: "import", ...input }, { actor: importer });
  if (!answer.result) throw new Error("nothing was imported");
  const booking = await readBooking(database, answer.result.bookingId);
  if (!booking) throw new Error("it is there");
  return booking;
}

function approval(booking: Awaited<ReturnType<typeof requested>>): BookingCommand {
  const { id, version, dates } = booking;
  const eventDates = dates.map((date) => date.startsAt);
  return { type: "approve", ...approveInput.parse({ bookingId: id, version, eventDates }) };
}

const factsOf = (bookingId: string, type: string) =>
  database.query(sql`SELECT FROM event_log WHERE correlation_id = ${bookingId} AND type = ${type}`);

test("of two admins who approve at once one wins, the other is told that it is decided", async () => {
  const booking = await requested("2027-05-01T10:00");
  const results = await Promise.allSettled(
    [admin, otherAdmin].map((actor) => runCommand(database, bookings, approval(booking), { actor })),
  );
  expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  const [lost] = results.filter((one) => one.status === "rejected");
  expect(lost?.reason).toMatchObject({ code: "RULE_VIOLATED", details: { rule: "already_decided" } });
  expect(await factsOf(booking.id, "BOOKING_APPROVED")).toHaveLength(1);
});

test("fifty approvals of one booking at once are one approval", async () => {
  const booking = await requested("2027-05-02T10:00");
  const results = await Promise.allSettled(
    Array.from({ length: 50 }, (_, index) =>
      runCommand(database, bookings, approval(booking), { actor: { ...admin, id: testId(2, 200 + index) } }),
    ),
  );
  expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  for (const one of results) {
    if (one.status === "rejected") expect(one.reason).toMatchObject({ details: { rule: "already_decided" } });
  }
  expect(await factsOf(booking.id, "BOOKING_APPROVED")).toHaveLength(1);
  expect(await readBooking(database, booking.id)).toMatchObject({ version: booking.version + 1 });
});

test("of bookings for one venue and time that are approved at once only one gets through", async () => {
  const rivals = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      requested("2027-05-03T10:00", index % 2 === 0 ? clientId : otherClientId),
    ),
  );
  const results = await Promise.allSettled(
    rivals.map((booking) => runCommand(database, bookings, approval(booking), { actor: admin })),
  );
  expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  for (const one of results) {
    if (one.status === "rejected") expect(one.reason).toMatchObject({ details: { rule: "dates_blocked" } });
  }
});

test("bookings that follow one another at a venue do not clash", async () => {
  const early = await requested("2027-05-04T10:00");
  const late = await requested("2027-05-04T12:00");
  await runCommand(database, bookings, approval(early), { actor: admin });
  const answer = await runCommand(database, bookings, approval(late), { actor: admin });
  expect(answer.result).toMatchObject({ status: "approved" });
});

test("an override keeps the clash that it pushed through, in the row and in the log", async () => {
  const standing = await requested("2027-05-05T10:00");
  await runCommand(database, bookings, approval(standing), { actor: admin });
  const wanted = await requested("2027-05-05T11:00", otherClientId);
  const override = { reason: "They share the lawn." };
  await runCommand(database, bookings, { ...approval(wanted), override } as BookingCommand, { actor: admin });
  const warnings = [`venue_clash BK-${standing.number}`];
  const snapshot = { blocked: 1, dates: [{ startsAt: "2027-05-05T15:00:00.000Z", warnings }] };
  const kept = { ...override, by: admin.id, snapshot };
  expect(await readBooking(database, wanted.id)).toMatchObject({ override: kept });
  const [fact] = await database.query<{ override: object }>(sql`
    SELECT metadata -> 'override' AS override FROM event_log
    WHERE correlation_id = ${wanted.id} AND type = 'BOOKING_APPROVED'`);
  expect(fact?.override).toEqual(kept);
});

test("a soft hold blocks until its end and not after", async () => {
  const held = await requested("2027-05-06T10:00");
  const rival = await requested("2027-05-06T10:00", otherClientId);
  await runCommand(
    database,
    bookings,
    {
      type: "requestChanges",
      bookingId: held.id as never,
      version: held.version,
      changes: [{ field: "title", reason: "Name it." }],
    },
    { actor: admin },
  );
  const attempt = () => runCommand(database, bookings, approval(rival), { actor: admin });
  await expect(attempt()).rejects.toMatchObject({ details: { rule: "dates_blocked" } });
  await database.execute(sql`
    UPDATE booking SET change_request = change_request || '{"holdUntil": "2020-01-01T00:00:00.000Z"}'
    WHERE id = ${held.id}`);
  expect((await attempt()).result).toMatchObject({ status: "approved" });
});
