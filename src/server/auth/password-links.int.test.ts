import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/commands/new-id";
import { createDatabase, type Database } from "@/db/database";
import { sql } from "@/db/sql";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { changePassword } from "./change-password";
import { isPasswordOf } from "./credentials";
import { openPasswordLink, redeemPasswordLink } from "./password-links";

let own: TestDatabase;
let database: Database;

beforeAll(async () => {
  own = await createTestDatabase();
  database = createDatabase({ url: own.url, max: 5, applicationName: "links test" });
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

async function person(): Promise<string> {
  const id = newId();
  await database.execute(sql`
    INSERT INTO person (id, name, email, role) VALUES (${id}, 'Ana', ${`${id}@agency.example`}, 'agent')`);
  return id;
}

const refused = { code: "INVALID", message: expect.stringMatching(/used already or is too old/) };

test("a link gives its person a password once, and ends the sessions there were", async () => {
  const personId = await person();
  await database.execute(sql`
    INSERT INTO auth_session (id, user_id, token, expires_at) VALUES (${newId()}, ${personId}, 't', now())`);
  const secret = await openPasswordLink(database, personId, "invite");
  expect(await redeemPasswordLink(database, secret, "grass over the hill")).toBe(personId);
  expect(await isPasswordOf(database, personId, "grass over the hill")).toBe(true);
  expect(await database.query(sql`SELECT 1 FROM auth_session WHERE user_id = ${personId}`)).toEqual([]);
  await expect(redeemPasswordLink(database, secret, "hill over the grass")).rejects.toMatchObject(refused);
});

test("a password changed otherwise ends every open link", async () => {
  const personId = await person();
  await redeemPasswordLink(
    database,
    await openPasswordLink(database, personId, "invite"),
    "grass over the hill",
  );
  const secrets = [
    await openPasswordLink(database, personId, "invite"),
    await openPasswordLink(database, personId, "reset"),
  ];
  await changePassword(database, {
    personId,
    sessionId: newId(),
    currentPassword: "grass over the hill",
    newPassword: "violet harbor lantern 7",
    personalWords: [],
  });
  for (const secret of secrets) {
    await expect(redeemPasswordLink(database, secret, "hill over the grass")).rejects.toMatchObject(refused);
  }
});

test("two uses at the same time: one", async () => {
  const secret = await openPasswordLink(database, await person(), "reset");
  const uses = ["grass over the hill", "hill over the grass"].map((password) =>
    redeemPasswordLink(database, secret, password),
  );
  const results = (await Promise.allSettled(uses)).map((result) => result.status);
  expect(results.sort()).toEqual(["fulfilled", "rejected"]);
});

test("the secret is in no table", async () => {
  const secret = await openPasswordLink(database, await person(), "invite");
  const rows = await database.query(sql`SELECT v::text FROM auth_verification v`);
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(secret);
});

test("a password that will not do leaves the link as it was", async () => {
  const secret = await openPasswordLink(database, await person(), "reset");
  await expect(redeemPasswordLink(database, secret, "short")).rejects.toMatchObject({
    details: { fields: { newPassword: expect.stringMatching(/at least 12/) } },
  });
  await redeemPasswordLink(database, secret, "grass over the hill");
});

test("a newer link replaces the older one; setting a password uses up every other", async () => {
  const personId = await person();
  const older = await openPasswordLink(database, personId, "reset");
  const newer = await openPasswordLink(database, personId, "reset");
  const invite = await openPasswordLink(database, personId, "invite");
  await expect(redeemPasswordLink(database, older, "grass over the hill")).rejects.toMatchObject(refused);
  await redeemPasswordLink(database, newer, "grass over the hill");
  await expect(redeemPasswordLink(database, invite, "hill over the grass")).rejects.toMatchObject(refused);
});

test("a link that is too old, made up, or of a person no longer active opens nothing", async () => {
  const [late, gone] = [await person(), await person()];
  const lateSecret = await openPasswordLink(database, late, "reset");
  await database.execute(
    sql`UPDATE auth_verification SET expires_at = now() WHERE value = ${`reset ${late}`}`,
  );
  const goneSecret = await openPasswordLink(database, gone, "invite");
  await database.execute(sql`UPDATE person SET active = false WHERE id = ${gone}`);
  for (const secret of [lateSecret, goneSecret, "made-up", ""]) {
    await expect(redeemPasswordLink(database, secret, "grass over the hill")).rejects.toMatchObject(refused);
  }
});
