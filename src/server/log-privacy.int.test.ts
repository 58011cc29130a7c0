import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withClient } from "@/launch/roles.mjs";
import { type Permission, permissions } from "@/server/permissions";
import { sql } from "@/db/sql";
import { cookieFor } from "@/testing/matrix/actors";
import { call, callRaw } from "@/testing/matrix/call";
import type { FullInput } from "@/testing/matrix/full-input";
import { fullInputs } from "@/testing/matrix/full-inputs";
import { placesIn, valueAt, withValue } from "@/testing/matrix/hostile-values";
import { catchLog, lines } from "@/testing/matrix/log-lines";
import { createMatrixWorld, type MatrixWorld } from "@/testing/matrix/world";
import { describeError } from "./log-error";

/** S-53: whatever goes wrong, the operator's log holds no value that a person entered. */

const planted = "Rosalind Planted";
const plantedMail = "rosalind.planted@private.example";

let world: MatrixWorld;
let inputs: Readonly<Partial<Record<Permission, FullInput>>>;

beforeAll(async () => {
  catchLog();
  world = await createMatrixWorld();
  inputs = fullInputs(world, ["2035-06-02T14:00:00.000Z", "2035-07-02T14:00:00.000Z"]);
});
beforeEach(() => {
  lines.length = 0;
});
afterAll(() => world.close());

/** The same call with a person's name wherever a text is free, and their address wherever one is asked for. */
function withPerson(input: unknown): unknown {
  return placesIn(input).reduce<unknown>((filled, place) => {
    const key = String(place.at(-1));
    if (key === "email") return withValue(filled, place, plantedMail);
    const isFree = /^(title|name|notes|reason|q|description|address|city|suggestedValue|phone)$/.test(key);
    return isFree && typeof valueAt(input, place) === "string" ? withValue(filled, place, planted) : filled;
  }, input);
}

async function callAll(): Promise<readonly string[]> {
  const codes: string[] = [];
  for (const path of Object.keys(permissions) as Permission[]) {
    const full = inputs[path];
    if (!full) continue;
    const input = withPerson(full.input);
    const { error } = await world.staged.rolledBack(() => call(path, input, cookieFor(full.actor)));
    codes.push(error?.code ?? "OK");
  }
  return codes;
}

function leaks(): readonly string[] {
  return lines.filter((line) => /rosalind|planted|private\.example/i.test(line));
}

async function asOwner(statements: readonly string[]): Promise<void> {
  const [where] = await world.staged.database.query<{ name: string }>(sql`SELECT current_database() AS name`);
  const { superuserUrl } = world;
  const url = new URL(superuserUrl);
  url.pathname = `/${where?.name ?? ""}`;
  await withClient(url.href, async (client) => {
    for (const statement of statements) await client.query(statement);
  });
}

describe("faults of the database", () => {
  test("rows that a constraint refuses, quoted in its detail", async () => {
    const tables = {
      booking: "title",
      client: "name",
      location: "name",
      person: "name",
      kit_template: "name",
    };
    const entries = Object.entries(tables);
    await asOwner(
      entries.map(
        ([table, column]) =>
          `ALTER TABLE ${table} ADD CONSTRAINT poison CHECK (${column} NOT LIKE '%Planted%') NOT VALID`,
      ),
    );
    const codes = await callAll();
    await asOwner(entries.map(([table]) => `ALTER TABLE ${table} DROP CONSTRAINT poison`));
    expect(codes.filter((code) => code === "FAILED").length).toBeGreaterThan(5);
    expect(lines.filter((line) => line.includes("poison")).length).toBeGreaterThan(5);
    expect(leaks()).toEqual([]);
  });

  test("values that cannot be read, quoted in the message", async () => {
    await asOwner([
      `CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM (to_jsonb(NEW) ->> TG_ARGV[0])::integer; RETURN NEW; END $$`,
      "CREATE TRIGGER poison BEFORE INSERT OR UPDATE ON booking FOR EACH ROW EXECUTE FUNCTION poison('title')",
      "CREATE TRIGGER poison BEFORE INSERT OR UPDATE ON person FOR EACH ROW EXECUTE FUNCTION poison('email')",
    ]);
    const codes = await callAll();
    await asOwner([
      "DROP TRIGGER poison ON booking",
      "DROP TRIGGER poison ON person",
      "DROP FUNCTION poison",
    ]);
    expect(codes.filter((code) => code === "FAILED").length).toBeGreaterThan(3);
    expect(lines.filter((line) => line.includes('"code":"22P02"')).length).toBeGreaterThan(3);
    expect(leaks()).toEqual([]);
  });

  test("reads whose columns are gone, with the arguments in Prisma's message", async () => {
    await asOwner([
      "ALTER TABLE event_instance RENAME COLUMN local_start TO gone",
      "ALTER TABLE person RENAME COLUMN name TO gone",
    ]);
    const codes = await callAll();
    await asOwner([
      "ALTER TABLE event_instance RENAME COLUMN gone TO local_start",
      "ALTER TABLE person RENAME COLUMN gone TO name",
    ]);
    expect(codes.filter((code) => code === "FAILED" || code === "SIGNED_OUT").length).toBeGreaterThan(0);
    expect(lines.length).toBeGreaterThan(0);
    expect(leaks()).toEqual([]);
  });
});

test("inputs that cannot be read, and denials", async () => {
  const cookie = cookieFor("admin");
  await callRaw("directory.people.create", `{"json":{"fields":{"name":"${planted}`, cookie);
  await callRaw("directory.people.create", `{"json":{"fields":{"name":"${planted}","email":7}}}`, cookie);
  await call("log.search", { id: planted }, cookieFor("clientA"));
  expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
    "an input could not be read",
    "denied",
  ]);
  expect(leaks()).toEqual([]);
});

test("a line says which request of whom, and on which path", async () => {
  await call("log.search", {}, cookieFor("clientA"));
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    requestId: expect.stringMatching(/.{8}/),
    path: "log.search",
    actorId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
});

test.each([
  [
    "a mail server's refusal",
    Object.assign(new Error(`550 <${plantedMail}> unknown`), { code: "EENVELOPE" }),
  ],
  [
    "a cause",
    new Error("outer", { cause: Object.assign(new Error(planted), { code: "22P02", detail: planted }) }),
  ],
  ["what is no error", planted],
])("%s is described without what it quotes", (_, error) => {
  expect(JSON.stringify(describeError(error))).not.toMatch(/rosalind|planted/i);
});

test("an error of ours keeps its words and its place", () => {
  expect(describeError(new Error("a receipt vanished"))).toMatchObject({
    type: "Error",
    message: "a receipt vanished",
    stack: expect.stringContaining("log-privacy"),
  });
});
