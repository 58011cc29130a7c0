import { afterAll, beforeAll, expect, test } from "vitest";
import type { PersonActor } from "@/commands/actor";
import { newId } from "@/commands/new-id";
import { createDatabase, type Database } from "@/db/database";
import { catalog } from "@/domain-events/catalog/catalog";
import { fact } from "@/domain-events/catalog/fact";
import { MASK } from "@/domain-events/catalog/mask";
import { withClient } from "@/launch/roles.mjs";
import { createCaller } from "@/server/router";
import { admin, agent, clientPerson, manager, system } from "@/testing/builders/actors";
import { bookingId } from "@/testing/builders/bookings";
import { insertLoggedWorld, managedEventId, recordFact } from "@/testing/builders/logged-world";
import { createTestDatabase, type TestDatabase } from "@/testing/database";

let own: TestDatabase;
let database: Database;
let offeredId: string;
let confirmedId: string;
let checkedInId: string;
let strangeId: string;

beforeAll(async () => {
  own = await createTestDatabase();
  database = createDatabase({ url: own.url, max: 4, applicationName: "log router test" });
  await insertLoggedWorld(database);
  const shift = { eventId: managedEventId, userId: agent.id };
  offeredId = await recordFact(
    database,
    fact("STAFF_ASSIGNMENT_OFFERED", {
      ...catalog.STAFF_ASSIGNMENT_OFFERED.example,
      ...shift,
      offeredBy: manager.id,
    }),
    { actor: manager },
  );
  confirmedId = await recordFact(
    database,
    fact("LOCATION_CONFIRMED", {
      ...catalog.LOCATION_CONFIRMED.example,
      eventId: managedEventId,
      confirmedBy: manager.id,
    }),
    { actor: manager },
  );
  checkedInId = await recordFact(
    database,
    fact("STAFF_CHECKED_IN", { ...catalog.STAFF_CHECKED_IN.example, ...shift }),
    { actor: agent },
  );
  await recordFact(
    database,
    fact("LOG_HANDLER_RESUMED", { ...catalog.LOG_HANDLER_RESUMED.example, resumedBy: admin.id }),
    { actor: system, correlationId: "reporting" },
  );
  strangeId = newId();
  await insertStrange(strangeId);
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

/** A fact of a release that does not exist yet, with a name in it. */
async function insertStrange(id: string): Promise<void> {
  await withClient(own.superuserUrl, async (superuser) => {
    const payload = JSON.stringify({ bookingId, guest: "Rosa Lind" });
    await superuser.query(
      `WITH said AS (SELECT date_trunc('milliseconds', clock_timestamp()) AS at), known AS (
         INSERT INTO event_identity (id, recorded_at, category) SELECT $1, at, 'booking' FROM said)
       INSERT INTO event_log (id, type, category, "timestamp", correlation_id, source, payload, recorded_at, expires_on)
       SELECT $1, 'GUEST_INVITED', 'booking', at, $2, 'tests.record', $3, at, '2033-01-01' FROM said`,
      [id, bookingId, payload],
    );
  });
}

function callerFor({ id, role, clientId }: PersonActor) {
  const person = {
    sessionId: newId(),
    personId: id,
    name: "Somebody",
    email: "somebody@muster.example",
    role,
    clientId,
    timeZone: null,
    signedInAt: new Date(),
  };
  return createCaller({ database, requestId: newId(), headers: new Headers(), person: async () => person });
}

const log = () => callerFor(admin).log;

test("the newest entries come first, in words, with the booking's number", async () => {
  const { lines, searched } = await log().search({});
  expect(lines.map(({ actor, title, bookingNumber }) => `${actor} ${title}, ${bookingNumber}`)).toEqual([
    "Muster recorded GUEST_INVITED, BK-1001",
    "Muster resumed the handler notification, null",
    "Bo Lind checked in at EV-101, BK-1001",
    "Mina Okafor confirmed the venue, BK-1001",
    "Mina Okafor offered Bo Lind a shift at EV-101, BK-1001",
  ]);
  expect(Date.now() - Date.parse(searched.from)).toBeGreaterThanOrEqual(24 * 3_600_000);
  expect(Date.now() - Date.parse(searched.from)).toBeLessThan(24 * 3_600_000 + 60_000);
});

test("pay is masked in an offer", async () => {
  const entry = await log().byId({ id: offeredId });
  expect(entry.payload).toMatchObject({ userId: agent.id, compensation: { rate: MASK, currency: MASK } });
  expect(entry.masked).toContain("compensation.rate");
});

test("contact and access notes are masked in a confirmation", async () => {
  const answer = JSON.stringify(await log().byId({ id: confirmedId }));
  const { contactPerson, accessDetails } = catalog.LOCATION_CONFIRMED.example;
  for (const hidden of [contactPerson?.name, contactPerson?.phone, contactPerson?.email, accessDetails]) {
    expect(hidden).toBeTruthy();
    expect(answer).not.toContain(hidden);
  }
});

test("a position is masked in a check-in", async () => {
  const answer = JSON.stringify(await log().byId({ id: checkedInId }));
  expect(answer).not.toContain("40.7536");
  expect(answer).not.toContain("-73.9832");
});

test("what this release does not know is shown as stored, with unclassified text masked", async () => {
  const entry = await log().byId({ id: strangeId });
  expect(entry).toMatchObject({
    isReadable: false,
    payload: { bookingId, guest: MASK },
    problem: { reason: "unknown-type" },
    currentVersion: null,
    storedVersion: 1,
  });
});

test("an entry says who the ids in it are, how long it is kept and what each handler did", async () => {
  const entry = await log().byId({ id: offeredId });
  expect(entry.names).toEqual(
    expect.arrayContaining([
      { id: agent.id, name: "Bo Lind" },
      { id: manager.id, name: "Mina Okafor" },
      { id: managedEventId, name: "EV-101" },
    ]),
  );
  expect(entry.expiresOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(entry.handlers).toEqual([]);
  await withClient(own.ownerUrl, (owner) =>
    owner.query(
      `INSERT INTO event_attempt (event_id, handler, position, type, attempt, outcome, closes, recorded_at,
         first_started_at, finished_at, error, expires_on)
       VALUES ($1, 'reporting', 1, 'STAFF_ASSIGNMENT_OFFERED', 2, 'done', true, now() - interval '1 second',
         now(), now(), NULL, current_date + 10)`,
      [offeredId],
    ),
  );
  expect((await log().byId({ id: offeredId })).handlers).toMatchObject([
    { handler: "reporting", state: "done", attempts: 2, lastError: null },
  ]);
});

test("filters: category, type, a booking's number, a person, a fact's own id", async () => {
  const typesOf = async (input: Parameters<ReturnType<typeof log>["search"]>[0]) =>
    (await log().search(input)).lines.map(({ type }) => type);
  expect(await typesOf({ category: "location" })).toEqual(["LOCATION_CONFIRMED"]);
  expect(await typesOf({ types: ["STAFF_CHECKED_IN"] })).toEqual(["STAFF_CHECKED_IN"]);
  expect(await typesOf({ id: "bk-1001" })).toHaveLength(4);
  expect(await typesOf({ id: "EV-101" })).toEqual([
    "STAFF_CHECKED_IN",
    "LOCATION_CONFIRMED",
    "STAFF_ASSIGNMENT_OFFERED",
  ]);
  expect(await typesOf({ id: agent.id })).toEqual(["STAFF_CHECKED_IN", "STAFF_ASSIGNMENT_OFFERED"]);
  expect(await typesOf({ id: offeredId, category: "kit" })).toEqual(["STAFF_ASSIGNMENT_OFFERED"]);
  expect(await typesOf({ id: newId() })).toEqual([]);
  expect(await typesOf({ id: "Rosa' OR 1=1" })).toEqual([]);
});

test("filters: who acted, by which command, one chain, a part of a name", async () => {
  const typesOf = async (input: Parameters<ReturnType<typeof log>["search"]>[0]) =>
    (await log().search(input)).lines.map(({ type }) => type);
  expect(await typesOf({ actor: agent.id })).toEqual(["STAFF_CHECKED_IN"]);
  expect(await typesOf({ actor: "system" })).toEqual(["LOG_HANDLER_RESUMED"]);
  expect(await typesOf({ source: "tests.record", category: "staff" })).toHaveLength(2);
  expect(await typesOf({ source: "tests.other" })).toEqual([]);
  expect(await typesOf({ correlationId: "reporting" })).toEqual(["LOG_HANDLER_RESUMED"]);
  expect(await typesOf({ id: "REPORTING" })).toEqual([]);
  expect(await typesOf({ id: "reporting" })).toEqual(["LOG_HANDLER_RESUMED"]);
  const byName = await log().search({ id: "lind" });
  expect(byName.lines.map(({ type }) => type)).toEqual(["STAFF_CHECKED_IN", "STAFF_ASSIGNMENT_OFFERED"]);
  expect(byName.found).toEqual({ kind: "records", names: ["Bo Lind"] });
  expect((await log().search({ id: "100%" })).found).toEqual({ kind: "nothing", names: [] });
});

test("filters: a registered field of the payload, and no other", async () => {
  const typesOf = async (field: { name: "handler"; value: string }) =>
    (await log().search({ field })).lines.map(({ type }) => type);
  expect(await typesOf({ name: "handler", value: "notification" })).toEqual(["LOG_HANDLER_RESUMED"]);
  expect(await typesOf({ name: "handler", value: "reporting" })).toEqual([]);
  // @ts-expect-error what says something about a person is not searched
  await expect(log().search({ field: { name: "userId", value: agent.id } })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
});

test("oldest first is the same list the other way around, page after page", async () => {
  const newest = (await log().search({})).lines.map(({ id }) => id);
  const first = await log().search({ order: "oldest", limit: 2 });
  const rest = await log().search({ order: "oldest", cursor: first.next });
  expect([...first.lines, ...rest.lines].map(({ id }) => id)).toEqual([...newest].reverse());
});

test("a count is exact below a thousand and comes with the first page only", async () => {
  const first = await log().search({ limit: 2 });
  expect(first.total).toEqual({ count: 5, isMore: false, about: null });
  expect((await log().search({ limit: 2, cursor: first.next })).total).toBeNull();
  expect((await log().search({ id: offeredId, range: "1h" })).total).toEqual({
    count: 1,
    isMore: false,
    about: null,
  });
});

test("known entries are read again as far as the filter leaves them", async () => {
  const ids = [offeredId, checkedInId];
  expect((await log().lines({ ids })).map(({ id }) => id)).toEqual([checkedInId, offeredId]);
  expect((await log().lines({ ids, types: ["STAFF_CHECKED_IN"] })).map(({ id }) => id)).toEqual([
    checkedInId,
  ]);
  expect(await log().lines({ ids, id: newId() })).toEqual([]);
});

test("filters are offered what there is", async () => {
  expect(await log().suggest({ kind: "actor", words: "lind" })).toEqual([
    { id: agent.id, label: "Bo Lind", hint: "agent" },
  ]);
  expect(await log().suggest({ kind: "source" })).toEqual([
    { id: "tests.record", label: "tests.record", hint: "" },
  ]);
});

test("a chain is listed, and pages go on where the last one ended", async () => {
  const related = await log().related({ correlationId: bookingId, limit: 3 });
  const rest = await log().related({ correlationId: bookingId, cursor: related.nextCursor });
  expect(related.lines).toHaveLength(3);
  expect(rest.lines.map(({ id }) => id)).toEqual([offeredId]);
  expect(rest.nextCursor).toBeNull();

  const first = await log().search({ limit: 2 });
  const second = await log().search({ limit: 100, cursor: first.next ?? undefined });
  expect([...first.lines, ...second.lines].map(({ id }) => id)).toEqual(
    (await log().search({})).lines.map(({ id }) => id),
  );
});

test("a page is never longer than its limit allows, and only for admins", async () => {
  await expect(log().search({ limit: 1_000_000 })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  await expect(log().related({ correlationId: bookingId, limit: 101 })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
  for (const reader of [manager, agent, clientPerson]) {
    await expect(callerFor(reader).log.search({})).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(callerFor(reader).log.byId({ id: offeredId })).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
  await expect(log().byId({ id: newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
});
