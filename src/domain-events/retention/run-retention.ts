import { randomUUID } from "node:crypto";
import type { Database, Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { LeaseLostError, renewRunnerLease, withRunnerLease } from "@/domain-events/dispatch/runner-lease";
import type { DetachOptions } from "@/domain-events/partitions/detach";
import { sealWholeLog } from "@/domain-events/sealing/seal";
import { detachLeaf, dropLeaf, type ExpireContext, exportLeaf, type LeavingLeaf } from "./expire-leaf";
import { attachedLeaves, firstExpiry, type Leaf, lastExpiry } from "./leaf";
import { dueLeaves, leavingLeaves } from "./leaving-leaves";
import { type Obstacle, obstaclesOf } from "./obstacles";

export interface RetentionOptions {
  /** The UTC day (`YYYY-MM-DD`) to go by; today when not given. */
  readonly asOf?: string;
  /** Where archives go. */
  readonly folder: string;
  readonly holder?: string;
  readonly detach?: DetachOptions;
}

/** What became of one partition whose time is over, or would become of it. */
export interface LeafOutcome {
  readonly leaf: Leaf;
  /** Sealed entries of it. Null for attempts, if there are any: their number is known once they are archived. */
  readonly entries: number | null;
  /**
   * - `goes`: taken away, or would be in a dry run.
   * - `kept`: something stands in its way.
   * - `busy`: exported, and a reader held the table open all the time; the next run goes on.
   * - `failed`: a step went wrong, and nothing is lost; `failure` says what an operator has to look at.
   */
  readonly outcome: "goes" | "kept" | "busy" | "failed";
  readonly failure?: string;
  readonly obstacles: readonly Obstacle[];
  readonly archive: string | null;
}

export interface RetentionRun {
  readonly asOf: string;
  readonly leaves: readonly LeafOutcome[];
}

const LEASE = { name: "retention", leaseMs: 300_000 };

/**
 * What a run on that day would do; changes nothing. `checkRows: false` takes the partitions' bounds for granted, as a
 * page must that may not read millions of rows.
 */
export async function previewRetention(
  db: Database,
  { asOf, checkRows }: { readonly asOf?: string; readonly checkRows: boolean },
): Promise<RetentionRun> {
  const today = await readToday(db);
  const day = asOf ?? today.day;
  const leaves: LeafOutcome[] = [];
  for (const leaf of await leavingLeaves(db)) leaves.push(outcome(leaf, "goes", leaf.entries, leaf.file));
  const attached = await attachedLeaves(db);
  for (const leaf of await dueLeaves(db, attached, day)) {
    const obstacles = await obstaclesOf(db, leaf, { asOf: day, now: today.now, attached, checkRows });
    const entries = await sealedEntries(db, leaf);
    leaves.push({ ...outcome(leaf, obstacles.length === 0 ? "goes" : "kept", entries, null), obstacles });
  }
  return { asOf: day, leaves: leaves.filter(isWorthSaying) };
}

/**
 * Takes away every partition whose facts have all expired by the day: archived, detached, dropped, each on record and
 * in the log (engine.md §7). As the owner of the tables; one process at a time, undefined when another is at it. Can be
 * killed at any moment: the next run goes on where it stopped.
 */
export async function runRetention(
  ownerDatabase: Database,
  options: RetentionOptions,
): Promise<RetentionRun | undefined> {
  const lease = { ...LEASE, holder: options.holder ?? randomUUID() };
  return withRunnerLease(ownerDatabase, lease, async () => {
    const context: ExpireContext = {
      ownerDatabase,
      folder: options.folder,
      ...(options.detach && { detach: options.detach }),
      keepLease: () => renewRunnerLease(ownerDatabase, lease),
    };
    const resumed = await resume(context);
    const today = await readToday(ownerDatabase);
    const asOf = options.asOf ?? today.day;
    const taken = await takeDue(context, { asOf, now: today.now });
    return { asOf, leaves: [...resumed, ...taken].filter(isWorthSaying) };
  });
}

/** What an earlier run had archived and could not take away. A hold that came since is heard until the detach. */
async function resume(context: ExpireContext): Promise<readonly LeafOutcome[]> {
  const outcomes: LeafOutcome[] = [];
  const { ownerDatabase } = context;
  for (const leaving of await leavingLeaves(ownerDatabase)) {
    const { now } = await readToday(ownerDatabase);
    const attached = await attachedLeaves(ownerDatabase);
    const isAttached = attached.some((leaf) => leaf.leaf === leaving.leaf);
    const obstacles = isAttached
      ? await obstaclesOf(ownerDatabase, leaving, { asOf: leaving.asOf, now, attached, checkRows: false })
      : [];
    outcomes.push(await withoutFailing(leaving, () => takeAway(context, leaving, obstacles)));
  }
  return outcomes;
}

async function takeDue(
  context: ExpireContext,
  day: { readonly asOf: string; readonly now: Date },
): Promise<readonly LeafOutcome[]> {
  const { ownerDatabase } = context;
  const outcomes: LeafOutcome[] = [];
  const due = await dueLeaves(ownerDatabase, await attachedLeaves(ownerDatabase), day.asOf);
  // A partition goes with the seals of its facts, so that the chain stays whole.
  if (due.length > 0) await sealWholeLog(ownerDatabase);
  for (const leaf of due) {
    await context.keepLease();
    const attached = await attachedLeaves(ownerDatabase);
    const obstacles = await obstaclesOf(ownerDatabase, leaf, { ...day, attached, checkRows: true });
    if (obstacles.length > 0) {
      const entries = await sealedEntries(ownerDatabase, leaf);
      outcomes.push({ ...outcome(leaf, "kept", entries, null), obstacles });
    } else {
      const take = async () => takeAway(context, await exportLeaf(context, leaf, day.asOf), []);
      outcomes.push(await withoutFailing(leaf, take));
    }
  }
  return outcomes;
}

/** A day far ahead also meets the empty partitions that were made in advance; nobody waits for those. */
function isWorthSaying({ entries, obstacles }: LeafOutcome): boolean {
  return (entries ?? 0) > 0 || obstacles.every(({ kind }) => kind !== "still-filling");
}

/** One partition that cannot go does not keep the others. */
async function withoutFailing(leaf: Leaf, take: () => Promise<LeafOutcome>): Promise<LeafOutcome> {
  try {
    return await take();
  } catch (error) {
    if (error instanceof LeaseLostError) throw error;
    const failure = error instanceof Error ? error.message : String(error);
    return { ...outcome(leaf, "failed", null, null), failure };
  }
}

async function takeAway(
  context: ExpireContext,
  leaving: LeavingLeaf,
  obstacles: readonly Obstacle[],
): Promise<LeafOutcome> {
  const { entries, file } = leaving;
  if (obstacles.length > 0) return { ...outcome(leaving, "kept", entries, file), obstacles };
  if (!(await detachLeaf(context, leaving))) return outcome(leaving, "busy", entries, file);
  await dropLeaf(context, leaving);
  return outcome(leaving, "goes", entries, file);
}

function outcome(
  leaf: Leaf,
  what: LeafOutcome["outcome"],
  entries: number | null,
  archive: string | null,
): LeafOutcome {
  return { leaf, entries, outcome: what, obstacles: [], archive };
}

async function sealedEntries(db: Queryable, leaf: Leaf): Promise<number | null> {
  if (leaf.category === null) return (await holdsAttempts(db, leaf)) ? null : 0;
  const [row] = await db.query<{ entries: number }>(sql`
    SELECT coalesce(sum(entries), 0)::integer AS entries FROM event_seal_leaf WHERE leaf = ${leaf.leaf}`);
  return row?.entries ?? 0;
}

async function holdsAttempts(db: Queryable, leaf: Leaf): Promise<boolean> {
  const [row] = await db.query<{ holds: boolean }>(sql`
    SELECT EXISTS (SELECT FROM event_attempt
      WHERE expires_on >= ${firstExpiry(leaf)}::date AND expires_on <= ${lastExpiry(leaf)}::date) AS holds`);
  return row?.holds ?? false;
}

/** By the database's clock. */
async function readToday(db: Queryable): Promise<{ readonly day: string; readonly now: Date }> {
  const [row] = await db.query<{ now: Date; today: string }>(sql`
    SELECT clock_timestamp() AS now, (clock_timestamp() AT TIME ZONE 'UTC')::date::text AS today`);
  if (!row) throw new Error("the database has no clock");
  return { day: row.today, now: row.now };
}
