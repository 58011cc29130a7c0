import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/commands/new-id";
import { sql } from "@/db/sql";
import { cookieFor, cookieOf, insertSession, people } from "@/testing/matrix/actors";
import { call } from "@/testing/matrix/call";
import { catchLog } from "@/testing/matrix/log-lines";
import { createMatrixWorld, mapping, type MatrixWorld, request } from "@/testing/matrix/world";

/** The same wish sent twice, through the HTTP door and with commits (interface.md "Procedures"). */

let world: MatrixWorld;

beforeAll(async () => {
  catchLog();
  world = await createMatrixWorld();
});
afterAll(() => world.close());

const wish = (idempotencyKey: string, title = "Twice") => ({
  ...request(title, ["2036-10-04T10:00"]),
  idempotencyKey,
});
const create = (input: object, actor: "clientA" | "clientB" = "clientA") =>
  call("bookings.create", input, cookieFor(actor));

async function titled(title: string): Promise<{ bookings: number; facts: number }> {
  const [row] = await world.staged.database.query<{ bookings: number; facts: number }>(sql`
    SELECT (SELECT count(*)::int FROM booking WHERE title = ${title}) AS bookings,
      (SELECT count(*)::int FROM event_log WHERE payload ->> 'title' = ${title}) AS facts`);
  return row ?? { bookings: 0, facts: 0 };
}

test("ten at the same time do it once, and all hear the same", async () => {
  const key = newId();
  const answers = await Promise.all(Array.from({ length: 10 }, () => create(wish(key, "Ten at once"))));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
  const heard = answers.map(({ data }) => data as { readonly repeated: boolean });
  expect(heard.filter(({ repeated }) => !repeated)).toHaveLength(1);
  for (const answer of heard) expect({ ...answer, repeated: null }).toEqual({ ...heard[0], repeated: null });
  expect(await titled("Ten at once")).toEqual({ bookings: 1, facts: 1 });
});

test("the same key with another body is a conflict and does nothing", async () => {
  const key = newId();
  expect((await create(wish(key, "First body"))).status).toBe(200);
  const other = await create(wish(key, "Other body"));
  expect(other).toMatchObject({ status: 409, error: { code: "CONFLICT" } });
  expect(await titled("Other body")).toEqual({ bookings: 0, facts: 0 });
});

test("the same key for another command is a conflict", async () => {
  const key = newId();
  const { data } = await create(wish(key, "For two commands"));
  const { bookingId } = data as { readonly bookingId: string };
  const answer = await call("bookings.duplicate", { bookingId, idempotencyKey: key }, cookieFor("clientA"));
  expect(answer.error?.code).toBe("CONFLICT");
});

test("the same key of another person is their own", async () => {
  const key = newId();
  const mine = await create(wish(key, "Of one person"));
  const theirs = await create(wish(key, "Of one person"), "clientB");
  expect(theirs).toMatchObject({ status: 200, data: { repeated: false } });
  expect(theirs.data).not.toEqual(mine.data);
  expect(await titled("Of one person")).toEqual({ bookings: 2, facts: 2 });
});

test("a refused wish leaves its key free", async () => {
  const key = newId();
  const { draft } = world.bookings;
  const late = { ...draft, version: 99, reason: "Not needed.", idempotencyKey: key };
  expect((await call("bookings.cancel", late, cookieFor("clientA"))).error?.code).toBe("CONFLICT");
  const again = await call("bookings.cancel", { ...late, version: draft.version }, cookieFor("clientA"));
  expect(again).toMatchObject({ status: 200, data: { repeated: false } });
});

test("a repeated answer is for those who still may: after a loss of rights it is denied", async () => {
  const sessionId = newId();
  const { otherAdmin } = people;
  const db = world.staged.database;
  await insertSession(db, sessionId, otherAdmin.id);
  const input = { fields: { name: "Kit of somebody" }, idempotencyKey: newId() };
  const make = () => call("directory.kitTemplates.create", input, cookieOf(sessionId));
  expect(await make()).toMatchObject({ status: 200, data: { repeated: false } });
  expect(await make()).toMatchObject({ status: 200, data: { repeated: true } });
  await db.execute(sql`UPDATE person SET role = 'manager' WHERE id = ${otherAdmin.id}`);
  expect((await make()).error?.code).toBe("FORBIDDEN");
  await db.execute(sql`UPDATE person SET role = 'admin' WHERE id = ${otherAdmin.id}`);
});

describe("an import", () => {
  const start = (idempotencyKey: string, dateOrder = "ymd") => {
    const input = {
      fileId: world.files.admin,
      mapping: { ...mapping, dateOrder },
      clientId: people.clientB.clientId,
    };
    return call("bookings.import", { ...input, idempotencyKey }, cookieFor("admin"));
  };

  test("is one run for one key, also when asked for at the same time", async () => {
    const key = newId();
    const answers = await Promise.all([start(key), start(key), start(key)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect((await start(key, "dmy")).error?.code).toBe("CONFLICT");
    expect((await start(newId())).error?.code).toBe("TOO_MANY");
  });
});
