import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sql } from "@/db/sql";
import { catalog } from "@/domain-events/catalog/catalog";
import { appendEvents } from "@/domain-events/log/append";
import { syncPersonalFields } from "@/domain-events/redaction/personal-fields";
import { redactEntry } from "@/domain-events/redaction/redact";
import { blockDigest } from "@/domain-events/sealing/block-digest";
import { sealLog } from "@/domain-events/sealing/seal";
import { readBlocks, readLeafParts } from "@/domain-events/sealing/verify/block-rows";
import { problemWords } from "@/domain-events/sealing/verify/problem";
import { verifyLog } from "@/domain-events/sealing/verify/verify-log";
import { createTestDatabase } from "@/testing/database";
import { tamper } from "./tamper";
import { aFact, createWorld, emit, facts, until, type World } from "./world";

let world: World;
beforeEach(async () => {
  world = await createWorld(await createTestDatabase());
});
afterEach(async () => {
  await world.close();
  await world.test.drop();
});

const verify = () => verifyLog(world.owner, { archiveFolder: "/nowhere" });
const problems = async () => (await verify()).problems.map(problemWords);

async function positionOf(id: string): Promise<string> {
  const [row] = await world.owner.query<{ position: string }>(sql`
    SELECT position FROM event_log WHERE id = ${id}`);
  return row?.position ?? "none";
}

/** Facts in two blocks, all sealed. */
async function sealedLog(): Promise<readonly string[]> {
  const first = await emit(world.db, facts(4, 2));
  expect(await sealLog(world.owner)).toBe(4);
  const second = await emit(world.db, facts(3, 2));
  expect(await sealLog(world.owner)).toBe(3);
  return [...first, ...second];
}

test("what is committed is sealed in blocks, and the log verifies", async () => {
  await sealedLog();
  await emit(world.db, facts(2, 2));
  const { problems: none, ...seen } = await verify();
  expect(none).toEqual([]);
  expect(seen).toMatchObject({ blocks: 2, entries: 7, pending: 2, redactionCount: 0 });
  expect(seen.head?.digest).toMatch(/^[0-9a-f]{64}$/);
});

test("a fact whose transaction is still open is sealed after it ended, and holds back those behind it", async () => {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  let appended = false;
  const open = world.db.transaction(async (tx) => {
    await appendEvents(tx, [aFact("late")]);
    appended = true;
    await ended;
  });
  await until(() => appended);
  await emit(world.db, [aFact("early")]);
  expect(await sealLog(world.owner)).toBe(0);
  end();
  await open;
  expect(await sealLog(world.owner)).toBe(2);
  expect(await problems()).toEqual([]);
});

test("two processes that seal at once make one chain", async () => {
  await emit(world.db, facts(20, 4));
  const sealed = await Promise.all([sealLog(world.owner), sealLog(world.superuser)]);
  expect(sealed.reduce<number>((sum, one) => sum + (one ?? 0), 0)).toBe(20);
  expect(await problems()).toEqual([]);
});

describe("somebody with all rights", () => {
  test.each([
    [
      "a byte of the payload",
      `payload = jsonb_set(payload, '{clientId}', '"client-2"')`,
      "the payload differs",
    ],
    ["a personal field", `payload = jsonb_set(payload, '{title}', '"Other"')`, "the payload differs"],
    ["the metadata", `metadata = metadata || '{"requestId": "x"}'`, "the metadata differs"],
    ["the actor", "actor_id = 'somebody-else'", "the envelope differs"],
    ["the time", '"timestamp" = "timestamp" + interval \'1 microsecond\'', "the envelope differs"],
    ["the day it expires", "expires_on = expires_on - 1", "the envelope differs"],
    ["the transaction", "xid = (xid::text::bigint - 3)::text::xid8", "the envelope differs"],
    ["an unused column", "digest = '\\x00'", "the envelope differs"],
  ])("alters %s: the row and the part are named", async (_, change, detail) => {
    const ids = await sealedLog();
    const [, , third = ""] = ids;
    expect(await tamper(world, `UPDATE event_log SET ${change} WHERE id = $1`, [third])).toBe(1);
    expect(await problems()).toEqual([
      `ALTERED position ${await positionOf(third)} ${third} BOOKING_APPROVED: ${detail} (block 1)`,
    ]);
  });

  test("drops an optional personal field: the field is named", async () => {
    const [id = ""] = await emit(world.db, [aFact("notes", withNotes("Ring twice."))]);
    await sealLog(world.owner);
    await tamper(world, "UPDATE event_log SET payload = payload - 'notes' WHERE id = $1", [id]);
    expect(await problems()).toEqual([expect.stringContaining("/payload/notes is not as it was sealed")]);
  });

  test("deletes a row: it is named though it is gone", async () => {
    const ids = await sealedLog();
    const [, , , , fifth = ""] = ids;
    const position = await positionOf(fifth);
    await tamper(world, "DELETE FROM event_log WHERE id = $1", [fifth]);
    expect(await problems()).toEqual([
      `MISSING position ${position} ${fifth} BOOKING_APPROVED: was sealed and is not in the log (block 2)`,
    ]);
  });

  test("puts a row where everything was sealed: it is named", async () => {
    const ids = await sealedLog();
    await tamper(
      world,
      `INSERT INTO event_log SELECT (l2).* FROM (
         SELECT jsonb_populate_record(l, jsonb_build_object('id', $2::text, 'position', l.position - 100000)) AS l2
         FROM event_log l WHERE id = $1) AS forged`,
      [ids[1], "0199aaaa-0000-7000-8000-000000000001"],
    );
    expect(await problems()).toEqual([
      expect.stringMatching(
        /^ADDED position -?\d+ 0199aaaa-0000-7000-8000-000000000001 BOOKING_APPROVED: .*block 1/,
      ),
    ]);
  });

  test("changes the order of two rows: both are named", async () => {
    const [first = "", second = ""] = await sealedLog();
    const positions = [await positionOf(first), await positionOf(second)];
    await tamper(
      world,
      "UPDATE event_log SET position = CASE id WHEN $1 THEN $4::bigint ELSE $3::bigint END WHERE id IN ($1, $2)",
      [first, second, positions[0], positions[1]],
    );
    const found = await problems();
    for (const position of positions) {
      expect(found).toContainEqual(expect.stringContaining(`ALTERED position ${position} `));
    }
  });

  test("changes a row together with its seal: the block is named", async () => {
    const [first = ""] = await sealedLog();
    await tamper(world, "UPDATE event_entry_seal SET payload_digest = sha256('x') WHERE event_id = $1", [
      first,
    ]);
    expect(await problems()).toContainEqual(
      expect.stringMatching(
        /^SEAL the seals of single entries in event_log_booking_\d{4}_\d\d were changed \(block 1\)$/,
      ),
    );
  });

  test("changes a block: the chain breaks there", async () => {
    await sealedLog();
    await tamper(world, "UPDATE event_seal SET digest = sha256('x') WHERE block = 1");
    expect(await problems()).toEqual([
      "SEAL the block does not match its own digest (block 1)",
      "SEAL the block is not chained to the one before it (block 2)",
    ]);
  });

  test("takes the end of the chain away: an earlier verification remembers it", async () => {
    await sealedLog();
    await tamper(
      world,
      "INSERT INTO event_verification (started_at, up_to_block, entries, problems) VALUES (now(), 2, 7, '[]')",
    );
    for (const table of ["event_seal_leaf", "event_entry_seal", "event_seal"]) {
      await tamper(world, `DELETE FROM ${table} WHERE block = 2`);
    }
    expect(await problems()).toEqual(["SEAL block 2 of the chain is missing"]);
  });

  test("takes a whole partition away without a record of its expiry: it is named", async () => {
    await sealedLog();
    const [row] = await world.owner.query<{ leaf: string }>(sql`SELECT DISTINCT leaf FROM event_seal_leaf`);
    await tamper(world, `DROP TABLE ${row?.leaf ?? ""}`);
    expect(await problems()).toContainEqual(
      expect.stringContaining(`${row?.leaf ?? ""} is gone, and nothing says that it expired`),
    );
  });
});

function withNotes(notes: string) {
  const given = aFact("notes");
  if (given.fact.type !== "BOOKING_APPROVED") throw new Error("another type");
  return { fact: { ...given.fact, payload: { ...given.fact.payload, notes } } };
}

test("a log restored into another cluster starts a new epoch and verifies as a whole", async () => {
  await emit(world.db, facts(4, 2));
  await sealLog(world.owner);
  await pretendOtherCluster();
  const left = await emit(world.db, facts(2, 2));
  // The old cluster had come far beyond where the new one begins.
  await tamper(
    world,
    "UPDATE event_log SET xid = (xid::text::bigint + 1000000)::text::xid8 WHERE id = ANY ($1)",
    [left],
  );
  await emit(world.db, facts(3, 2));
  expect(await sealLog(world.owner)).toBe(5);
  await emit(world.db, facts(1, 1));
  expect(await sealLog(world.owner)).toBe(1);
  const blocks = await world.owner.query(sql`SELECT epoch, entries FROM event_seal ORDER BY block`);
  expect(blocks).toEqual([
    { epoch: 1, entries: 4 },
    { epoch: 1, entries: 2 },
    { epoch: 2, entries: 3 },
    { epoch: 2, entries: 1 },
  ]);
  await emit(world.db, facts(1, 1));
  expect(await verify()).toMatchObject({ problems: [], entries: 10, pending: 1 });
});

/** The first block as another cluster would have written it. */
async function pretendOtherCluster(): Promise<void> {
  const [block] = await readBlocks(world.owner, 0, 1);
  if (!block) throw new Error("nothing is sealed");
  const { place, previous } = block;
  const head = { ...block, cluster: "another", lastXid: place.xid, lastPosition: place.position };
  const digest = blockDigest(previous, head, await readLeafParts(world.owner, 1));
  await tamper(world, "UPDATE event_seal SET cluster = 'another', digest = $1", [digest]);
}

describe("redaction", () => {
  const redaction = { reference: "erasure-7", reason: "Asked for by the person." };

  async function sealedNotes(): Promise<string> {
    const [id = ""] = await emit(world.db, [aFact("notes", withNotes("Ring twice at Rosa's."))]);
    await sealLog(world.owner);
    await syncPersonalFields(world.owner);
    return id;
  }

  const payloadOf = async (id: string) =>
    (await world.owner.query<{ payload: object }>(sql`SELECT payload FROM event_log WHERE id = ${id}`))[0]
      ?.payload;

  test("takes personal fields out in place, once, and the seal still verifies and says why", async () => {
    const id = await sealedNotes();
    const paths = ["/payload/title", "/payload/notes"];
    expect(await redactEntry(world.owner, { id, paths, ...redaction })).toBe(2);
    expect(await redactEntry(world.owner, { id, paths, ...redaction })).toBe(0);
    const payload = await payloadOf(id);
    expect(payload).toMatchObject({ title: "[removed]", clientId: "client-1" });
    expect(payload).not.toHaveProperty("notes");
    const seen = await verify();
    expect(seen.problems).toEqual([]);
    expect(seen.redactions).toEqual(
      ["/payload/notes", "/payload/title"].map((path) => ({
        position: expect.any(String),
        id,
        path,
        at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
        reference: "erasure-7",
        reason: "Asked for by the person.",
      })),
    );
    const [seal] = await world.owner.query<{ salts: object }>(sql`
      SELECT salts FROM event_entry_seal WHERE event_id = ${id}`);
    for (const path of paths) expect(seal?.salts).not.toHaveProperty([path]);
  });

  test("puts the venue's position in place of a person's", async () => {
    const { example } = catalog.STAFF_CHECKED_IN;
    const [id = ""] = await emit(world.db, [
      aFact("position", { fact: { type: "STAFF_CHECKED_IN", payload: example } }),
    ]);
    await sealLog(world.owner);
    await syncPersonalFields(world.owner);
    const paths = ["latitude", "longitude", "accuracy"].map((name) => `/payload/location/${name}`);
    const venue = { latitude: 52.5, longitude: 13.4, accuracy: 150 };
    expect(await redactEntry(world.owner, { id, paths, venue, ...redaction })).toBe(3);
    expect(await payloadOf(id)).toEqual({ ...example, location: venue });
    expect(await problems()).toEqual([]);
  });

  test.each([
    [
      "a business field",
      ["/payload/clientId"],
      "/payload/clientId is not a personal field of BOOKING_APPROVED",
    ],
    ["a person's id", ["/payload/approvedBy"], "is not a personal field"],
    ["an envelope column", ["/actor_id"], "is not a personal field"],
    [
      "a field that the entry does not hold",
      ["/metadata/override/reason"],
      "holds no /metadata/override/reason",
    ],
  ])("refuses %s, and nothing of the call is done", async (_, paths, message) => {
    const id = await sealedNotes();
    const before = await payloadOf(id);
    const asked = redactEntry(world.owner, { id, paths: ["/payload/title", ...paths], ...redaction });
    await expect(asked).rejects.toThrow(message);
    expect(await payloadOf(id)).toEqual(before);
    expect((await verify()).redactionCount).toBe(0);
  });

  test("refuses an entry that is not sealed yet, and a redaction without a reason", async () => {
    const id = await sealedNotes();
    const [young = ""] = await emit(world.db, [aFact("young")]);
    const paths = ["/payload/title"];
    await expect(redactEntry(world.owner, { id: young, paths, ...redaction })).rejects.toThrow(
      "not sealed yet",
    );
    await expect(redactEntry(world.owner, { id, paths, reference: "e", reason: " " })).rejects.toThrow(
      "its reason",
    );
  });

  test("a byte altered elsewhere in a redacted entry, or in its marker, is named", async () => {
    const id = await sealedNotes();
    await redactEntry(world.owner, { id, paths: ["/payload/title"], ...redaction });
    await tamper(world, `UPDATE event_log SET payload = payload || '{"title": "Back again"}' WHERE id = $1`, [
      id,
    ]);
    expect(await problems()).toEqual([expect.stringContaining("/payload/title is not as it was redacted")]);
    await tamper(
      world,
      `UPDATE event_log SET payload = payload || '{"title": "[removed]", "clientId": "client-2"}' WHERE id = $1`,
      [id],
    );
    expect(await problems()).toEqual([expect.stringContaining("the payload differs")]);
  });

  test("a removal without its logged reason counts as an alteration", async () => {
    const id = await sealedNotes();
    await tamper(world, `UPDATE event_log SET payload = payload || '{"title": "[removed]"}' WHERE id = $1`, [
      id,
    ]);
    expect(await problems()).toEqual([expect.stringContaining("the payload differs")]);
  });

  test("is the redactor's alone: the application cannot call it, the redactor cannot touch the table", async () => {
    const id = await sealedNotes();
    const call = sql`SELECT redact_event(${id}::uuid, ARRAY['/payload/title'], 'e', 'r')`;
    await expect(world.db.query(call)).rejects.toThrow("permission denied");
    const asRedactor = world.owner.transaction(async (tx) => {
      await tx.execute(sql`SET LOCAL ROLE muster_redactor`);
      await tx.execute(sql`UPDATE event_log SET payload = '{}'`);
    });
    await expect(asRedactor).rejects.toThrow("permission denied");
  });
});

test("S-48 nobody changes seals and redactions: not the application, not the owner past its triggers", async () => {
  await sealedLog();
  for (const table of [
    "event_seal",
    "event_seal_leaf",
    "event_entry_seal",
    "event_redaction",
    "event_personal_field",
  ]) {
    for (const statement of [
      `DELETE FROM ${table}`,
      `TRUNCATE ${table}`,
      `INSERT INTO ${table} DEFAULT VALUES`,
    ]) {
      await expect(world.db.pool.query(statement), `app: ${statement}`).rejects.toThrow("permission denied");
    }
  }
  for (const table of ["event_seal", "event_seal_leaf"]) {
    await expect(world.owner.pool.query(`DELETE FROM ${table}`), `owner: ${table}`).rejects.toThrow(
      "append-only",
    );
    await expect(world.owner.pool.query(`TRUNCATE ${table} CASCADE`), table).rejects.toThrow("append-only");
    const update = `UPDATE ${table} SET digest = digest`;
    await expect(world.owner.pool.query(update), table).rejects.toThrow("append-only");
    await expect(world.db.pool.query(update), table).rejects.toThrow("permission denied");
  }
  for (const setting of ["", "0199aaaa-0000-7000-8000-000000000001"]) {
    const change = world.owner.transaction(async (tx) => {
      await tx.execute(sql`SELECT set_config('muster.redacting', ${setting}, true)`);
      await tx.execute(sql`UPDATE event_log SET payload = '{}'`);
    });
    await expect(change).rejects.toThrow("append-only");
  }
});
