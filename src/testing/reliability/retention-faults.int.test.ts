import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { sql } from "@/db/sql";
import { categoryOf, eventTypes } from "@/domain-events/catalog/catalog";
import { detachLeaf, exportLeaf } from "@/domain-events/retention/expire-leaf";
import { importArchive } from "@/domain-events/retention/import-archive";
import type { Leaf } from "@/domain-events/retention/leaf";
import { sealWholeLog } from "@/domain-events/sealing/seal";
import { bookingId } from "@/testing/builders/bookings";
import { agedWorldEachTime, tenYearsOn } from "./aged-world";
import { tamper } from "./tamper";
import { aFact, emit } from "./world";

const aged = agedWorldEachTime();

test("S-25 an idle reader in an open transaction stops no insert; the run comes back when they have left", async () => {
  await sealWholeLog(aged().owner);
  const reader = await aged().db.pool.connect();
  const writers = startWriter();
  try {
    await reader.query("BEGIN");
    const before = await reader.query("SELECT count(*)::int AS n FROM event_log");
    expect(await aged().outcomes(tenYearsOn())).toContain("kit busy");
    // Nothing was taken from the reader: their next page ends where the rest has expired.
    const after = await reader.query("SELECT count(*)::int AS n FROM event_log");
    expect(after.rows[0].n).toBeLessThan(before.rows[0].n + writers.written());
    expect(await aged().problems()).toEqual([]);
    await reader.query("COMMIT");
  } finally {
    reader.release(true);
    await writers.stop();
  }
  // The lock timeout of the run is 100 ms; the rest is room for a slow machine.
  expect(writers.slowestMs()).toBeLessThan(2_000);
  expect(writers.written()).toBeGreaterThan(0);
  expect(await aged().outcomes(tenYearsOn())).toContain("kit goes");
});

/** Appends one fact after the other. */
function startWriter() {
  let isWriting = true;
  let slowestMs = 0;
  let written = 0;
  const writing = (async () => {
    while (isWriting) {
      const began = performance.now();
      await emit(aged().db, [aFact("s-25")]);
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
  const context = () => ({
    ownerDatabase: aged().owner,
    folder: aged().folder,
    keepLease: async () => undefined,
  });

  async function kitLeaf(): Promise<Leaf> {
    const leaf = (await aged().filledLeaves()).find((one) => one.category === "kit");
    if (!leaf) throw new Error("no partition of kit facts");
    return leaf;
  }

  async function finishesOnce(): Promise<void> {
    const asOf = tenYearsOn();
    expect(await aged().outcomes(asOf)).toContain("kit goes");
    await aged().outcomes(asOf);
    const [seen] = await aged().owner.query<{ facts: number; entries: number }>(sql`
      SELECT (SELECT count(*)::integer FROM event_log
          WHERE type = 'LOG_PARTITION_EXPIRED' AND payload ->> 'category' = 'kit'
            AND (payload ->> 'count')::integer > 0) AS facts,
        (SELECT sum(entries)::integer FROM event_expiry WHERE category = 'kit') AS entries`);
    expect(seen).toEqual({
      facts: 1,
      entries: eventTypes.filter((type) => categoryOf(type) === "kit").length,
    });
    expect(readdirSync(aged().folder).filter((name) => name.startsWith("kit"))).toHaveLength(2);
    expect(await aged().problems()).toEqual([]);
  }

  test("while it was writing the archive", async () => {
    const leaf = await kitLeaf();
    writeFileSync(
      join(aged().folder, `kit-${leaf.leaf.slice(-7).replace("_", "-")}.ndjson.gz.partial`),
      "half of it",
    );
    await finishesOnce();
  });

  test("between the archive and its record", async () => {
    await sealWholeLog(aged().owner);
    await exportLeaf(context(), await kitLeaf(), tenYearsOn());
    await tamper(aged(), "DELETE FROM event_archive");
    await finishesOnce();
  });

  test("after the archive", async () => {
    await sealWholeLog(aged().owner);
    await exportLeaf(context(), await kitLeaf(), tenYearsOn());
    expect(await aged().problems()).toEqual([]);
    await finishesOnce();
  });

  test("between the detach and its record", async () => {
    await sealWholeLog(aged().owner);
    const leaving = await exportLeaf(context(), await kitLeaf(), tenYearsOn());
    expect(await detachLeaf(context(), leaving)).toBe(true);
    await tamper(aged(), "UPDATE event_archive SET state = 'exported'");
    expect(await aged().problems()).toEqual([]);
    await finishesOnce();
  });

  test("while it was forgetting ids", async () => {
    await sealWholeLog(aged().owner);
    const leaving = await exportLeaf(context(), await kitLeaf(), tenYearsOn());
    await detachLeaf(context(), leaving);
    await aged().owner.query(sql`SELECT forget_event_entries(${leaving.leaf}, 0, 2)`);
    expect(await aged().problems()).toEqual([]);
    await finishesOnce();
  });

  test("an archive that was changed meanwhile keeps the partition from being dropped", async () => {
    await sealWholeLog(aged().owner);
    const leaving = await exportLeaf(context(), await kitLeaf(), tenYearsOn());
    writeFileSync(join(aged().folder, leaving.file ?? ""), gzipSync("{}\n"));
    const seen = await aged().run(tenYearsOn());
    expect(seen?.leaves.find((one) => one.leaf.leaf === leaving.leaf)).toMatchObject({
      outcome: "failed",
      failure: expect.stringContaining("is not as it was written"),
    });
    expect(seen?.leaves.some((one) => one.leaf.category === "activity" && one.outcome === "goes")).toBe(true);
    const [table] = await aged().owner.query(sql`SELECT to_regclass(${leaving.leaf}) IS NOT NULL AS there`);
    expect(table).toEqual({ there: true });
  });
});

test("two runs at once: one does the work", async () => {
  const both = await Promise.all([aged().run(tenYearsOn()), aged().run(tenYearsOn())]);
  expect(both.filter((one) => one === undefined)).toHaveLength(1);
  expect(await aged().problems()).toEqual([]);
});

describe("archives are part of what is verified", () => {
  async function kitArchive(): Promise<string> {
    await aged().run(tenYearsOn());
    const name = readdirSync(aged().folder).find((file) => file.startsWith("kit") && file.endsWith(".gz"));
    return join(aged().folder, name ?? "");
  }

  test("a missing one is named", async () => {
    rmSync(await kitArchive());
    expect(await aged().problems()).toEqual([
      expect.stringMatching(/^ARCHIVE kit-.*\.ndjson\.gz cannot be read/),
    ]);
  });

  test("a line that was taken out is named, and what block it was sealed in", async () => {
    const file = await kitArchive();
    const [, ...lines] = gunzipSync(readFileSync(file)).toString("utf8").split("\n");
    writeFileSync(file, gzipSync(lines.join("\n")));
    expect(await aged().problems()).toEqual([
      expect.stringMatching(/^ARCHIVE kit-.* does not hold what block \d+ sealed$/),
    ]);
  });

  test("an altered byte is named", async () => {
    const file = await kitArchive();
    const text = gunzipSync(readFileSync(file)).toString("utf8");
    writeFileSync(file, gzipSync(text.replace('"depth":0', '"depth":1')));
    expect(await aged().problems()).toEqual([
      expect.stringMatching(/^ARCHIVE kit-.* does not match its checksum$/),
    ]);
  });

  test("they can be read back into a table of their own, whole or not at all", async () => {
    const file = await kitArchive();
    const count = eventTypes.filter((type) => categoryOf(type) === "kit").length;
    expect(await importArchive(aged().owner, file)).toBe(count);
    expect(await importArchive(aged().owner, file)).toBe(count);
    const rows = await aged().owner.query(sql`
      SELECT type, line #>> '{event,payload,notes}' AS notes FROM log_archive.entry
      WHERE correlation_id = ${bookingId}`);
    expect(rows).toHaveLength(count);
    writeFileSync(`${file}.sha256`, `${"0".repeat(64)}  x\n`);
    await expect(importArchive(aged().owner, file)).rejects.toThrow("does not match its checksum");
    expect(await aged().owner.query(sql`SELECT FROM log_archive.entry`)).toHaveLength(count);
  });
});
