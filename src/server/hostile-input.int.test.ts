import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { sql } from "@/db/sql";
import type { Queryable } from "@/db/database";
import { type Permission, permissions } from "@/server/permissions";
import { venues } from "@/testing/builders/bookings";
import { cookieFor } from "@/testing/matrix/actors";
import { type Answer, call } from "@/testing/matrix/call";
import type { FullInput } from "@/testing/matrix/full-input";
import { fullInputs } from "@/testing/matrix/full-inputs";
import { hostileTo, placesIn, valueAt, withValue } from "@/testing/matrix/hostile-values";
import { catchLog, lines } from "@/testing/matrix/log-lines";
import { procedures } from "@/testing/matrix/procedures";
import { createMatrixWorld, type MatrixWorld, request } from "@/testing/matrix/world";

/** Issue 2, "Bad input": a coded error and a sentence, nothing written, no internals shown. */

let world: MatrixWorld;
let inputs: Readonly<Partial<Record<Permission, FullInput>>>;
let before: object;

beforeAll(async () => {
  catchLog();
  world = await createMatrixWorld();
  const dates = await world.staged.database.query<{ starts_at: Date }>(sql`
    SELECT starts_at FROM booking_date WHERE booking_id = ${world.bookings.submitted.bookingId} ORDER BY starts_at`);
  const [first, second] = dates.map((date) => date.starts_at.toISOString());
  if (!first || !second) throw new Error("the submitted booking has two dates");
  inputs = fullInputs(world, [first, second]);
  before = await counts(world.staged.database);
});
beforeEach(() => {
  lines.length = 0;
  rememberSessions();
});
afterAll(() => world.close());

const withInput = (Object.keys(permissions) as Permission[]).filter((row) =>
  procedures.some(
    ({ path, type, inputs: given }) => path === row && given.length > 0 && type !== "subscription",
  ),
);

/** Who is asking is the same throughout: one look per cookie is enough. */
function rememberSessions(): void {
  const { database } = world.staged;
  const query = database.query.bind(database);
  const known = new Map<string, Promise<never[]>>();
  vi.spyOn(database, "query").mockImplementation((statement) => {
    if (!statement.text.includes("touched AS")) return query(statement);
    const asked = JSON.stringify(statement.values);
    const answer = known.get(asked) ?? query<never>(statement);
    known.set(asked, answer);
    return answer;
  });
}

async function counts(db: Queryable): Promise<object> {
  const [row] = await db.query(sql`
    SELECT (SELECT count(*) FROM booking) AS bookings, (SELECT count(*) FROM booking_date) AS dates,
      (SELECT count(*) FROM event_log) AS facts, (SELECT count(*) FROM event_delivery) AS deliveries,
      (SELECT count(*) FROM command_receipt) AS receipts, (SELECT count(*) FROM import_run) AS runs,
      (SELECT count(*) FROM person) AS people, (SELECT count(*) FROM location) AS venues,
      (SELECT count(*) FROM client) AS clients, (SELECT count(*) FROM kit_template) AS kits,
      (SELECT sum(version) FROM booking) AS versions, (SELECT count(*) FROM auth_session) AS sessions`);
  return row ?? {};
}

/** Their nested fields are the very schemas of `create` and `import`, where each is tried. */
const SHARED = /\.update$|^bookings\.import(Preview|Refused)$/;

const CODES = ["INVALID", "NOT_FOUND", "RULE_VIOLATED", "CONFLICT", "FORBIDDEN"];
const SENTENCE = /^[\p{Lu}\p{N}][^\n]{3,300}[.]$/u;
const INTERNALS =
  /prisma|postgres|\bselect\b|insert into|\bconstraint\b|\bcolumn "|relation|\bstack\b|node_modules|\.ts\b|undefined|\[object|\bzod\b|expected |received|regex|pattern|uuid/i;

/** What is wrong with an answer to bad input; null when nothing is. */
async function wrongWith(
  answer: Answer,
  inside: Queryable & { isTouched(): boolean },
): Promise<string | null> {
  const { error } = answer;
  if (!error) return null;
  if (!CODES.includes(error.code)) return `${error.code} ${error.message}`;
  const sentences = [error.message, ...Object.values(error.fields ?? {})];
  const odd = sentences.find((text) => !SENTENCE.test(text) || INTERNALS.test(text));
  if (odd !== undefined) return `says: ${odd.slice(0, 120)}`;
  return (await hasWritten(inside)) ? "something was written" : null;
}

/** A transaction has a number once it wrote or locked something; only then the rows are counted. */
async function hasWritten(inside: Queryable & { isTouched(): boolean }): Promise<boolean> {
  if (!inside.isTouched()) return false;
  const [row] = await inside.query<{ numbered: boolean }>(
    sql`SELECT pg_current_xact_id_if_assigned() IS NOT NULL AS numbered`,
  );
  return row?.numbered === true && JSON.stringify(await counts(inside)) !== JSON.stringify(before);
}

/** Calls in a transaction that is rolled back; resolves to what is wrong with the answer. */
function attempt(path: Permission, actor: FullInput["actor"], input: unknown): Promise<string | null> {
  return world.staged.rolledBack(async (inside) =>
    wrongWith(await call(path, input, cookieFor(actor)), inside),
  );
}

test("every procedure with an input is tried", () => {
  expect(Object.keys(inputs).sort()).toEqual([...withInput].sort());
});

describe.each(withInput)("%s", (path) => {
  const full = () => inputs[path] ?? { actor: "admin" as const, input: {} };

  test("is accepted as it stands", async () => {
    const { actor, input } = full();
    const answer = await world.staged.rolledBack(() => call(path, input, cookieFor(actor)));
    const isExpected = path === "account.changePassword" ? "INVALID" : "OK";
    expect([answer.error?.code ?? "OK", answer.error?.fields]).toEqual([
      isExpected,
      isExpected === "OK" ? undefined : { currentPassword: expect.any(String) },
    ]);
  });

  test("refuses what nobody may set", async () => {
    const { actor, input } = full();
    for (const key of ["role", "status", "clientId", "approvedBy", "createdAt", "__proto__", "constructor"]) {
      if (Object.hasOwn(input, key)) continue;
      const more = Object.fromEntries([...Object.entries(input), [key, "admin"]]);
      const { error } = await world.staged.rolledBack(() => call(path, more, cookieFor(actor)));
      // A key of that name is dropped while the body is read (S-18).
      if (key === "__proto__") expect(["OK", "INVALID"]).toContain(error?.code ?? "OK");
      else expect([key, error?.code]).toEqual([key, "INVALID"]);
    }
  });

  test("answers every hostile value in every field with a code and a sentence", async () => {
    const { actor, input } = full();
    const wrong: string[] = [];
    for (const place of placesIn(input).filter((at) => at.length === 1 || !SHARED.test(path))) {
      for (const [name, value] of hostileTo(valueAt(input, place))) {
        const problem = await attempt(path, actor, withValue(input, place, value));
        if (problem !== null) wrong.push(`${place.join(".")} = ${name}: ${problem}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(lines.filter((line) => line.includes("call failed"))).toEqual([]);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  test("answers anything at all with a code and a sentence", async () => {
    const { actor } = full();
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 3 }), async (input) => {
        expect(await attempt(path, actor, input)).toBeNull();
      }),
      { numRuns: 10, seed: 7 },
    );
  });
});

describe("text that only looks dangerous", () => {
  test.each([
    "<script>alert(1)</script>",
    "'; DROP TABLE booking; --",
    "${process.env.AUTH_SECRET} {{7*7}} %s %n",
    '=HYPERLINK("https://elsewhere.example")',
    "\u202Ereversed\u202C and 👩‍👩‍👧 茶",
  ])("is kept and given back as it is: %s", async (text) => {
    const cookie = cookieFor("clientA");
    const wish = { ...request(text, ["2036-09-06T10:00"]), notes: text };
    await world.staged.rolledBack(async () => {
      const made = await call("bookings.create", wish, cookie);
      const { bookingId } = made.data as { readonly bookingId: string };
      expect((await call("bookings.byId", { bookingId }, cookie)).data).toMatchObject({
        title: text,
        notes: text,
      });
    });
  });
});

test("a time that a clock change skips is moved and said so, not refused", async () => {
  const schedule = { kind: "dates", dates: [{ localStart: "2036-03-09T02:30", durationMinutes: 60 }] };
  const input = { locationIds: [venues.park.id], schedule };
  const { data } = await call("bookings.previewRecurrence", input, cookieFor("clientA"));
  expect(data).toMatchObject({ dates: [{ startsAt: "2036-03-09T07:30:00.000Z", clockNote: "gap" }] });
});
