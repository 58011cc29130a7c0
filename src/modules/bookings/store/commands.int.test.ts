import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/commands/actor";
import { runCommand } from "@/commands/run-command";
import { createDatabase, type Database } from "@/db/database";
import { sql } from "@/db/sql";
import { catalog, type EventType } from "@/domain-events/catalog/catalog";
import type { BookingState } from "@/modules/bookings/booking";
import type { BookingCommand } from "@/modules/bookings/commands";
import {
  approveInput,
  cancelInput,
  createInput,
  duplicateInput,
  importInput,
  rejectInput,
  requestChangesInput,
  submitInput,
  updateInput,
} from "@/modules/bookings/inputs";
import { bookings } from "@/modules/bookings/module";
import { admin, clientId, clientPerson, otherAdmin } from "@/testing/builders/actors";
import { insertDirectory } from "@/testing/builders/directory-rows";
import { planOf, venues } from "@/testing/builders/bookings";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { readBooking } from "./read-booking";

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

let evolved: BookingState | undefined;
beforeEach(() => {
  evolved = undefined;
});

/** The subject, telling what `evolve` made of the booking so that the saved row can be compared with it. */
const watched: typeof bookings = {
  ...bookings,
  save: (tx, change) => {
    evolved = change.after;
    return bookings.save(tx, change);
  },
};

async function run(actor: Actor, command: BookingCommand) {
  const { result, eventIds } = await runCommand(database, watched, command, { actor, requestId: "r-1" });
  if (!result) throw new Error("no booking came back");
  return { ...result, eventIds };
}

interface LoggedRow {
  readonly id: string;
  readonly type: EventType;
  readonly source: string;
  readonly payload: object;
  readonly metadata: object;
  readonly entity_ids: string[];
  readonly depth: number;
}

function logOf(bookingId: string) {
  return database.query<LoggedRow>(sql`
    SELECT id, type, source, payload, metadata, entity_ids, depth FROM event_log
    WHERE correlation_id = ${bookingId} ORDER BY position`);
}

/** The row says what `evolve` said; the log got exactly these facts, under their ids, with who and what. */
async function expectRecorded(answer: Awaited<ReturnType<typeof run>>, actor: Actor, types: EventType[]) {
  const row = await readBooking(database, answer.bookingId);
  expect(row).toEqual({ ...evolved, number: expect.any(Number) });
  expect(answer).toMatchObject({ version: row?.version, status: row?.status });
  const logged = (await logOf(answer.bookingId)).filter((one) => answer.eventIds.includes(one.id));
  expect(logged.map((one) => one.type)).toEqual(types);
  for (const { type, source, metadata, payload, entity_ids, depth } of logged) {
    expect(catalog[type].sources).toContain(source);
    expect(metadata).toMatchObject({
      userId: actor.kind === "person" ? actor.id : "system",
      actorRole: actor.kind === "person" ? actor.role : "system",
      requestId: "r-1",
      version: "1",
    });
    expect(payload).toMatchObject({ bookingId: answer.bookingId, clientId });
    expect(entity_ids).toContain(`booking:${answer.bookingId}`);
    expect(depth).toBe(0);
  }
}

const weekly = {
  kind: "recurring",
  recurrence: {
    frequency: "weekly",
    interval: 1,
    startLocal: "2027-03-06T10:00",
    durationMinutes: 120,
    endDate: "2027-03-20",
  },
};
const content = {
  title: "Spring tour",
  locationIds: [venues.park.id, venues.square.id],
  schedule: weekly,
  plan: planOf(),
  contact: { name: "Ada", phone: "", email: "ada@tea.example" },
  notes: "Ring twice.",
};
const offsets = ["2027-03-06T10:00:00-05:00", "2027-03-13T10:00:00-05:00", "2027-03-20T10:00:00-04:00"];

async function created(input: object = content) {
  return run(clientPerson, { type: "create", ...createInput.parse(input) });
}

async function submitted(input: object = content) {
  const { bookingId, version } = await created(input);
  return run(clientPerson, { type: "submit", ...submitInput.parse({ bookingId, version }) });
}

async function approved(input: object = content, eventDates = offsets) {
  const { bookingId, version } = await submitted(input);
  const override = { reason: "Bookings of other tests stand there as well." };
  return run(admin, { type: "approve", ...approveInput.parse({ bookingId, version, eventDates, override }) });
}

test("create", async () => {
  const answer = await created();
  expect(answer).toMatchObject({ status: "draft", version: 1 });
  await expectRecorded(answer, clientPerson, ["BOOKING_CREATED"]);
});

test("submit, with the dates of the series on both sides of the clock change", async () => {
  const answer = await submitted();
  await expectRecorded(answer, clientPerson, ["BOOKING_SUBMITTED"]);
  const [, fact] = await logOf(answer.bookingId);
  expect(fact?.payload).toMatchObject({
    eventDates: offsets,
    recurrencePattern: { frequency: "weekly", interval: 1, endDate: "2027-03-20" },
  });
  expect(fact?.metadata).toMatchObject({ rrule: expect.stringContaining("FREQ=WEEKLY") });
});

test("instants are kept in UTC, whatever clock the venue has", async () => {
  const { bookingId } = await submitted();
  const rows = await database.query<{ text: string; zone: string }>(sql`
    SELECT starts_at::text AS text, time_zone AS zone FROM booking_date WHERE booking_id = ${bookingId} ORDER BY 1`);
  expect(rows).toEqual(
    ["2027-03-06 15:00:00+00", "2027-03-13 15:00:00+00", "2027-03-20 14:00:00+00"].map((text) => ({
      text,
      zone: "America/New_York",
    })),
  );
  const throughPrisma = await database.prisma.bookingDate.findFirstOrThrow({
    where: { bookingId },
    orderBy: { startsAt: "asc" },
  });
  expect(throughPrisma.startsAt.toISOString()).toBe("2027-03-06T15:00:00.000Z");
});

test("approve some, decline one with another start", async () => {
  const { bookingId, version } = await submitted();
  const [first, second, third] = offsets;
  const answer = await run(admin, {
    type: "approve",
    ...approveInput.parse({
      bookingId,
      version,
      eventDates: [first, second],
      declinedDates: [{ date: third, reason: "Taken.", proposedDate: "2027-03-21T10:00" }],
      notes: "Parking is arranged.",
    }),
  });
  await expectRecorded(answer, admin, ["BOOKING_APPROVED", "BOOKING_DATES_DECLINED"]);
  expect(answer.status).toBe("partially_approved");
});

test("update what was approved, and approve it again", async () => {
  const { bookingId, version } = await approved();
  const moved = { kind: "dates", dates: [{ localStart: "2027-03-07T10:00", durationMinutes: 60 }] };
  const update = updateInput.parse({ bookingId, version, schedule: moved, locationIds: [venues.berlin.id] });
  const answer = await run(clientPerson, { type: "update", ...update });
  await expectRecorded(answer, clientPerson, ["BOOKING_UPDATED"]);
  const row = await readBooking(database, bookingId);
  expect(row).toMatchObject({ status: "submitted", needsReapproval: true, timeZone: "Europe/Berlin" });
  expect(row?.dates.map((date) => date.startsAt)).toEqual(["2027-03-07T09:00:00.000Z"]);
  const again = approveInput.parse({
    bookingId,
    version: answer.version,
    eventDates: ["2027-03-07T10:00:00+01:00"],
  });
  await expectRecorded(await run(admin, { type: "approve", ...again }), admin, ["BOOKING_APPROVED"]);
});

test("an edit that sends everything as it is changes nothing and records nothing", async () => {
  const { bookingId, version } = await created();
  const same = updateInput.parse({ bookingId, version, ...content });
  expect(await run(clientPerson, { type: "update", ...same })).toMatchObject({ version, eventIds: [] });
});

test("an edit of the venue alone brings a series to the new venue's clock", async () => {
  const { bookingId, version } = await created();
  const input = updateInput.parse({ bookingId, version, locationIds: [venues.berlin.id] });
  await expectRecorded(await run(clientPerson, { type: "update", ...input }), clientPerson, [
    "BOOKING_UPDATED",
  ]);
  const rows = await database.query<{ starts: string; zone: string }>(sql`
    SELECT starts_at::text AS starts, time_zone AS zone FROM booking_date WHERE booking_id = ${bookingId}
    ORDER BY 1 LIMIT 1`);
  expect(rows).toEqual([{ starts: "2027-03-06 09:00:00+00", zone: "Europe/Berlin" }]);
});

test("kept dates keep their rows when others come and go, and when two swap their places", async () => {
  const { bookingId, version } = await created();
  const before = await readBooking(database, bookingId);
  const dates = ["2027-03-20T10:00", "2027-03-06T10:00", "2027-03-27T10:00"].map((localStart) => ({
    localStart,
    durationMinutes: 120,
  }));
  const input = updateInput.parse({ bookingId, version, schedule: { kind: "dates", dates } });
  await expectRecorded(await run(clientPerson, { type: "update", ...input }), clientPerson, [
    "BOOKING_UPDATED",
  ]);
  const after = await readBooking(database, bookingId);
  const ids = (booking: typeof before) => booking?.dates.map((date) => date.id) ?? [];
  expect(ids(after).slice(0, 2)).toEqual([ids(before)[0], ids(before)[2]]);
});

test("reject, and hand in again", async () => {
  const { bookingId, version } = await submitted();
  const rejection = rejectInput.parse({ bookingId, version, reason: "Closed.", allowResubmission: true });
  const answer = await run(admin, { type: "reject", ...rejection });
  await expectRecorded(answer, admin, ["BOOKING_REJECTED"]);
  const again = submitInput.parse({ bookingId, version: answer.version });
  await expectRecorded(await run(clientPerson, { type: "submit", ...again }), clientPerson, [
    "BOOKING_SUBMITTED",
  ]);
});

test("request changes, field by field", async () => {
  const { bookingId, version } = await submitted();
  const changes = [
    { field: "title", reason: "Name the brand.", suggestedValue: "Tea tour" },
    { field: "notes", reason: "Which bell?" },
  ];
  const request = requestChangesInput.parse({ bookingId, version, changes, answerBy: "2199-01-01" });
  await expectRecorded(await run(admin, { type: "requestChanges", ...request }), admin, [
    "BOOKING_CHANGES_REQUESTED",
  ]);
});

test("cancel", async () => {
  const { bookingId, version } = await approved();
  const input = cancelInput.parse({ bookingId, version, reason: "Off." });
  await expectRecorded(await run(clientPerson, { type: "cancel", ...input }), clientPerson, [
    "BOOKING_CANCELLED",
  ]);
});

test("duplicate", async () => {
  const original = await approved();
  const answer = await run(clientPerson, {
    type: "duplicate",
    ...duplicateInput.parse({ bookingId: original.bookingId }),
  });
  await expectRecorded(answer, clientPerson, ["BOOKING_CREATED"]);
  expect(await readBooking(database, answer.bookingId)).toMatchObject({
    copiedFrom: original.bookingId,
    title: content.title,
    dates: [],
    recurrence: null,
  });
});

const rowGroup = { ...content, clientId, importKey: "permit-1", plan: { activities: [] } };

test("import, and the same row group again", async () => {
  const command: BookingCommand = { type: "import", ...importInput.parse(rowGroup) };
  await expectRecorded(await run(admin, command), admin, ["BOOKING_CREATED", "BOOKING_SUBMITTED"]);
  const again = await runCommand(database, bookings, command, { actor: otherAdmin });
  expect(again).toMatchObject({ result: null, eventIds: [] });
});

test("two imports of one row group at once make one booking; the other is told", async () => {
  const command: BookingCommand = {
    type: "import",
    ...importInput.parse({ ...rowGroup, importKey: "race" }),
  };
  const results = await Promise.allSettled(
    [admin, otherAdmin, admin, otherAdmin].map((actor) => runCommand(database, bookings, command, { actor })),
  );
  const made = results.filter((one) => one.status === "fulfilled" && one.value.eventIds.length > 0);
  const refused = results.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  expect(made).toHaveLength(1);
  for (const reason of refused) expect(reason).toMatchObject({ code: "CONFLICT" });
  const [count] = await database.query<{ n: number }>(
    sql`SELECT count(*)::int AS n FROM booking WHERE import_key = 'race'`,
  );
  expect(count?.n).toBe(1);
});

test("an edit of a stale version is refused with the difference to what was seen", async () => {
  const { bookingId, version } = await submitted();
  const edit = (title: string) =>
    run(clientPerson, { type: "update", ...updateInput.parse({ bookingId, version, title }) });
  await edit("Summer tour");
  await expect(
    run(admin, { type: "approve", ...approveInput.parse({ bookingId, version, eventDates: offsets }) }),
  ).rejects.toMatchObject({
    code: "CONFLICT",
    details: {
      data: { differences: [{ field: "title", before: "Spring tour", after: "Summer tour" }] },
    },
  });
});

test("a person of another client gets the answer of a booking that does not exist", async () => {
  const { bookingId, version } = await submitted();
  const other = { ...clientPerson, clientId: venues.park.id };
  const missing = venues.park.id;
  const attempt = (id: string) =>
    run(other, { type: "submit", ...submitInput.parse({ bookingId: id, version }) }).catch((error) => ({
      ...error,
    }));
  expect(await attempt(bookingId)).toEqual(await attempt(missing));
});

test("unknown kits and archived venues are refused, and nothing is written", async () => {
  const before = await database.query(sql`SELECT count(*) FROM event_log`);
  const plan = planOf({ kits: [{ kitTemplateId: venues.park.id as never, quantity: 1 }] });
  await expect(created({ ...content, plan })).rejects.toMatchObject({ code: "INVALID" });
  await expect(created({ ...content, locationIds: [venues.closed.id] })).rejects.toMatchObject({
    code: "INVALID",
  });
  expect(await database.query(sql`SELECT count(*) FROM event_log`)).toEqual(before);
});

test("dates that keep their instants in another zone keep their rows, which name the new zone", async () => {
  const at = (localStart: string) => ({ kind: "dates", dates: [{ localStart, durationMinutes: 120 }] });
  const { bookingId, version } = await created({ ...content, schedule: at("2027-03-06T10:00") });
  const before = await readBooking(database, bookingId);
  const move = { locationIds: [venues.berlin.id], schedule: at("2027-03-06T16:00") };
  const input = updateInput.parse({ bookingId, version, ...move });
  await expectRecorded(await run(clientPerson, { type: "update", ...input }), clientPerson, [
    "BOOKING_UPDATED",
  ]);
  const rows = await database.query(sql`
    SELECT id, time_zone, local_start FROM booking_date WHERE booking_id = ${bookingId}`);
  expect(rows).toEqual([
    { id: before?.dates[0]?.id, time_zone: "Europe/Berlin", local_start: "2027-03-06T16:00" },
  ]);
});
