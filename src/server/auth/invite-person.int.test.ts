import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "@/commands/new-id";
import { createDatabase, type Database } from "@/db/database";
import { sql } from "@/db/sql";
import type { Mail } from "@/server/mail/transport";
import type { SignedInContext } from "@/server/procedures";
import { admin } from "@/testing/builders/actors";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { isPasswordOf } from "./credentials";
import { type Invitation, invitePerson } from "./invite-person";
import { redeemPasswordLink } from "./password-links";

let own: TestDatabase;
let database: Database;
const mails: Mail[] = [];
let isMailServerAway = false;

/** Stands for the mail server of this process. */
async function takeMail(mail: Mail): Promise<void> {
  if (isMailServerAway) throw new Error("the mail server is away");
  mails.push(mail);
}

beforeAll(async () => {
  own = await createTestDatabase();
  database = createDatabase({ url: own.url, max: 4, applicationName: "invitations test" });
});
afterAll(async () => {
  await database.close();
  await own.drop();
});
beforeEach(() => {
  mails.length = 0;
  isMailServerAway = false;
});

async function person(): Promise<string> {
  const id = newId();
  await database.execute(sql`
    INSERT INTO person (id, name, email, role) VALUES (${id}, 'Nia', ${`${id}@agency.example`}, 'agent')`);
  return id;
}

function as(sender: string): SignedInContext {
  return {
    database,
    requestId: newId(),
    headers: new Headers(),
    person: async () => null,
    signedIn: { personId: sender, role: "admin", sessionId: newId() },
    actor: { ...admin, id: sender },
  };
}

const invite = (context: SignedInContext, wish: Invitation) =>
  invitePerson(context, wish, { sendMail: takeMail, appUrl: "https://muster.example" });
const secretIn = (mail: Mail | undefined) => /\/invite#(\S+)/.exec(mail?.text ?? "")?.[1] ?? "";

test("the mailed link lets its person choose a password; a later invitation ends it", async () => {
  const recordId = await person();
  const { mailed } = await invite(as(newId()), { recordId });
  await invite(as(newId()), { recordId });
  expect([mailed, mails.map((mail) => mail.to)]).toEqual([true, Array(2).fill(`${recordId}@agency.example`)]);
  const [first, second] = mails.map(secretIn);
  await expect(redeemPasswordLink(database, first ?? "", "grass over the hill")).rejects.toMatchObject({
    code: "INVALID",
  });
  await redeemPasswordLink(database, second ?? "", "grass over the hill");
  expect(await isPasswordOf(database, recordId, "grass over the hill")).toBe(true);
});

test("the same key is one invitation and one mail", async () => {
  const recordId = await person();
  const wish = { recordId, idempotencyKey: newId() };
  const context = as(newId());
  const first = await invite(context, wish);
  const again = await invite(context, wish);
  expect(again).toEqual({ ...first, repeated: true, mailed: null });
  expect(mails).toHaveLength(1);
});

test("a mail server that is away is said, and the invitation can be sent again", async () => {
  const recordId = await person();
  isMailServerAway = true;
  expect((await invite(as(newId()), { recordId })).mailed).toBe(false);
  isMailServerAway = false;
  expect((await invite(as(newId()), { recordId })).mailed).toBe(true);
});

test("an installation without mail says so before anything is recorded", async () => {
  const wish = { recordId: await person() };
  const attempt = invitePerson(as(newId()), wish, { sendMail: null, appUrl: "https://muster.example" });
  await expect(attempt).rejects.toMatchObject({ details: { rule: "no_mail" } });
});

test("nobody is mailed who is not there or not active", async () => {
  await expect(invite(as(newId()), { recordId: newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
  const recordId = await person();
  await database.execute(sql`UPDATE person SET active = false WHERE id = ${recordId}`);
  await expect(invite(as(newId()), { recordId })).rejects.toMatchObject({
    details: { rule: "archived" },
  });
  expect(mails).toEqual([]);
});

test("thirty an hour and no more, per sender", async () => {
  const recordId = await person();
  const sender = as(newId());
  for (let sent = 0; sent < 30; sent += 1) await invite(sender, { recordId });
  await expect(invite(sender, { recordId })).rejects.toMatchObject({
    details: { rule: "too_many_attempts" },
  });
  expect((await invite(as(newId()), { recordId })).mailed).toBe(true);
});
