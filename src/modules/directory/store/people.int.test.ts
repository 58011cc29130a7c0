import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/commands/new-id";
import { runCommand } from "@/commands/run-command";
import { createDatabase, type Database } from "@/db/database";
import { sql } from "@/db/sql";
import { type FieldsOf, locationFields, personFields } from "@/modules/directory/inputs";
import { directory } from "@/modules/directory/module";
import type { DirectoryCommand } from "@/modules/directory/record";
import { admin, clientId, otherClientId } from "@/testing/builders/actors";
import { insertDirectory } from "@/testing/builders/directory-rows";
import { kitTemplateId, venues } from "@/testing/builders/bookings";
import { createTestDatabase, type TestDatabase } from "@/testing/database";

let own: TestDatabase;
let database: Database;

beforeAll(async () => {
  own = await createTestDatabase();
  database = createDatabase({ url: own.url, max: 4, applicationName: "directory test" });
  await insertDirectory(database);
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

async function run(command: DirectoryCommand, actor = admin) {
  const { result, eventIds } = await runCommand(database, directory, command, { actor });
  if (!result) throw new Error("no record came back");
  return { ...result, eventIds };
}

let fields: FieldsOf<"person">;
let person: { recordId: string; version: number };

/** A client's person with a session, an unread message, its mail and an open link. */
beforeEach(async () => {
  const email = `${newId()}@people.example`;
  fields = personFields.parse({ name: "Nia", email, role: "client", clientId });
  person = await run({ type: "create", recordType: "person", fields });
  const messageId = newId();
  await database.execute(sql`
    INSERT INTO auth_session (id, user_id, token, expires_at)
    VALUES (${newId()}, ${person.recordId}, ${newId()}, now() + interval '1 day')`);
  await database.execute(sql`
    INSERT INTO notification (id, recipient_id, event_id, kind, subject_type, subject_id, title, body, link, created_at)
    VALUES (${messageId}, ${person.recordId}, ${newId()}, 'booking-approved', 'booking', 'b', 't', 'b', '/client', now())`);
  await database.execute(sql`
    INSERT INTO outgoing_mail (id, notification_id) VALUES (${newId()}, ${messageId})`);
  await database.execute(sql`
    INSERT INTO auth_verification (id, identifier, value, expires_at)
    VALUES (${newId()}, ${newId()}, ${`reset ${person.recordId}`}, now() + interval '1 hour')`);
});

const update = (change: Partial<FieldsOf<"person">>) =>
  run({ type: "update", recordType: "person", ...target(person), fields: { ...fields, ...change } });
const target = ({ recordId, version }: { recordId: string; version: number }) => ({ recordId, version });

async function kept() {
  const { recordId } = person;
  const [row] = await database.query(sql`
    SELECT (SELECT count(*)::int FROM auth_session WHERE user_id = ${recordId}) AS sessions,
      (SELECT count(*)::int FROM notification WHERE recipient_id = ${recordId}) AS messages,
      (SELECT count(*)::int FROM outgoing_mail o JOIN notification n ON n.id = o.notification_id
        WHERE n.recipient_id = ${recordId}) AS mails,
      (SELECT count(*)::int FROM auth_verification WHERE value = ${`reset ${recordId}`}) AS links`);
  return row;
}
const everything = { sessions: 1, messages: 1, mails: 1, links: 1 };

describe("what ends with a change of a person (S-30)", () => {
  test.each<readonly [string, () => Promise<unknown>, Partial<typeof everything>]>([
    ["another name", () => update({ name: "Nia New" }), {}],
    [
      "another client",
      () => update({ clientId: otherClientId as never }),
      { sessions: 0, messages: 0, mails: 0 },
    ],
    ["another role", () => update({ role: "agent", clientId: null }), { sessions: 0, messages: 0, mails: 0 }],
    ["another address", () => update({ email: `${newId()}@people.example` }), { sessions: 0, links: 0 }],
    ["deactivation", () => update({ active: false }), { sessions: 0, links: 0 }],
    [
      "archiving",
      () => run({ type: "archive", recordType: "person", ...target(person) }),
      { sessions: 0, links: 0 },
    ],
    [
      "an admin's word",
      () => run({ type: "endSessions", recordType: "person", recordId: person.recordId }),
      { sessions: 0 },
    ],
  ])("%s", async (_, change, ended) => {
    await change();
    expect(await kept()).toEqual({ ...everything, ...ended });
  });
});

async function factOf(eventId: string | undefined) {
  const [row] = await database.query(sql`
    SELECT type, payload ->> 'changedFields' AS fields FROM event_log WHERE id = ${eventId}`);
  return row;
}

const updatedFact = (field: string) => ({ type: "DIRECTORY_RECORD_UPDATED", fields: `["${field}"]` });

describe("what was archived comes back", () => {
  test("a person, by their own field or by name of the act, and can be changed again", async () => {
    const off = await run({ type: "archive", recordType: "person", ...target(person) });
    await expect(
      run({
        type: "update",
        recordType: "person",
        ...target(off),
        fields: { ...fields, active: false, name: "X" },
      }),
    ).rejects.toMatchObject({ details: { rule: "archived" } });
    const on = await run({ type: "update", recordType: "person", ...target(off), fields });
    expect(await factOf(on.eventIds[0])).toEqual(updatedFact("active"));
    const offAgain = await run({ type: "archive", recordType: "person", ...target(on) });
    const back = await run({ type: "restore", recordType: "person", ...target(offAgain) });
    expect(await factOf(back.eventIds[0])).toEqual(updatedFact("active"));
    const [row] = await database.query(sql`SELECT active, version FROM person WHERE id = ${person.recordId}`);
    expect(row).toEqual({ active: true, version: 5 });
  });

  test.each([
    ["client", otherClientId],
    ["location", venues.berlin.id],
    ["kitTemplate", kitTemplateId],
  ] as const)("a %s", async (recordType, recordId) => {
    const archived = await run({ type: "archive", recordType, recordId, version: 1 });
    const restored = await run({ type: "restore", recordType, ...target(archived) });
    expect(await factOf(restored.eventIds[0])).toEqual(updatedFact("archived"));
    const again = await run({ type: "restore", recordType, ...target(restored) });
    expect(again).toMatchObject({ version: 3, eventIds: [] });
    expect((await run({ type: "archive", recordType, ...target(again) })).version).toBe(4);
    await run({ type: "restore", recordType, recordId, version: 4 });
  });

  test("a name that an archived record has is refused with the way on", async () => {
    const name = `Old ${newId()}`;
    const client = await run({ type: "create", recordType: "client", fields: { name } });
    await run({ type: "archive", recordType: "client", ...target(client) });
    await expect(run({ type: "create", recordType: "client", fields: { name } })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("archived"),
    });
  });
});

test("an invitation is recorded, and refused for who is not active", async () => {
  const invite = () => run({ type: "invite", recordType: "person", recordId: person.recordId });
  expect(await factOf((await invite()).eventIds[0])).toEqual(updatedFact("invitation"));
  await update({ active: false });
  await expect(invite()).rejects.toMatchObject({ details: { rule: "archived" } });
});

test("a venue's name can have 300 characters", () => {
  const withName = (length: number) =>
    locationFields.safeParse({ name: "v".repeat(length), timeZone: "UTC" }).success;
  expect([withName(300), withName(301)]).toEqual([true, false]);
});
