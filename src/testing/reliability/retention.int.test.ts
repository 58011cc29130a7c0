import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { sql } from "@/db/sql";
import { CATEGORIES, categoryOf, eventTypes } from "@/domain-events/catalog/catalog";
import { readStored } from "@/domain-events/catalog/upcast";
import { allDeliveriesSettled } from "@/domain-events/dispatch/settled";
import { readEvent } from "@/domain-events/log/read";
import { detachLeaf, exportLeaf } from "@/domain-events/retention/expire-leaf";
import { importArchive } from "@/domain-events/retention/import-archive";
import { attachedLeaves, dayOf, type Leaf, lastExpiry } from "@/domain-events/retention/leaf";
import { obstacleWords } from "@/domain-events/retention/obstacles";
import { retainOnSchedule } from "@/domain-events/retention/on-schedule";
import { previewRetention, runRetention } from "@/domain-events/retention/run-retention";
import { sealWholeLog } from "@/domain-events/sealing/seal";
import { problemWords } from "@/domain-events/sealing/verify/problem";
import { verifyLog } from "@/domain-events/sealing/verify/verify-log";
import { ageLog, appendEveryType } from "@/testing/builders/aged-log";
import { bookingId } from "@/testing/builders/bookings";
import { insertLoggedWorld } from "@/testing/builders/logged-world";
import { createTestDatabase } from "@/testing/database";
import { tamper } from "./tamper";
import { aFact, createWorld, emit, type World } from "./world";

let world: World;
let folder: string;
beforeEach(async () => {
  world = await createWorld(await createTestDatabase());
  folder = mkdtempSync(join(tmpdir(), "muster-archive-"));
});
afterEach(async () => {
  await world.close();
  await world.test.drop();
  rmSync(folder, { recursive: true, force: true });
});

const MONTHS = 14;
const tenYearsOn = () => dayOf(new Date(Date.now() + 3_652 * 86_400_000));

/** One fact of every type, of more than a year ago, every delivery handled. */
async function agedLog(): Promise<readonly string[]> {
  await insertLoggedWorld(world.db);
  const ids = await appendEveryType(world.db, bookingId);
  const dispatcher = world.dispatch();
  await allDeliveriesSettled(world.db);
  await dispatcher.stop();
  await ageLog(world.test, MONTHS);
  return ids;
}

/** The partitions of facts that hold something. */
async function filledLeaves(): Promise<readonly Leaf[]> {
  const rows = await world.owner.query<{ leaf: string }>(sql`
    SELECT DISTINCT tableoid::regclass::text AS leaf FROM event_log`);
  const filled = new Set(rows.map((row) => row.leaf));
  return (await attachedLeaves(world.owner)).filter((leaf) => filled.has(leaf.leaf));
}

const run = (asOf?: string) =>
  runRetention(world.owner, {
    folder,
    ...(asOf !== undefined && { asOf }),
    detach: { lockTimeoutMs: 100, tries: 2, backOffMs: 10 },
  });

async function outcomes(asOf?: string): Promise<readonly string[]> {
  const seen = await run(asOf);
  return (seen?.leaves ?? [])
    .filter(({ entries, leaf }) => entries !== 0 || leaf.category === null)
    .map(({ leaf, outcome, obstacles }) =>
      [leaf.category ?? "attempt", outcome, ...obstacles.map(obstacleWords)].join(" "),
    );
}

const problems = async () =>
  (await verifyLog(world.owner, { archiveFolder: folder })).problems.map(problemWords);

const lineSchema = z.object({
  removed: z.array(z.string()),
  event: z.object({
    id: z.string(),
    type: z.string(),
    timestamp: z.string(),
    correlationId: z.string(),
    source: z.string(),
    payload: z.unknown(),
    metadata: z.unknown(),
  }),
  schemaVersion: z.number(),
});

function archivedLines(file: string): readonly z.output<typeof lineSchema>[] {
  const text = gunzipSync(readFileSync(join(folder, file))).toString("utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => lineSchema.parse(JSON.parse(line)));
}

test("S-51 each category goes on the day its last entry has expired, not a day earlier", async () => {
  await agedLog();
  const filled = await filledLeaves();
  expect(filled.map((leaf) => leaf.category).sort()).toEqual([...CATEGORIES].sort());
  for (const leaf of filled) {
    const lastDay = lastExpiry(leaf);
    const dayBefore = dayOf(new Date(Date.parse(lastDay) - 86_400_000));
    const plannedOn = async (day: string) =>
      (await previewRetention(world.db, { asOf: day, checkRows: true })).leaves.find(
        (one) => one.leaf.leaf === leaf.leaf,
      )?.outcome;
    expect([leaf.category, await plannedOn(dayBefore)]).toEqual([leaf.category, undefined]);
    expect([leaf.category, await plannedOn(lastDay)]).toEqual([leaf.category, "goes"]);
  }
});

test("a plan tells partitions of attempts that hold something from empty ones", async () => {
  await agedLog();
  const rows = await world.owner.query<{ leaf: string }>(sql`
    SELECT DISTINCT tableoid::regclass::text AS leaf FROM event_attempt`);
  const filled = new Set(rows.map((row) => row.leaf));
  const { leaves } = await previewRetention(world.db, { asOf: tenYearsOn(), checkRows: false });
  const attempts = leaves.filter(({ leaf }) => leaf.category === null);
  expect(attempts.map(({ entries }) => entries)).toEqual(
    attempts.map(({ leaf }) => (filled.has(leaf.leaf) ? null : 0)),
  );
  expect(new Set(attempts.map(({ entries }) => entries))).toEqual(new Set([null, 0]));
});

test("ten years on everything old is archived and gone, on record, and the log still verifies", async () => {
  const ids = await agedLog();
  const [young = ""] = await emit(world.db, [aFact("young")]);
  await sealWholeLog(world.owner);
  const dispatcher = world.dispatch();
  await allDeliveriesSettled(world.db);
  const filled = await filledLeaves();
  const gone = await outcomes(tenYearsOn());
  expect(gone.filter((line) => !line.startsWith("attempt")).sort()).toEqual(
    [
      ...CATEGORIES.map((category) => `${category} goes`),
      "booking kept log entries can still come into it",
    ].sort(),
  );

  const [left] = await world.owner.query<{ facts: number; ids: number; seals: number }>(sql`
    SELECT (SELECT count(*)::integer FROM event_log WHERE id = ANY (${ids}::uuid[])) AS facts,
      (SELECT count(*)::integer FROM event_identity WHERE id = ANY (${ids}::uuid[])) AS ids,
      (SELECT count(*)::integer FROM event_entry_seal WHERE event_id = ANY (${ids}::uuid[])) AS seals`);
  expect(left).toEqual({ facts: 0, ids: 0, seals: 0 });
  expect(await readEvent(world.db, young)).toBeDefined();

  const counts = await world.db.query(sql`
    SELECT category, sum(entries)::integer AS entries FROM event_expiry WHERE correlation_id = ${bookingId}
    GROUP BY category ORDER BY category`);
  expect(counts).toEqual(
    [...CATEGORIES].sort().map((category) => ({
      category,
      entries: eventTypes.filter((type) => categoryOf(type) === category).length,
    })),
  );
  const facts = await world.db.query<{ partition: string }>(sql`
    SELECT payload ->> 'partition' AS partition FROM event_log WHERE type = 'LOG_PARTITION_EXPIRED'`);
  expect(facts.map((fact) => fact.partition)).toEqual(
    expect.arrayContaining(
      filled.filter(({ from }) => from.getTime() < Date.now() - 300 * 86_400_000).map(({ leaf }) => leaf),
    ),
  );
  expect(new Set(facts.map((fact) => fact.partition)).size).toBe(facts.length);

  await sealWholeLog(world.owner);
  expect(await problems()).toEqual([]);
  expect((await outcomes(tenYearsOn())).filter((line) => line.includes("goes"))).toEqual([]);
  await allDeliveriesSettled(world.db);
  await dispatcher.stop();
});

test("archives match the schema and hold no personal value and no person's id", async () => {
  await agedLog();
  await run(tenYearsOn());
  const files = readdirSync(folder).filter(
    (name) => name.endsWith(".ndjson.gz") && !name.startsWith("attempt"),
  );
  expect(files).toHaveLength(CATEGORIES.length);
  const lines = files.flatMap(archivedLines);
  expect(lines.map(({ event }) => event.type).sort()).toEqual([...eventTypes].sort());
  for (const { event, schemaVersion } of lines) {
    const read = readStored({ ...event, version: schemaVersion });
    expect(read.known ? [] : [event.type, ...read.problems]).toEqual([]);
  }
  const text = JSON.stringify(lines);
  const planted = [
    "Wear closed shoes", // instructions
    "I come by bicycle", // a person's note
    "28.5", // pay
    "40.7536", // position
    "0199c8a0-1000-7000-8000-000000000011", // the admin's id
  ];
  for (const value of planted) expect(text, value).not.toContain(value);
  expect(text).toContain("[removed]");
  expect(text).toMatch(/"userId":"person-[0-9a-f]{24}"/);
  for (const file of files) {
    expect(readFileSync(join(folder, `${file}.sha256`), "utf8")).toMatch(
      new RegExp(`^[0-9a-f]{64} {2}${file}\n$`),
    );
  }
});

describe("S-26 nothing goes while it is needed", () => {
  test("an open delivery keeps its partition, a parked one too", async () => {
    await agedLog();
    await world.owner.pool.query(
      `INSERT INTO event_delivery (handler, order_key, position, event_id, type, category, recorded_at, expires_on,
         due_at, dead_at)
       SELECT 'reporting', id::text, position, id, type, category, recorded_at, expires_on, now(), now()
       FROM event_log WHERE type = 'KIT_PREPARED'`,
    );
    const seen = await outcomes(tenYearsOn());
    expect(seen).toContain("kit kept 1 delivery into it is still open or parked");
    expect(seen).toContain("activity goes");
    expect(readdirSync(folder).filter((name) => name.startsWith("kit"))).toEqual([]);
    await world.owner.pool.query("DELETE FROM event_delivery");
    expect(await outcomes(tenYearsOn())).toContain("kit goes");
  });

  test("a hold on a booking keeps every partition with an entry of it, until it is lifted", async () => {
    await agedLog();
    await world.owner.pool.query(
      `INSERT INTO event_hold (id, booking_id, reason, placed_by, placed_at)
       VALUES (gen_random_uuid(), $1, 'A claim is open.', 'admin-1', now())`,
      [bookingId],
    );
    const seen = await outcomes(tenYearsOn());
    expect(seen.filter((line) => line.includes("goes") && !line.startsWith("attempt"))).toEqual([]);
    expect(seen).toContain("kit kept 1 booking in it is on hold");
    await world.owner.pool.query(
      "UPDATE event_hold SET lifted_by = 'admin-1', lifted_at = now(), lift_reason = 'Settled.'",
    );
    expect(await outcomes(tenYearsOn())).toContain("kit goes");
  });

  test("receipts stay for as long as an entry that they are about", async () => {
    await agedLog();
    const seen = await outcomes(tenYearsOn());
    const attempts = seen.filter((line) => line.startsWith("attempt"));
    for (const line of attempts) expect(line).not.toContain("undefined");
    const [remaining] = await world.owner.query<{ orphaned: number }>(sql`
      SELECT count(*)::integer AS orphaned FROM event_log l
      WHERE l.category <> 'system' AND NOT EXISTS (SELECT FROM event_attempt a WHERE a.event_id = l.id)`);
    expect(remaining?.orphaned).toBe(0);
  });
});

test("S-25 an idle reader in an open transaction stops no insert; the run comes back when they have left", async () => {
  await agedLog();
  await sealWholeLog(world.owner);
  const reader = await world.db.pool.connect();
  const writers = startWriter();
  try {
    await reader.query("BEGIN");
    const before = await reader.query("SELECT count(*)::int AS n FROM event_log");
    expect(await outcomes(tenYearsOn())).toContain("kit busy");
    // Nothing was taken from the reader: their next page ends where the rest has expired.
    const after = await reader.query("SELECT count(*)::int AS n FROM event_log");
    expect(after.rows[0].n).toBeLessThan(before.rows[0].n + writers.written());
    expect(await problems()).toEqual([]);
    await reader.query("COMMIT");
  } finally {
    reader.release(true);
    await writers.stop();
  }
  // The lock timeout of the run is 100 ms; the rest is room for a slow machine.
  expect(writers.slowestMs()).toBeLessThan(2_000);
  expect(writers.written()).toBeGreaterThan(0);
  expect(await outcomes(tenYearsOn())).toContain("kit goes");
});

/** Appends one fact after the other. */
function startWriter() {
  let isWriting = true;
  let slowestMs = 0;
  let written = 0;
  const writing = (async () => {
    while (isWriting) {
      const began = performance.now();
      await emit(world.db, [aFact("s-25")]);
      slowestMs = Math.max(slowestMs, performance.now() - began);
      written += 1;
    }
  })();
  return {
    slowestMs: () => slowestMs,
    written: () => written,
    stop: () => {
      isWriting = false;
      return writing;
    },
  };
}

describe("killed at any step, the next run goes on", () => {
  const context = () => ({ ownerDatabase: world.owner, folder, keepLease: async () => undefined });

  async function kitLeaf(): Promise<Leaf> {
    const leaf = (await filledLeaves()).find((one) => one.category === "kit");
    if (!leaf) throw new Error("no partition of kit facts");
    return leaf;
  }

  async function finishesOnce(): Promise<void> {
    const asOf = tenYearsOn();
    expect(await outcomes(asOf)).toContain("kit goes");
    await outcomes(asOf);
    const [seen] = await world.owner.query<{ facts: number; entries: number }>(sql`
      SELECT (SELECT count(*)::integer FROM event_log
          WHERE type = 'LOG_PARTITION_EXPIRED' AND payload ->> 'category' = 'kit'
            AND (payload ->> 'count')::integer > 0) AS facts,
        (SELECT sum(entries)::integer FROM event_expiry WHERE category = 'kit') AS entries`);
    expect(seen).toEqual({
      facts: 1,
      entries: eventTypes.filter((type) => categoryOf(type) === "kit").length,
    });
    expect(readdirSync(folder).filter((name) => name.startsWith("kit"))).toHaveLength(2);
    expect(await problems()).toEqual([]);
  }

  test("while it was writing the archive", async () => {
    await agedLog();
    const leaf = await kitLeaf();
    writeFileSync(
      join(folder, `kit-${leaf.leaf.slice(-7).replace("_", "-")}.ndjson.gz.partial`),
      "half of it",
    );
    await finishesOnce();
  });

  test("between the archive and its record", async () => {
    await agedLog();
    await sealWholeLog(world.owner);
    await exportLeaf(context(), await kitLeaf(), tenYearsOn());
    await tamper(world, "DELETE FROM event_archive");
    await finishesOnce();
  });

  test("after the archive", async () => {
    await agedLog();
    await sealWholeLog(world.owner);
    await exportLeaf(context(), await kitLeaf(), tenYearsOn());
    expect(await problems()).toEqual([]);
    await finishesOnce();
  });

  test("between the detach and its record", async () => {
    await agedLog();
    await sealWholeLog(world.owner);
    const leaving = await exportLeaf(context(), await kitLeaf(), tenYearsOn());
    expect(await detachLeaf(context(), leaving)).toBe(true);
    await tamper(world, "UPDATE event_archive SET state = 'exported'");
    expect(await problems()).toEqual([]);
    await finishesOnce();
  });

  test("while it was forgetting ids", async () => {
    await agedLog();
    await sealWholeLog(world.owner);
    const leaving = await exportLeaf(context(), await kitLeaf(), tenYearsOn());
    await detachLeaf(context(), leaving);
    await world.owner.query(sql`SELECT forget_event_entries(${leaving.leaf}, 0, 2)`);
    expect(await problems()).toEqual([]);
    await finishesOnce();
  });

  test("an archive that was changed meanwhile keeps the partition from being dropped", async () => {
    await agedLog();
    await sealWholeLog(world.owner);
    const leaving = await exportLeaf(context(), await kitLeaf(), tenYearsOn());
    writeFileSync(join(folder, leaving.file ?? ""), gzipSync("{}\n"));
    const seen = await run(tenYearsOn());
    expect(seen?.leaves.find((one) => one.leaf.leaf === leaving.leaf)).toMatchObject({
      outcome: "failed",
      failure: expect.stringContaining("is not as it was written"),
    });
    expect(seen?.leaves.some((one) => one.leaf.category === "activity" && one.outcome === "goes")).toBe(true);
    const [table] = await world.owner.query(sql`SELECT to_regclass(${leaving.leaf}) IS NOT NULL AS there`);
    expect(table).toEqual({ there: true });
  });
});

test("two runs at once: one does the work", async () => {
  await agedLog();
  const both = await Promise.all([run(tenYearsOn()), run(tenYearsOn())]);
  expect(both.filter((one) => one === undefined)).toHaveLength(1);
  expect(await problems()).toEqual([]);
});

describe("archives are part of what is verified", () => {
  async function kitArchive(): Promise<string> {
    await agedLog();
    await run(tenYearsOn());
    const name = readdirSync(folder).find((file) => file.startsWith("kit") && file.endsWith(".gz"));
    return join(folder, name ?? "");
  }

  test("a missing one is named", async () => {
    rmSync(await kitArchive());
    expect(await problems()).toEqual([expect.stringMatching(/^ARCHIVE kit-.*\.ndjson\.gz cannot be read/)]);
  });

  test("a line that was taken out is named, and what block it was sealed in", async () => {
    const file = await kitArchive();
    const [, ...lines] = gunzipSync(readFileSync(file)).toString("utf8").split("\n");
    writeFileSync(file, gzipSync(lines.join("\n")));
    expect(await problems()).toEqual([
      expect.stringMatching(/^ARCHIVE kit-.* does not hold what block \d+ sealed$/),
    ]);
  });

  test("an altered byte is named", async () => {
    const file = await kitArchive();
    const text = gunzipSync(readFileSync(file)).toString("utf8");
    writeFileSync(file, gzipSync(text.replace('"depth":0', '"depth":1')));
    expect(await problems()).toEqual([expect.stringMatching(/^ARCHIVE kit-.* does not match its checksum$/)]);
  });

  test("they can be read back into a table of their own, whole or not at all", async () => {
    const file = await kitArchive();
    const count = eventTypes.filter((type) => categoryOf(type) === "kit").length;
    expect(await importArchive(world.owner, file)).toBe(count);
    expect(await importArchive(world.owner, file)).toBe(count);
    const rows = await world.owner.query(sql`
      SELECT type, line #>> '{event,payload,notes}' AS notes FROM log_archive.entry
      WHERE correlation_id = ${bookingId}`);
    expect(rows).toHaveLength(count);
    writeFileSync(`${file}.sha256`, `${"0".repeat(64)}  x\n`);
    await expect(importArchive(world.owner, file)).rejects.toThrow("does not match its checksum");
    expect(await world.owner.query(sql`SELECT FROM log_archive.entry`)).toHaveLength(count);
  });
});

test("what housekeeping runs by the hour takes what is due today, and warns of what stays past its time", async () => {
  await agedLog();
  await world.owner.pool.query(
    `INSERT INTO event_hold (id, booking_id, reason, placed_by, placed_at)
     VALUES (gen_random_uuid(), $1, 'A claim is open.', 'admin-1', now())`,
    [bookingId],
  );
  const said: string[] = [];
  const say = (level: string) => (details: object, message: string) => {
    said.push(`${level} ${message} ${JSON.stringify(details)}`);
  };
  const logger = { info: say("info"), warn: say("warn"), error: say("error") };
  await retainOnSchedule(world.owner, { folder, holder: "test", logger });
  expect(said).toContainEqual(
    expect.stringMatching(/^warn A partition .* stays\. .*event_log_kit.*1 booking in it is on hold/),
  );
  await world.owner.pool.query("DELETE FROM event_hold");
  await retainOnSchedule(world.owner, { folder, holder: "test", logger });
  expect(said).toContainEqual(
    expect.stringMatching(/^info A partition of the log expired\. .*event_log_kit.*kit-.*gz/),
  );
  expect(said.filter((line) => line.startsWith("error"))).toEqual([]);
});
