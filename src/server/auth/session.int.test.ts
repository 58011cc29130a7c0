import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/commands/new-id";
import { createDatabase, type Database } from "@/db/database";
import { sql } from "@/db/sql";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { changePassword } from "./change-password";
import { createCredentials, isPasswordOf } from "./credentials";
import { createFirstAdmin } from "./first-admin";
import { signedIn } from "./session";
import type { SignInSettings } from "./settings";
import {
  endAllSessions,
  endOtherSessions,
  endSession,
  listSessions,
  removeExpiredSessions,
} from "./sessions";

const settings: SignInSettings = {
  secret: "s3ss10n-k3y-for-the-tests-of-sign-in",
  appUrl: "https://muster.example",
  trustedOrigins: ["https://muster.example"],
  trustedProxies: [],
};

const HOUR = 60 * 60 * 1_000;
const DAY = 24 * HOUR;
const start = new Date("2026-11-23T08:00:00Z");

let own: TestDatabase;
let database: Database;

beforeAll(async () => {
  own = await createTestDatabase();
  database = createDatabase({ url: own.url, max: 5, applicationName: "session test" });
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

async function person(role = "manager"): Promise<string> {
  const id = newId();
  const clientId = role === "client" ? newId() : null;
  if (clientId) await database.execute(sql`INSERT INTO client (id, name) VALUES (${clientId}, ${clientId})`);
  await database.execute(sql`
    INSERT INTO person (id, name, email, role, client_id)
    VALUES (${id}, 'Ana', ${`${id}@agency.example`}, ${role}, ${clientId})`);
  return id;
}

/** A session as sign-in leaves it, and the request headers of its browser. */
async function session(personId: string, at = new Date()): Promise<{ id: string; headers: Headers }> {
  const id = newId();
  await database.execute(sql`
    INSERT INTO auth_session (id, user_id, token, expires_at, created_at, last_used_at)
    VALUES (${id}, ${personId}, ${id}, ${at}::timestamptz + interval '30 days', ${at}, ${at})`);
  const signature = createHmac("sha256", settings.secret).update(id).digest("base64");
  return {
    id,
    headers: new Headers({ cookie: `__Host-muster.session=${encodeURIComponent(`${id}.${signature}`)}` }),
  };
}

const after = (ms: number) => new Date(start.getTime() + ms);

describe("how long a session lasts", () => {
  test.each([
    ["admin", 4 * HOUR, 12 * HOUR],
    ["client", 24 * HOUR, 7 * DAY],
    ["manager", 7 * DAY, 30 * DAY],
    ["agent", 7 * DAY, 30 * DAY],
  ])("%s: unused, and in all", async (role, idle, absolute) => {
    const personId = await person(role);
    const isIn = async (headers: Headers, now: Date) =>
      (await signedIn(database, headers, { settings, now })) !== null;

    const unused = await session(personId, start);
    expect(await isIn(unused.headers, after(idle))).toBe(false);
    expect(await isIn(unused.headers, after(idle - 1_000))).toBe(true);

    const busy = await session(personId, start);
    for (let at = 0; at < absolute; at += idle / 2) expect(await isIn(busy.headers, after(at))).toBe(true);
    expect(await isIn(busy.headers, after(absolute - 1_000))).toBe(true);
    expect(await isIn(busy.headers, after(absolute))).toBe(false);
  });

  test("a change of role shortens a session at once", async () => {
    const personId = await person("manager");
    const { headers } = await session(personId, start);
    const now = after(5 * HOUR);
    expect(await signedIn(database, headers, { settings, now: after(4 * HOUR) })).not.toBeNull();
    await database.execute(sql`UPDATE auth_session SET last_used_at = ${start} WHERE user_id = ${personId}`);
    await database.execute(sql`UPDATE person SET role = 'admin' WHERE id = ${personId}`);
    expect(await signedIn(database, headers, { settings, now })).toBeNull();
  });

  test("use is noted once a minute at most", async () => {
    const { id, headers } = await session(await person(), start);
    const lastUse = async (ms: number) => {
      await signedIn(database, headers, { settings, now: after(ms) });
      const rows = await database.query<{ at: Date }>(
        sql`SELECT last_used_at AS at FROM auth_session WHERE id = ${id}`,
      );
      return rows[0]?.at;
    };
    expect(await lastUse(60_000)).toEqual(start);
    expect(await lastUse(60_001)).toEqual(after(60_001));
    expect(await lastUse(90_000)).toEqual(after(60_001));
  });
});

describe("who is signed in", () => {
  test("role, client and active flag are those of this moment", async () => {
    const personId = await person("client");
    const { id, headers } = await session(personId);
    const [row] = await database.query<{ clientId: string }>(sql`
      SELECT client_id AS "clientId" FROM person WHERE id = ${personId}`);
    expect(await signedIn(database, headers, { settings })).toEqual({
      sessionId: id,
      personId,
      name: "Ana",
      email: `${personId}@agency.example`,
      role: "client",
      clientId: row?.clientId,
      timeZone: null,
      signedInAt: expect.any(Date),
    });
    await database.execute(sql`UPDATE person SET role = 'agent', client_id = NULL WHERE id = ${personId}`);
    expect(await signedIn(database, headers, { settings })).toMatchObject({ role: "agent", clientId: null });
    await database.execute(sql`UPDATE person SET active = false WHERE id = ${personId}`);
    expect(await signedIn(database, headers, { settings })).toBeNull();
  });

  test("a request without a cookie costs no statement", async () => {
    const unreachable = {
      query: () => Promise.reject(new Error("asked")),
      execute: () => Promise.reject(new Error("asked")),
    };
    expect(await signedIn(unreachable, new Headers(), { settings })).toBeNull();
  });
});

describe("my account", () => {
  test("lists own sessions, ends one, ends the others, and never touches somebody else's", async () => {
    const [ana, ben] = [await person(), await person()];
    const bens = await session(ben);
    const [first, second, third] = [await session(ana), await session(ana), await session(ana)];
    await session(ana, new Date(Date.now() - 8 * DAY));
    const ids = async () => (await listSessions(database, ana)).map((one) => one.id);
    expect(new Set(await ids())).toEqual(new Set([first.id, second.id, third.id]));
    expect(await endSession(database, ana, bens.id)).toBe(false);
    expect(await endSession(database, ana, first.id)).toBe(true);
    expect(await endOtherSessions(database, ana, third.id)).toBe(2);
    expect(await ids()).toEqual([third.id]);
    expect(await endAllSessions(database, ana)).toBe(1);
    expect(await signedIn(database, bens.headers, { settings })).not.toBeNull();
  });

  test("a changed password ends the other sessions; a wrong current one changes nothing and is counted", async () => {
    const personId = await person();
    await createCredentials(database, { personId, password: "grass over the hill" });
    const [kept, other] = [await session(personId), await session(personId)];
    const wish = {
      personId,
      sessionId: kept.id,
      currentPassword: "grass over the hill",
      newPassword: "hill over the grass",
      personalWords: [],
    };
    await expect(changePassword(database, { ...wish, newPassword: "password1234" })).rejects.toMatchObject({
      code: "INVALID",
      details: { fields: { newPassword: expect.stringMatching(/tried first/) } },
    });
    await expect(changePassword(database, { ...wish, currentPassword: "wrong" })).rejects.toMatchObject({
      code: "INVALID",
      details: { fields: { currentPassword: expect.any(String) } },
    });
    expect(await signedIn(database, other.headers, { settings })).not.toBeNull();
    expect(await changePassword(database, wish)).toBe(1);
    expect(await signedIn(database, other.headers, { settings })).toBeNull();
    expect(await signedIn(database, kept.headers, { settings })).not.toBeNull();
    expect(await isPasswordOf(database, personId, "hill over the grass")).toBe(true);
    expect(await isPasswordOf(database, personId, "grass over the hill")).toBe(false);

    for (let time = 0; time < 5; time += 1) {
      await expect(
        changePassword(database, { ...wish, newPassword: "a third one, longer" }),
      ).rejects.toThrow();
    }
    await expect(
      changePassword(database, {
        ...wish,
        currentPassword: wish.newPassword,
        newPassword: "a third one, longer",
      }),
    ).rejects.toMatchObject({ code: "RULE_VIOLATED", details: { rule: "too_many_attempts" } });
  });

  test("sessions past every age are removed", async () => {
    const personId = await person();
    await session(personId, new Date(Date.now() - 31 * DAY));
    const { id } = await session(personId);
    await removeExpiredSessions(database);
    const left = await database.query(sql`SELECT id FROM auth_session WHERE user_id = ${personId}`);
    expect(left).toEqual([{ id }]);
  });
});

describe("the first admin", () => {
  const wish = { email: " Ada@Agency.Example ", name: "Ada Byron", password: "engines weave patterns" };

  test("can sign in afterwards; the same address is refused the second time", async () => {
    const personId = await createFirstAdmin(database, wish);
    const people = await database.query(
      sql`SELECT name, email, role, active FROM person WHERE id = ${personId}`,
    );
    expect(people).toEqual([{ name: "Ada Byron", email: "ada@agency.example", role: "admin", active: true }]);
    expect(await isPasswordOf(database, personId, wish.password)).toBe(true);
    await expect(createFirstAdmin(database, wish)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test.each([
    ["a short password", { password: "short" }, /at least 12/],
    ["a password made of the name", { password: "adabyron2026" }, /your own/],
    ["no address", { email: "ada" }, /not an e-mail address/],
    ["no name", { name: "  " }, /name of the person/],
  ])("%s is refused", async (_name, change, message) => {
    await expect(
      createFirstAdmin(database, { ...wish, email: "x@agency.example", ...change }),
    ).rejects.toThrow(message);
    expect(await database.query(sql`SELECT id FROM person WHERE email = 'x@agency.example'`)).toEqual([]);
  });
});
