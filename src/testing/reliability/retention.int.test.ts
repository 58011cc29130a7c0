import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { sql } from "@/db/sql";
import { CATEGORIES, categoryOf, eventTypes } from "@/domain-events/catalog/catalog";
import { readStored } from "@/domain-events/catalog/upcast";
import { allDeliveriesSettled } from "@/domain-events/dispatch/settled";
import { readEvent } from "@/domain-events/log/read";
import { dayOf, lastExpiry } from "@/domain-events/retention/leaf";
import { retainOnSchedule } from "@/domain-events/retention/on-schedule";
import { previewRetention } from "@/domain-events/retention/run-retention";
import { sealWholeLog } from "@/domain-events/sealing/seal";
import { bookingId } from "@/testing/builders/bookings";
import { agedWorldEachTime, tenYearsOn } from "./aged-world";
import { aFact, emit } from "./world";

const aged = agedWorldEachTime();

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
  const text = gunzipSync(readFileSync(join(aged().folder, file))).toString("utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => lineSchema.parse(JSON.parse(line)));
}

test("S-51 each category goes on the day its last entry has expired, not a day earlier", async () => {
  const filled = await aged().filledLeaves();
  expect(filled.map((leaf) => leaf.category).sort()).toEqual([...CATEGORIES].sort());
  for (const leaf of filled) {
    const lastDay = lastExpiry(leaf);
    const dayBefore = dayOf(new Date(Date.parse(lastDay) - 86_400_000));
    const plannedOn = async (day: string) =>
      (await previewRetention(aged().db, { asOf: day, checkRows: true })).leaves.find(
        (one) => one.leaf.leaf === leaf.leaf,
      )?.outcome;
    expect([leaf.category, await plannedOn(dayBefore)]).toEqual([leaf.category, undefined]);
    expect([leaf.category, await plannedOn(lastDay)]).toEqual([leaf.category, "goes"]);
  }
});

test("a plan tells partitions of attempts that hold something from empty ones", async () => {
  const rows = await aged().owner.query<{ leaf: string }>(sql`
    SELECT DISTINCT tableoid::regclass::text AS leaf FROM event_attempt`);
  const filled = new Set(rows.map((row) => row.leaf));
  const { leaves } = await previewRetention(aged().db, { asOf: tenYearsOn(), checkRows: false });
  const attempts = leaves.filter(({ leaf }) => leaf.category === null);
  expect(attempts.map(({ entries }) => entries)).toEqual(
    attempts.map(({ leaf }) => (filled.has(leaf.leaf) ? null : 0)),
  );
  expect(new Set(attempts.map(({ entries }) => entries))).toEqual(new Set([null, 0]));
});

test("ten years on everything old is archived and gone, on record, and the log still verifies", async () => {
  const { ids } = aged();
  const [young = ""] = await emit(aged().db, [aFact("young")]);
  await sealWholeLog(aged().owner);
  const dispatcher = aged().dispatch();
  await allDeliveriesSettled(aged().db);
  const filled = await aged().filledLeaves();
  const gone = await aged().outcomes(tenYearsOn());
  expect(gone.filter((line) => !line.startsWith("attempt")).sort()).toEqual(
    [
      ...CATEGORIES.map((category) => `${category} goes`),
      "booking kept log entries can still come into it",
    ].sort(),
  );

  const [left] = await aged().owner.query<{ facts: number; ids: number; seals: number }>(sql`
    SELECT (SELECT count(*)::integer FROM event_log WHERE id = ANY (${ids}::uuid[])) AS facts,
      (SELECT count(*)::integer FROM event_identity WHERE id = ANY (${ids}::uuid[])) AS ids,
      (SELECT count(*)::integer FROM event_entry_seal WHERE event_id = ANY (${ids}::uuid[])) AS seals`);
  expect(left).toEqual({ facts: 0, ids: 0, seals: 0 });
  expect(await readEvent(aged().db, young)).toBeDefined();

  const counts = await aged().db.query(sql`
    SELECT category, sum(entries)::integer AS entries FROM event_expiry WHERE correlation_id = ${bookingId}
    GROUP BY category ORDER BY category`);
  expect(counts).toEqual(
    [...CATEGORIES].sort().map((category) => ({
      category,
      entries: eventTypes.filter((type) => categoryOf(type) === category).length,
    })),
  );
  const facts = await aged().db.query<{ partition: string }>(sql`
    SELECT payload ->> 'partition' AS partition FROM event_log WHERE type = 'LOG_PARTITION_EXPIRED'`);
  expect(facts.map((fact) => fact.partition)).toEqual(
    expect.arrayContaining(
      filled.filter(({ from }) => from.getTime() < Date.now() - 300 * 86_400_000).map(({ leaf }) => leaf),
    ),
  );
  expect(new Set(facts.map((fact) => fact.partition)).size).toBe(facts.length);

  await sealWholeLog(aged().owner);
  expect(await aged().problems()).toEqual([]);
  expect((await aged().outcomes(tenYearsOn())).filter((line) => line.includes("goes"))).toEqual([]);
  await allDeliveriesSettled(aged().db);
  await dispatcher.stop();
});

test("archives match the schema and hold no personal value and no person's id", async () => {
  await aged().run(tenYearsOn());
  const files = readdirSync(aged().folder).filter(
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
    expect(readFileSync(join(aged().folder, `${file}.sha256`), "utf8")).toMatch(
      new RegExp(`^[0-9a-f]{64} {2}${file}\n$`),
    );
  }
});

describe("S-26 nothing goes while it is needed", () => {
  test("an open delivery keeps its partition, a parked one too", async () => {
    await aged().owner.pool.query(
      `INSERT INTO event_delivery (handler, order_key, position, event_id, type, category, recorded_at, expires_on,
         due_at, dead_at)
       SELECT 'reporting', id::text, position, id, type, category, recorded_at, expires_on, now(), now()
       FROM event_log WHERE type = 'KIT_PREPARED'`,
    );
    const seen = await aged().outcomes(tenYearsOn());
    expect(seen).toContain("kit kept 1 delivery into it is still open or parked");
    expect(seen).toContain("activity goes");
    expect(readdirSync(aged().folder).filter((name) => name.startsWith("kit"))).toEqual([]);
    await aged().owner.pool.query("DELETE FROM event_delivery");
    expect(await aged().outcomes(tenYearsOn())).toContain("kit goes");
  });

  test("a hold on a booking keeps every partition with an entry of it, until it is lifted", async () => {
    await aged().owner.pool.query(
      `INSERT INTO event_hold (id, booking_id, reason, placed_by, placed_at)
       VALUES (gen_random_uuid(), $1, 'A claim is open.', 'admin-1', now())`,
      [bookingId],
    );
    const seen = await aged().outcomes(tenYearsOn());
    expect(seen.filter((line) => line.includes("goes") && !line.startsWith("attempt"))).toEqual([]);
    expect(seen).toContain("kit kept 1 booking in it is on hold");
    await aged().owner.pool.query(
      "UPDATE event_hold SET lifted_by = 'admin-1', lifted_at = now(), lift_reason = 'Settled.'",
    );
    expect(await aged().outcomes(tenYearsOn())).toContain("kit goes");
  });

  test("receipts stay for as long as an entry that they are about", async () => {
    const seen = await aged().outcomes(tenYearsOn());
    const attempts = seen.filter((line) => line.startsWith("attempt"));
    for (const line of attempts) expect(line).not.toContain("undefined");
    const [remaining] = await aged().owner.query<{ orphaned: number }>(sql`
      SELECT count(*)::integer AS orphaned FROM event_log l
      WHERE l.category <> 'system' AND NOT EXISTS (SELECT FROM event_attempt a WHERE a.event_id = l.id)`);
    expect(remaining?.orphaned).toBe(0);
  });
});

test("what housekeeping runs by the hour takes what is due today, and warns of what stays past its time", async () => {
  await aged().owner.pool.query(
    `INSERT INTO event_hold (id, booking_id, reason, placed_by, placed_at)
     VALUES (gen_random_uuid(), $1, 'A claim is open.', 'admin-1', now())`,
    [bookingId],
  );
  const said: string[] = [];
  const say = (level: string) => (details: object, message: string) => {
    said.push(`${level} ${message} ${JSON.stringify(details)}`);
  };
  const logger = { info: say("info"), warn: say("warn"), error: say("error") };
  await retainOnSchedule(aged().owner, { folder: aged().folder, holder: "test", logger });
  expect(said).toContainEqual(
    expect.stringMatching(/^warn A partition .* stays\. .*event_log_kit.*1 booking in it is on hold/),
  );
  await aged().owner.pool.query("DELETE FROM event_hold");
  await retainOnSchedule(aged().owner, { folder: aged().folder, holder: "test", logger });
  expect(said).toContainEqual(
    expect.stringMatching(/^info A partition of the log expired\. .*event_log_kit.*kit-.*gz/),
  );
  expect(said.filter((line) => line.startsWith("error"))).toEqual([]);
});
