import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase, type Database } from "@/db/database";
import { type ConstraintViolation, constraintViolation } from "@/db/errors";
import { sql } from "@/db/sql";
import { Prisma } from "@/generated/prisma/client";
import { bookings } from "@/modules/bookings/module";
import { clientId, testId } from "@/testing/builders/actors";
import { venues } from "@/testing/builders/bookings";
import { insertDirectory } from "@/testing/builders/directory-rows";
import { createTestDatabase, type TestDatabase } from "@/testing/database";

let testDatabase: TestDatabase;
let database: Database;

const first = testId(3, 1);
const second = testId(3, 2);
const missing = testId(3, 99);

/** A booking as the columns of one row; what a case wants differently comes from `change`. */
function booking(change: Readonly<Record<string, string>>): string {
  const row: Readonly<Record<string, string>> = {
    id: `'${testId(3, 50)}'`,
    client_id: `'${clientId}'`,
    title: "'Tour'",
    status: "'draft'",
    time_zone: "'UTC'",
    plan: "'{}'",
    created_by: "'a'",
    created_at: "now()",
    waiting_for: "'client'",
    waiting_since: "now()",
    updated_at: "now()",
    ...change,
  };
  return `INSERT INTO booking (${Object.keys(row).join(", ")}) VALUES (${Object.values(row).join(", ")})`;
}

function date(change: Readonly<Record<string, string>>): string {
  const row: Readonly<Record<string, string>> = {
    id: `'${testId(6, 50)}'`,
    booking_id: `'${first}'`,
    local_start: "'2027-01-01T10:00'",
    starts_at: "'2027-01-02T10:00Z'",
    ends_at: "'2027-01-02T12:00Z'",
    time_zone: "'UTC'",
    status: "'undecided'",
    ...change,
  };
  return `INSERT INTO booking_date (${Object.keys(row).join(", ")}) VALUES (${Object.values(row).join(", ")})`;
}

const venue = (bookingId: string, locationId: string, rank: number) =>
  `INSERT INTO booking_venue (booking_id, location_id, rank) VALUES ('${bookingId}', '${locationId}', ${rank})`;
const revision = (bookingId: string) =>
  `INSERT INTO booking_revision (booking_id, version, content, changed_by, changed_at)
   VALUES ('${bookingId}', 1, '{}', 'a', now())`;

/** A statement that breaks it, for each named constraint of the bookings' tables. */
const breakers: Readonly<Record<string, readonly [ConstraintViolation["kind"], string]>> = {
  booking_pkey: ["unique", booking({ id: `'${first}'` })],
  booking_number_key: ["unique", booking({ number: "1" })],
  booking_import_key: ["unique", booking({ import_key: "'k'" })],
  booking_title_length: ["check", booking({ title: "''" })],
  booking_status_known: ["check", booking({ status: "'lost'" })],
  booking_waiting_known: ["check", booking({ waiting_for: "'godot'" })],
  booking_client_id_fkey: ["foreign-key", booking({ client_id: `'${missing}'` })],
  booking_copied_from_fkey: ["foreign-key", booking({ copied_from: `'${missing}'` })],
  booking_date_pkey: ["unique", date({ id: `'${testId(6, 1)}'` })],
  booking_date_start_key: ["unique", date({ starts_at: "'2027-01-01T10:00Z'" })],
  booking_date_status_known: ["check", date({ status: "'maybe'" })],
  booking_date_note_known: ["check", date({ clock_note: "'late'" })],
  booking_date_order: ["check", date({ ends_at: "'2027-01-02T10:00Z'" })],
  booking_date_booking_id_fkey: ["foreign-key", date({ booking_id: `'${missing}'` })],
  booking_venue_pkey: ["unique", venue(first, venues.square.id, 0)],
  booking_venue_once_key: ["unique", venue(first, venues.park.id, 1)],
  booking_venue_booking_id_fkey: ["foreign-key", venue(missing, venues.park.id, 0)],
  booking_venue_location_id_fkey: ["foreign-key", venue(second, missing, 0)],
  booking_revision_pkey: ["unique", revision(first)],
  booking_revision_booking_id_fkey: ["foreign-key", revision(missing)],
};

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = createDatabase({ url: testDatabase.url, max: 2, applicationName: "test" });
  await insertDirectory(database);
  const rows = [
    booking({ id: `'${first}'`, number: "1", import_key: "'k'" }),
    booking({ id: `'${second}'` }),
    date({ id: `'${testId(6, 1)}'`, starts_at: "'2027-01-01T10:00Z'" }),
    venue(first, venues.park.id, 0),
    revision(first),
  ];
  for (const row of rows) await database.pool.query(row);
});
afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

test("every named constraint of the tables has its breaker", async () => {
  const rows = await database.query<{ name: string }>(sql`
    SELECT conname AS name FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
    WHERE t.relname IN ('booking', 'booking_date', 'booking_venue', 'booking_revision') AND c.contype <> 'n'
    UNION
    SELECT i.relname FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
    WHERE t.relname IN ('booking', 'booking_date', 'booking_venue', 'booking_revision') AND x.indisunique`);
  expect(rows.map((row) => row.name).sort()).toEqual(Object.keys(breakers).sort());
});

test.each(Object.entries(breakers))(
  "%s is recognized, through a statement and through Prisma",
  async (name, [kind, text]) => {
    const thrown = await Promise.all(
      [database.pool.query(text), database.prisma.$executeRaw(Prisma.raw(text))].map((one) =>
        Promise.resolve(one).then(
          () => undefined,
          (reason: unknown) => reason,
        ),
      ),
    );
    expect(thrown.map(constraintViolation)).toEqual([
      { kind, constraint: name },
      { kind, constraint: name },
    ]);
  },
);

test("a model call's violations are recognized by the same names", async () => {
  const { bookingDate } = database.prisma;
  const row = {
    id: testId(6, 60),
    bookingId: first,
    localStart: "2027-01-01T10:00",
    startsAt: new Date("2027-02-01T10:00:00Z"),
    endsAt: new Date("2027-02-01T12:00:00Z"),
    timeZone: "UTC",
    status: "undecided",
  };
  const cases = [
    ["unique", "booking_date_start_key", { ...row, startsAt: new Date("2027-01-01T10:00:00Z") }],
    ["check", "booking_date_order", { ...row, endsAt: row.startsAt }],
    ["foreign-key", "booking_date_booking_id_fkey", { ...row, bookingId: missing }],
  ] as const;
  for (const [kind, constraint, data] of cases) {
    const error = await bookingDate.create({ data }).catch((reason: unknown) => reason);
    expect(constraintViolation(error)).toEqual({ kind, constraint });
  }
});

test("every constraint that a subject explains exists, and is explained as a refusal", () => {
  for (const [name, explain] of Object.entries(bookings.refusals ?? {})) {
    expect(Object.keys(breakers)).toContain(name);
    expect(explain({ type: "duplicate", bookingId: first as never })).toMatchObject({ name: "Refusal" });
  }
});
