import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/commands/new-id";
import { createDatabase } from "@/db/database";
import { sql } from "@/db/sql";
import { signInLimit } from "@/server/limits/sign-in-limit";
import { openSignInDoor, PASSWORD, type Sending, type SignInDoor } from "@/testing/sign-in-door";

let door: SignInDoor;
beforeAll(async () => {
  door = await openSignInDoor();
});
afterAll(() => door.close());

test("five failures lock the account, known or not, from wherever they come, even for the right password", async () => {
  const { email } = await door.person();
  for (const address of [email, "never-there@agency.example"]) {
    for (let time = 0; time < 5; time += 1) {
      expect((await door.send({ email: address, password: "not this one" })).status).toBe(401);
    }
    const locked = await door.send({ email: address, password: PASSWORD });
    expect(locked.status).toBe(429);
    expect(Number(locked.headers.get("retry-after"))).toBeGreaterThan(50);
    expect(await locked.json()).toEqual({
      code: "TOO_MANY_ATTEMPTS",
      message: "Too many attempts. Try again in a minute.",
    });
  }
});

test("after a lock one more failure locks longer; a success forgets it all", async () => {
  const { email } = await door.person();
  const fail = () => door.send({ email, password: "not this one" });
  const waitEnds = () =>
    door.database.execute(sql`UPDATE rate_limit SET expire = 0 WHERE key LIKE 'sign-in-account:%'`);
  for (let time = 0; time < 5; time += 1) await fail();
  await waitEnds();
  expect((await fail()).status).toBe(401);
  const again = await fail();
  expect(again.status).toBe(429);
  expect(Number(again.headers.get("retry-after"))).toBeGreaterThan(110);
  await waitEnds();
  expect((await door.send({ email, password: PASSWORD })).status).toBe(200);
  expect((await fail()).status).toBe(401);
  expect((await door.send({ email, password: PASSWORD })).status).toBe(200);
});

test("attempts sent at the same time do not slip through together", async () => {
  const { email } = await door.person();
  const sent = Array.from({ length: 12 }, () => door.send({ email, password: "not this one" }));
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
    (await door.send({ email: `${newId()}@agency.example`, password: "not this one" }, from(time))).status;
  await door.database.execute(sql`DELETE FROM rate_limit`);
  expect(await fail(1)).toBe(401);
  await door.database.execute(sql`UPDATE rate_limit SET points = 28 WHERE key LIKE 'sign-in-network:%'`);
  expect([await fail(2), await fail(3), await fail(4)]).toEqual([401, 401, 429]);
  const counted = sql`SELECT key FROM rate_limit WHERE key LIKE 'sign-in-network:%'`;
  expect(await door.database.query(counted)).toHaveLength(1);
});

test("signing in well does not use up an address", async () => {
  const { email } = await door.person();
  const signIn = () => door.send({ email, password: PASSWORD }, { peer: "192.0.2.99" });
  await signIn();
  await door.database.execute(
    sql`UPDATE rate_limit SET points = 29 WHERE key = 'sign-in-network:192.0.2.99'`,
  );
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
