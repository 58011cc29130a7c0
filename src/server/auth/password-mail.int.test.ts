import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/commands/new-id";
import { sql } from "@/db/sql";
import { openSignInDoor, PASSWORD, type Sending, type SignInDoor, settings } from "@/testing/sign-in-door";
import { createSignInHandler } from "./handler";

let door: SignInDoor;
beforeAll(async () => {
  door = await openSignInDoor();
});
afterAll(() => door.close());

const ask = (email: string, sending?: Sending) => door.send({ email }, { ...sending, to: "password-link" });

test("known, unknown and inactive get the same answer; only the known one gets a mail, whose link works once", async () => {
  const [ana, gone] = [await door.person(), await door.person()];
  await door.database.execute(sql`UPDATE person SET active = false WHERE id = ${gone.id}`);
  for (const email of [ana.email.toUpperCase(), gone.email, "nobody@agency.example"]) {
    const response = await ask(email);
    expect(response.status).toBe(202);
    expect(await response.json()).toEqual({
      message: "If this address has an account, a mail with a link is on its way.",
    });
  }
  await door.afterwards();
  expect(door.mails.map((mail) => mail.to)).toEqual([ana.email]);

  const secret = /https:\/\/muster\.example\/reset#(\S+)/.exec(door.mails[0]?.text ?? "")?.[1];
  const choose = (password: string) => door.send({ secret, password }, { to: "choose-password" });
  expect((await choose("short")).status).toBe(400);
  const chosen = await choose("hill over the grass");
  expect([chosen.status, chosen.headers.getSetCookie()]).toEqual([200, []]);
  expect((await choose("grass over the hill")).status).toBe(400);
  expect((await door.send({ email: ana.email, password: "hill over the grass" })).status).toBe(200);
  expect((await door.send({ email: ana.email, password: PASSWORD })).status).toBe(401);
});

test("where no mail is sent, known and unknown are told so, and nothing is opened", async () => {
  const ana = await door.person();
  const mute = createSignInHandler(door.database, settings, { ...door.services, sendMail: null });
  for (const email of [ana.email, "nobody@agency.example"]) {
    const response = await door.send({ email }, { to: "password-link", by: mute });
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({
      code: "NO_MAIL",
      message: expect.stringMatching(/sends no mail.*Ask an admin/),
    });
  }
  const opened = sql`SELECT FROM auth_verification WHERE value LIKE ${`%${ana.id}`}`;
  expect(await door.database.query(opened)).toEqual([]);
});

test("three an hour per account, ten per address", async () => {
  const statuses = async (count: number, email: () => string, sending?: Sending) => {
    const found: number[] = [];
    for (let time = 0; time < count; time += 1) found.push((await ask(email(), sending)).status);
    return found;
  };
  expect(await statuses(4, () => "nobody.else@agency.example")).toEqual([202, 202, 202, 429]);
  const fromOne = await statuses(11, () => `${newId()}@agency.example`, { peer: "192.0.2.50" });
  expect(fromOne.slice(9)).toEqual([202, 429]);
});
