import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { sql } from "@/db/sql";
import { allDeliveriesSettled } from "@/domain-events/dispatch/settled";
import { attachedLeaves, dayOf, type Leaf } from "@/domain-events/retention/leaf";
import { obstacleWords } from "@/domain-events/retention/obstacles";
import { type RetentionRun, runRetention } from "@/domain-events/retention/run-retention";
import { problemWords } from "@/domain-events/sealing/verify/problem";
import { verifyLog } from "@/domain-events/sealing/verify/verify-log";
import { ageLog, appendEveryType } from "@/testing/builders/aged-log";
import { bookingId } from "@/testing/builders/bookings";
import { insertLoggedWorld } from "@/testing/builders/logged-world";
import { copyOf, createTestDatabase, type TestDatabase } from "@/testing/database";
import { createWorld, type World } from "./world";

/** What the tests of retention share: a log whose entries are old, and runs over it into a folder of their own. */

/** How old the aged log is. */
export const MONTHS = 14;

export const tenYearsOn = () => dayOf(new Date(Date.now() + 3_652 * 86_400_000));

export interface AgedWorld extends World {
  /** Where archives go. */
  readonly folder: string;
  /** Of the facts, one of every type and of more than a year ago, every delivery handled. */
  readonly ids: readonly string[];
  /** The partitions of facts that hold something. */
  filledLeaves(): Promise<readonly Leaf[]>;
  /** Undefined when another run was under way. */
  run(asOf?: string): Promise<RetentionRun | undefined>;
  /** What a run did with each partition that is not empty, in words. */
  outcomes(asOf?: string): Promise<readonly string[]>;
  /** What is wrong with log and archives, in words. */
  problems(): Promise<readonly string[]>;
}

/** A fresh one before each test of the file, gone after it: each is a copy of one that is made once. */
export function agedWorldEachTime(): () => AgedWorld {
  let original: Original | undefined;
  let world: AgedWorld | undefined;
  beforeAll(async () => {
    original = await ageOriginal(await createTestDatabase());
  });
  afterAll(() => original?.test.drop());
  beforeEach(async () => {
    if (!original) throw new Error("nothing was made to copy");
    world = agedWorld(await createWorld(await copyOf(original.test)), original.ids);
  });
  afterEach(async () => {
    await world?.close();
    await world?.test.drop();
    if (world) rmSync(world.folder, { recursive: true, force: true });
  });
  return () => {
    if (!world) throw new Error("asked for outside of a test");
    return world;
  };
}

interface Original extends Pick<AgedWorld, "ids"> {
  readonly test: TestDatabase;
}

async function ageOriginal(test: TestDatabase): Promise<Original> {
  const world = await createWorld(test);
  await insertLoggedWorld(world.db);
  const ids = await appendEveryType(world.db, bookingId);
  world.dispatch();
  await allDeliveriesSettled(world.db);
  await world.close();
  await ageLog(test, MONTHS);
  return { test, ids };
}

function agedWorld(world: World, ids: AgedWorld["ids"]): AgedWorld {
  const folder = mkdtempSync(join(tmpdir(), "muster-archive-"));
  const run = (asOf?: string) =>
    runRetention(world.owner, {
      folder,
      ...(asOf !== undefined && { asOf }),
      detach: { lockTimeoutMs: 100, tries: 2, backOffMs: 10 },
    });
  return {
    ...world,
    folder,
    ids,
    run,
    async filledLeaves() {
      const rows = await world.owner.query<{ leaf: string }>(sql`
        SELECT DISTINCT tableoid::regclass::text AS leaf FROM event_log`);
      const filled = new Set(rows.map((row) => row.leaf));
      return (await attachedLeaves(world.owner)).filter((leaf) => filled.has(leaf.leaf));
    },
    async outcomes(asOf) {
      const seen = await run(asOf);
      return (seen?.leaves ?? [])
        .filter(({ entries, leaf }) => entries !== 0 || leaf.category === null)
        .map(({ leaf, outcome, obstacles }) =>
          [leaf.category ?? "attempt", outcome, ...obstacles.map(obstacleWords)].join(" "),
        );
    },
    problems: async () =>
      (await verifyLog(world.owner, { archiveFolder: folder })).problems.map(problemWords),
  };
}
