import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "@/db/sql";
import { catalog } from "@/domain-events/catalog/catalog";
import { fact } from "@/domain-events/catalog/fact";
import { sealLog } from "@/domain-events/sealing/seal";
import { verifyLog } from "@/domain-events/sealing/verify/verify-log";
import { checkProof } from "@/launch/check-proof.mjs";
import { proofText } from "@/server/keeping/proof-command";
import { agent } from "@/testing/builders/actors";
import { recordFact } from "@/testing/builders/logged-world";
import { createTestDatabase } from "@/testing/database";
import { tamper } from "./tamper";
import { createWorld, emit, facts, type World } from "./world";

let world: World;
let confirmedId: string;
let head: string;
const always = { from: "2020-01-01T00:00:00.000Z", to: "2200-01-01T00:00:00.000Z" };

beforeAll(async () => {
  world = await createWorld(await createTestDatabase());
  await emit(world.db, facts(4, 2));
  await sealLog(world.owner);
  const confirmation = fact("LOCATION_CONFIRMED", catalog.LOCATION_CONFIRMED.example);
  confirmedId = await recordFact(world.db, confirmation, { actor: agent });
  await sealLog(world.owner);
  await emit(world.db, facts(3, 2));
  await sealLog(world.owner);
  head = (await verifyLog(world.owner, { archiveFolder: "/nowhere" })).head?.digest ?? "";
});
afterAll(async () => {
  await world.close();
  await world.test.drop();
});

async function proof(range = always): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of proofText(world.owner, range)) lines.push(line);
  return lines;
}

async function* told(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

const check = async (lines: readonly string[], digest: string | undefined = head) =>
  checkProof(told(lines), digest);

test("a proof of the whole log stands up to the end of the chain that was written down", async () => {
  expect(await check(await proof())).toEqual({ blocks: 3, entries: 8, unseen: 0, end: head, problems: [] });
});

test("a part of the log is proven by its own entries and the chain that follows", async () => {
  const [last] = await world.owner.query<{ since: Date }>(sql`
    SELECT first_recorded_at AS since FROM event_seal WHERE block = 3`);
  const since = last?.since.toISOString() ?? "";
  const good = { unseen: 0, end: head, problems: [] };
  expect(await check(await proof({ ...always, from: since }))).toEqual({ ...good, blocks: 1, entries: 3 });
  const before = await check(await proof({ ...always, to: since }));
  expect(before).toEqual({ ...good, blocks: 3, entries: 5, unseen: 3 });
});

test("of a time in which nothing was recorded, nothing is proven", async () => {
  const seen = await check(await proof({ from: always.from, to: "2020-01-02T00:00:00.000Z" }));
  expect(seen.entries).toBe(0);
  expect(seen.problems).toEqual(["no block has the digest that was written down"]);
});

test("no personal value is in it", async () => {
  const { contactPerson, accessDetails, specialInstructions, confirmedBy } =
    catalog.LOCATION_CONFIRMED.example;
  const text = (await proof()).join("");
  expect(text).toContain(confirmedId);
  const hidden = [
    ...Object.values(contactPerson ?? {}),
    accessDetails,
    specialInstructions,
    confirmedBy,
    agent.id,
  ];
  for (const value of hidden) {
    expect(value).toBeTruthy();
    expect(text).not.toContain(value);
  }
});

test("whatever is changed in the file is named", async () => {
  const lines = await proof();
  const changed = (from: string | RegExp, to: string) => {
    const at = lines.findIndex((line) => line.search(from) >= 0);
    expect(at).toBeGreaterThanOrEqual(0);
    return lines.map((line, index) => (index === at ? line.replace(from, to) : line));
  };
  expect((await check(changed("LOCATION_CONFIRMED", "LOCATION_CONFIRMEE"))).problems).toEqual([
    expect.stringMatching(/^entry \d+ of event_log_location_\S+ is not as it was sealed$/),
  ]);
  const withoutEntry = lines.filter((line) => !line.includes(confirmedId));
  expect((await check(withoutEntry)).unseen).toBe(1);
  const withoutBlock = lines.filter((line) => !line.startsWith('{"kind":"block","head":[2,'));
  expect((await check(withoutBlock)).problems).toEqual(
    expect.arrayContaining(["block 3 is not chained to the block before it"]),
  );
  expect((await check(lines, "00".repeat(32))).problems).toEqual([
    "no block has the digest that was written down",
  ]);
});

test("an entry that was altered in the database is named, and so is one that is gone", async () => {
  await tamper(world, `UPDATE event_log SET source = 'tests.other' WHERE id = '${confirmedId}'`);
  expect((await check(await proof())).problems).toEqual([
    expect.stringMatching(/^entry \d+ of event_log_location_\S+ is not as it was sealed$/),
  ]);
  await tamper(world, `DELETE FROM event_log WHERE id = '${confirmedId}'`);
  expect((await check(await proof())).problems).toEqual([
    expect.stringMatching(/^entry \d+ of event_log_location_\S+ was sealed and is not in the log$/),
  ]);
});
