import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/commands/new-id";
import { createDatabase, type Database } from "@/db/database";
import { sql } from "@/db/sql";
import { withPeerAddress } from "@/server/limits/peer-address";
import { signInLimit } from "@/server/limits/sign-in-limit";
import type { Mail } from "@/server/mail/transport";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { createCredentials } from "./credentials";
import { createSignInHandler, type SignInHandler, type SignInServices } from "./handler";
import { signedIn } from "./session";
import type { SignInSettings } from "./settings";

const PASSWORD = "grass over the hill";
const settings: SignInSettings = {
  secret: "s3ss10n-k3y-for-the-tests-of-sign-in",
  appUrl: "https://muster.example",
  trustedOrigins: ["https://muster.example"],
  trustedProxies: ["10.0.0.0/8"],
};

const mails: Mail[] = [];
const afterwards: Promise<void>[] = [];
const services: SignInServices = {
  sendMail: async (mail) => {
    mails.push(mail);
  },
  afterAnswer: (work) => {
    afterwards.push(work());
  },
};

let own: TestDatabase;
let database: Database;
let handler: SignInHandler;

beforeAll(async () => {
  own = await createTestDatabase();
  database = createDatabase({ url: own.url, max: 5, applicationName: "sign-in test" });
  handler = createSignInHandler(database, settings, services);
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

async function person(role = "manager"): Promise<{ id: string; email: string }> {
  const id = newId();
  const email = `${id}@agency.example`;
  await database.transaction(async (tx) => {
    await tx.execute(
      sql`INSERT INTO person (id, name, email, role) VALUES (${id}, 'Ana', ${email}, ${role})`,
    );
    await createCredentials(tx, { personId: id, password: PASSWORD });
  });
  return { id, email };
}

let lastHost = 0;

interface Sending {
  readonly peer?: string;
  readonly headers?: Record<string, string>;
  readonly to?: string;
  /** Default: the one that mails. */
  readonly by?: SignInHandler;
}

function send(
  body: unknown,
  { peer, headers = {}, to = "sign-in/email", by = handler }: Sending = {},
): Promise<Response> {
  lastHost += 1;
  return by(
    new Request(`https://muster.example/api/auth/${to}`, {
      method: "POST",
      headers: withPeerAddress(
        new Headers({
          "content-type": "application/json",
          "sec-fetch-site": "same-origin",
          origin: "https://muster.example",
          ...headers,
        }),
        peer ?? `198.18.${Math.floor(lastHost / 250)}.${lastHost % 250}`,
      ),
      body: typeof body === "string" ? body : JSON.stringify(body),
    }),
  );
}

function cookieOf(response: Response): Headers {
  return new Headers({ cookie: response.headers.getSetCookie()[0]?.split(";")[0] ?? "" });
}

describe("signing in", () => {
  test("the right password opens a session of this person, and the answer holds no token", async () => {
    const { id, email } = await person();
    const response = await send({
      email: ` ${email.toUpperCase()} `,
      password: PASSWORD,
      next: "/field?day=1",
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ next: "/field?day=1" });
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await signedIn(database, cookieOf(response), { settings })).toMatchObject({
      personId: id,
      role: "manager",
      email,
    });
  });

  test("a form sent without script is led on, or back to the page with the problem", async () => {
    const { email } = await person();
    const form = { headers: { "content-type": "application/x-www-form-urlencoded" } };
    const good = await send(
      new URLSearchParams({ email, password: PASSWORD, next: "//evil.example" }).toString(),
      form,
    );
    expect([good.status, good.headers.get("location")]).toEqual([303, "/"]);
    expect(await signedIn(database, cookieOf(good), { settings })).not.toBeNull();
    const bad = await send(new URLSearchParams({ email, password: "wrong", next: "/log" }).toString(), form);
    expect(bad.headers.get("location")).toBe("/sign-in?problem=WRONG_CREDENTIALS&next=%2Flog");
  });

  test("unknown e-mail, wrong password, inactive person and impossible e-mail get one and the same answer", async () => {
    const { email } = await person();
    const gone = await person();
    await database.execute(sql`UPDATE person SET active = false WHERE id = ${gone.id}`);
    const answers = [
      await send({ email, password: "not this one" }),
      await send({ email: "nobody@agency.example", password: "not this one" }),
      await send({ email: gone.email, password: PASSWORD }),
      await send({ email: "no address", password: "not this one" }),
      await send({ email, password: "x".repeat(900) }),
    ];
    for (const response of answers) {
      expect(response.status).toBe(401);
      expect(response.headers.getSetCookie()).toEqual([]);
      expect(await response.json()).toEqual({
        code: "WRONG_CREDENTIALS",
        message: "The e-mail address or the password is not right.",
      });
    }
  });

  test("a known and an unknown e-mail take about the same time", async () => {
    const { email } = await person();
    const timed = async (address: string) => {
      const start = performance.now();
      await send({ email: address, password: "not this one" });
      return performance.now() - start;
    };
    await timed("warm@agency.example");
    const known = Math.min(await timed(email), await timed(email), await timed(email));
    const unknown = Math.min(
      await timed("a@b.example"),
      await timed("a@b.example"),
      await timed("a@b.example"),
    );
    expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(3);
  });

  test("a new sign-in makes a new token and ends the session the browser had", async () => {
    const { email } = await person();
    const first = cookieOf(await send({ email, password: PASSWORD }));
    const second = cookieOf(
      await send({ email, password: PASSWORD }, { headers: { cookie: first.get("cookie") ?? "" } }),
    );
    expect(second.get("cookie")).not.toBe(first.get("cookie"));
    expect(await signedIn(database, first, { settings })).toBeNull();
    expect(await signedIn(database, second, { settings })).not.toBeNull();
  });

  test.each([
    [{}],
    ["no json"],
    [{ email: "a@b.example" }],
    [{ email: 1, password: {} }],
    [null],
    ["x".repeat(9_000)],
  ])("what is no form is refused: %j", async (body) => {
    const response = await send(body);
    expect([response.status, (await response.json()).code]).toEqual([400, "INVALID"]);
  });
});

describe("the cookie", () => {
  test("over https it is bound to the host", async () => {
    const { email } = await person();
    const [cookie = ""] = (await send({ email, password: PASSWORD })).headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-muster\.session=/);
    for (const flag of ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"])
      expect(cookie.split("; ")).toContain(flag);
    expect(cookie).not.toMatch(/domain/i);
  });

  test("on plain http at this machine only the prefix and Secure fall away", async () => {
    const { email } = await person();
    const local = { ...settings, appUrl: "http://localhost:3000", trustedOrigins: ["http://localhost:3000"] };
    const response = await createSignInHandler(
      database,
      local,
      services,
    )(
      new Request("http://localhost:3000/api/auth/sign-in/email", {
        method: "POST",
        headers: { "content-type": "application/json", origin: "http://localhost:3000" },
        body: JSON.stringify({ email, password: PASSWORD }),
      }),
    );
    const [cookie = ""] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^muster\.session=/);
    for (const flag of ["HttpOnly", "SameSite=Lax", "Path=/"]) expect(cookie.split("; ")).toContain(flag);
    expect(cookie).not.toMatch(/secure/i);
    expect(await signedIn(database, cookieOf(response), { settings: local })).not.toBeNull();
  });

  test("one that we did not sign, or that comes twice, opens nothing", async () => {
    const { email } = await person();
    const cookie = cookieOf(await send({ email, password: PASSWORD })).get("cookie") ?? "";
    const [pair = "", value = ""] = [cookie, cookie.split("=")[1]];
    const forged = [
      pair.replace(/\..*$/, ""),
      `${pair.slice(0, -8)}AAAAAAAA`,
      `__Host-muster.session=${"a".repeat(32)}.${value.split(".")[1] ?? ""}`,
      `${pair}; ${pair}`,
      `muster.session=${value}`,
      "__Host-muster.session=%E0%A4%A",
    ];
    for (const header of forged) {
      expect(await signedIn(database, new Headers({ cookie: header }), { settings })).toBeNull();
    }
    const otherSecret = { ...settings, secret: "another-k3y-for-the-tests-of-sign-in" };
    expect(await signedIn(database, new Headers({ cookie }), { settings: otherSecret })).toBeNull();
  });
});

describe("what else is below /api/auth", () => {
  test.each([
    "sign-up/email",
    "update-user",
    "change-password",
    "delete-user",
    "sign-in/social",
    "get-session",
    "request-password-reset",
    "toString",
  ])("%s is missing", async (to) => {
    const before = await database.query(sql`SELECT count(*)::int AS people FROM person`);
    const response = await send(
      { email: "eve@agency.example", password: PASSWORD, name: "Eve", role: "admin" },
      { to },
    );
    expect(response.status).toBe(404);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await database.query(sql`SELECT count(*)::int AS people FROM person`)).toEqual(before);
  });

  test("role, client and active flag sent along with a sign-in change nothing", async () => {
    const { id, email } = await person("agent");
    const cookie = cookieOf(
      await send({ email, password: PASSWORD, role: "admin", clientId: newId(), active: false }),
    );
    expect(await signedIn(database, cookie, { settings })).toMatchObject({
      personId: id,
      role: "agent",
      clientId: null,
    });
  });

  test.each([
    ["another site", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }, 403],
    ["a sandboxed frame of an older browser", { "sec-fetch-site": "", origin: "null" }, 403],
    ["a multipart form", { "content-type": "multipart/form-data; boundary=x" }, 415],
  ])("%s is refused", async (_name, headers, status) => {
    const { email } = await person();
    const response = await send({ email, password: PASSWORD }, { headers });
    expect(response.status).toBe(status);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  test("sign-out ends the session, takes the cookie back and clears the browser's stores; twice is harmless", async () => {
    const { email } = await person();
    const cookie = cookieOf(await send({ email, password: PASSWORD }));
    for (let time = 0; time < 2; time += 1) {
      const response = await send({}, { to: "sign-out", headers: { cookie: cookie.get("cookie") ?? "" } });
      expect(response.status).toBe(200);
      expect(response.headers.get("clear-site-data")).toBe('"cache", "storage"');
      expect(response.headers.getSetCookie()[0]).toMatch(
        /^__Host-muster\.session=; Max-Age=0; Path=\/; HttpOnly; Secure;/,
      );
      expect(await signedIn(database, cookie, { settings })).toBeNull();
    }
  });
});

describe("limits", () => {
  test("five failures lock the account, known or not, from wherever they come, even for the right password", async () => {
    const { email } = await person();
    for (const address of [email, "never-there@agency.example"]) {
      for (let time = 0; time < 5; time += 1) {
        expect((await send({ email: address, password: "not this one" })).status).toBe(401);
      }
      const locked = await send({ email: address, password: PASSWORD });
      expect(locked.status).toBe(429);
      expect(Number(locked.headers.get("retry-after"))).toBeGreaterThan(50);
      expect(await locked.json()).toEqual({
        code: "TOO_MANY_ATTEMPTS",
        message: "Too many attempts. Try again in a minute.",
      });
    }
  });

  test("after a lock one more failure locks longer; a success forgets it all", async () => {
    const { email } = await person();
    const fail = () => send({ email, password: "not this one" });
    const waitEnds = () =>
      database.execute(sql`UPDATE rate_limit SET expire = 0 WHERE key LIKE 'sign-in-account:%'`);
    for (let time = 0; time < 5; time += 1) await fail();
    await waitEnds();
    expect((await fail()).status).toBe(401);
    const again = await fail();
    expect(again.status).toBe(429);
    expect(Number(again.headers.get("retry-after"))).toBeGreaterThan(110);
    await waitEnds();
    expect((await send({ email, password: PASSWORD })).status).toBe(200);
    expect((await fail()).status).toBe(401);
    expect((await send({ email, password: PASSWORD })).status).toBe(200);
  });

  test("attempts sent at the same time do not slip through together", async () => {
    const { email } = await person();
    const sent = Array.from({ length: 12 }, () => send({ email, password: "not this one" }));
    const statuses = (await Promise.all(sent)).map((response) => response.status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
  });

  test.each<[string, (time: number) => Sending]>([
    ["host parts of one IPv6 network", (time) => ({ peer: `2001:db8:7:7:${time.toString(16)}::1` })],
    [
      "forwarded headers that nobody vouches for",
      (time) => ({ peer: "192.0.2.77", headers: { "x-forwarded-for": `198.51.100.${time}` } }),
    ],
    [
      "what a client wrote before our proxy",
      (time) => ({ peer: "10.0.0.1", headers: { "x-forwarded-for": `203.0.113.${time}, 192.0.2.78` } }),
    ],
  ])("thirty failures lock an address; varying %s does not help", async (_name, from) => {
    const fail = async (time: number) =>
      (await send({ email: `${newId()}@agency.example`, password: "not this one" }, from(time))).status;
    await database.execute(sql`DELETE FROM rate_limit`);
    expect(await fail(1)).toBe(401);
    await database.execute(sql`UPDATE rate_limit SET points = 28 WHERE key LIKE 'sign-in-network:%'`);
    expect([await fail(2), await fail(3), await fail(4)]).toEqual([401, 401, 429]);
    const counted = sql`SELECT key FROM rate_limit WHERE key LIKE 'sign-in-network:%'`;
    expect(await database.query(counted)).toHaveLength(1);
  });

  test("signing in well does not use up an address", async () => {
    const { email } = await person();
    const signIn = () => send({ email, password: PASSWORD }, { peer: "192.0.2.99" });
    await signIn();
    await database.execute(sql`UPDATE rate_limit SET points = 29 WHERE key = 'sign-in-network:192.0.2.99'`);
    expect([(await signIn()).status, (await signIn()).status]).toEqual([200, 200]);
  });

  test("while the database does not count, memory does", async () => {
    const away = createDatabase({
      url: "postgresql://nobody@127.0.0.1:1/none",
      max: 1,
      applicationName: "away",
    });
    const limit = signInLimit(away);
    for (let time = 0; time < 5; time += 1) {
      const attempt = await limit.attempt("ana@agency.example", "192.0.2.1");
      expect(attempt.allowed).toBe(true);
      if (attempt.allowed) await attempt.failed();
    }
    expect((await limit.attempt("ana@agency.example", "192.0.2.1")).allowed).toBe(false);
    await away.close();
  });
});

describe("a new password by mail", () => {
  const ask = (email: string, sending?: Sending) => send({ email }, { ...sending, to: "password-link" });

  test("known, unknown and inactive get the same answer; only the known one gets a mail, whose link works once", async () => {
    const [ana, gone] = [await person(), await person()];
    await database.execute(sql`UPDATE person SET active = false WHERE id = ${gone.id}`);
    for (const email of [ana.email.toUpperCase(), gone.email, "nobody@agency.example"]) {
      const response = await ask(email);
      expect(response.status).toBe(202);
      expect(await response.json()).toEqual({
        message: "If this address has an account, a mail with a link is on its way.",
      });
    }
    await Promise.all(afterwards);
    expect(mails.map((mail) => mail.to)).toEqual([ana.email]);

    const secret = /https:\/\/muster\.example\/reset#(\S+)/.exec(mails[0]?.text ?? "")?.[1];
    const choose = (password: string) => send({ secret, password }, { to: "choose-password" });
    expect((await choose("short")).status).toBe(400);
    const chosen = await choose("hill over the grass");
    expect([chosen.status, chosen.headers.getSetCookie()]).toEqual([200, []]);
    expect((await choose("grass over the hill")).status).toBe(400);
    expect((await send({ email: ana.email, password: "hill over the grass" })).status).toBe(200);
    expect((await send({ email: ana.email, password: PASSWORD })).status).toBe(401);
  });

  test("where no mail is sent, known and unknown are told so, and nothing is opened", async () => {
    const ana = await person();
    const mute = createSignInHandler(database, settings, { ...services, sendMail: null });
    for (const email of [ana.email, "nobody@agency.example"]) {
      const response = await send({ email }, { to: "password-link", by: mute });
      expect(response.status).toBe(503);
      expect(await response.json()).toEqual({
        code: "NO_MAIL",
        message: expect.stringMatching(/sends no mail.*Ask an admin/),
      });
    }
    const opened = sql`SELECT FROM auth_verification WHERE value LIKE ${`%${ana.id}`}`;
    expect(await database.query(opened)).toEqual([]);
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
});
