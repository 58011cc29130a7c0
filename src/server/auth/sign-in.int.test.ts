import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/commands/new-id";
import { sql } from "@/db/sql";
import { cookieOf, openSignInDoor, PASSWORD, settings, type SignInDoor } from "@/testing/sign-in-door";
import { createSignInHandler } from "./handler";
import { signedIn } from "./session";

let door: SignInDoor;
beforeAll(async () => {
  door = await openSignInDoor();
});
afterAll(() => door.close());

describe("signing in", () => {
  test("the right password opens a session of this person, and the answer holds no token", async () => {
    const { id, email } = await door.person();
    const response = await door.send({
      email: ` ${email.toUpperCase()} `,
      password: PASSWORD,
      next: "/field?day=1",
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ next: "/field?day=1" });
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await signedIn(door.database, cookieOf(response), { settings })).toMatchObject({
      personId: id,
      role: "manager",
      email,
    });
  });

  test("a form sent without script is led on, or back to the page with the problem", async () => {
    const { email } = await door.person();
    const form = { headers: { "content-type": "application/x-www-form-urlencoded" } };
    const good = await door.send(
      new URLSearchParams({ email, password: PASSWORD, next: "//evil.example" }).toString(),
      form,
    );
    expect([good.status, good.headers.get("location")]).toEqual([303, "/"]);
    expect(await signedIn(door.database, cookieOf(good), { settings })).not.toBeNull();
    const bad = await door.send(
      new URLSearchParams({ email, password: "wrong", next: "/log" }).toString(),
      form,
    );
    expect(bad.headers.get("location")).toBe("/sign-in?problem=WRONG_CREDENTIALS&next=%2Flog");
  });

  test("unknown e-mail, wrong password, inactive person and impossible e-mail get one and the same answer", async () => {
    const { email } = await door.person();
    const gone = await door.person();
    await door.database.execute(sql`UPDATE person SET active = false WHERE id = ${gone.id}`);
    const answers = [
      await door.send({ email, password: "not this one" }),
      await door.send({ email: "nobody@agency.example", password: "not this one" }),
      await door.send({ email: gone.email, password: PASSWORD }),
      await door.send({ email: "no address", password: "not this one" }),
      await door.send({ email, password: "x".repeat(900) }),
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
    const { email } = await door.person();
    const timed = async (address: string) => {
      const start = performance.now();
      await door.send({ email: address, password: "not this one" });
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
    const { email } = await door.person();
    const first = cookieOf(await door.send({ email, password: PASSWORD }));
    const second = cookieOf(
      await door.send({ email, password: PASSWORD }, { headers: { cookie: first.get("cookie") ?? "" } }),
    );
    expect(second.get("cookie")).not.toBe(first.get("cookie"));
    expect(await signedIn(door.database, first, { settings })).toBeNull();
    expect(await signedIn(door.database, second, { settings })).not.toBeNull();
  });

  test.each([
    [{}],
    ["no json"],
    [{ email: "a@b.example" }],
    [{ email: 1, password: {} }],
    [null],
    ["x".repeat(9_000)],
  ])("what is no form is refused: %j", async (body) => {
    const response = await door.send(body);
    expect([response.status, (await response.json()).code]).toEqual([400, "INVALID"]);
  });
});

describe("the cookie", () => {
  test("over https it is bound to the host", async () => {
    const { email } = await door.person();
    const [cookie = ""] = (await door.send({ email, password: PASSWORD })).headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-muster\.session=/);
    for (const flag of ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"])
      expect(cookie.split("; ")).toContain(flag);
    expect(cookie).not.toMatch(/domain/i);
  });

  test("on plain http at this machine only the prefix and Secure fall away", async () => {
    const { email } = await door.person();
    const local = { ...settings, appUrl: "http://localhost:3000", trustedOrigins: ["http://localhost:3000"] };
    const response = await createSignInHandler(
      door.database,
      local,
      door.services,
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
    expect(await signedIn(door.database, cookieOf(response), { settings: local })).not.toBeNull();
  });

  test("one that we did not sign, or that comes twice, opens nothing", async () => {
    const { email } = await door.person();
    const cookie = cookieOf(await door.send({ email, password: PASSWORD })).get("cookie") ?? "";
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
      expect(await signedIn(door.database, new Headers({ cookie: header }), { settings })).toBeNull();
    }
    const otherSecret = { ...settings, secret: "another-k3y-for-the-tests-of-sign-in" };
    expect(await signedIn(door.database, new Headers({ cookie }), { settings: otherSecret })).toBeNull();
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
    const before = await door.database.query(sql`SELECT count(*)::int AS people FROM person`);
    const response = await door.send(
      { email: "eve@agency.example", password: PASSWORD, name: "Eve", role: "admin" },
      { to },
    );
    expect(response.status).toBe(404);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await door.database.query(sql`SELECT count(*)::int AS people FROM person`)).toEqual(before);
  });

  test("role, client and active flag sent along with a sign-in change nothing", async () => {
    const { id, email } = await door.person("agent");
    const cookie = cookieOf(
      await door.send({ email, password: PASSWORD, role: "admin", clientId: newId(), active: false }),
    );
    expect(await signedIn(door.database, cookie, { settings })).toMatchObject({
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
    const { email } = await door.person();
    const response = await door.send({ email, password: PASSWORD }, { headers });
    expect(response.status).toBe(status);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  test("sign-out ends the session, takes the cookie back and clears the browser's stores; twice is harmless", async () => {
    const { email } = await door.person();
    const cookie = cookieOf(await door.send({ email, password: PASSWORD }));
    for (let time = 0; time < 2; time += 1) {
      const response = await door.send(
        {},
        { to: "sign-out", headers: { cookie: cookie.get("cookie") ?? "" } },
      );
      expect(response.status).toBe(200);
      expect(response.headers.get("clear-site-data")).toBe('"cache", "storage"');
      expect(response.headers.getSetCookie()[0]).toMatch(
        /^__Host-muster\.session=; Max-Age=0; Path=\/; HttpOnly; Secure;/,
      );
      expect(await signedIn(door.database, cookie, { settings })).toBeNull();
    }
  });
});
