import "server-only";
import type { Database, Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { CATEGORIES, type Category } from "@/domain-events/catalog/catalog";
import { attachedLeaves, type Leaf, lastExpiry } from "@/domain-events/retention/leaf";
import { obstacleWords } from "@/domain-events/retention/obstacles";
import { retentionPolicy } from "@/domain-events/retention/policy";
import { previewRetention } from "@/domain-events/retention/run-retention";

/** How one category is kept. */
export interface CategoryKeeping {
  readonly category: Category;
  readonly yearsKept: number;
  /** Partitions that hold sealed entries. */
  readonly partitions: number;
  /** Sealed entries, exact. */
  readonly entries: number;
  /** The partition that goes first of those that hold something; null while the category is empty. */
  readonly next: { readonly day: string; readonly entries: number } | null;
  /** What went so far. */
  readonly expired: number;
}

/** What a run would do with one partition. */
export interface PlannedLeaf {
  readonly leaf: string;
  readonly category: Category | "attempt";
  /** The time that it covers, `YYYY-MM-DD` in UTC; `to` is not part of it. */
  readonly from: string;
  readonly to: string;
  /** Never 0: an empty one is no part of the plan. Null where the number is known only once it is archived. */
  readonly entries: number | null;
  readonly goes: boolean;
  /** Why it stays. */
  readonly reasons: readonly string[];
}

export interface RetentionOverview {
  readonly categories: readonly CategoryKeeping[];
  /** The day that the plan is for, `YYYY-MM-DD` in UTC. */
  readonly asOf: string;
  readonly plan: readonly PlannedLeaf[];
}

/** How long everything is kept and what a run on that day would take; from seals and bounds, never from the log's rows. */
export async function retentionOverview(
  db: Database,
  { asOf }: { readonly asOf?: string | undefined },
): Promise<RetentionOverview> {
  const [leaves, counts, expired, preview] = await Promise.all([
    attachedLeaves(db),
    sealedByLeaf(db),
    expiredByCategory(db),
    previewRetention(db, { checkRows: false, ...(asOf !== undefined && { asOf }) }),
  ]);
  const plan = preview.leaves.map(({ leaf, entries, outcome, obstacles }) => ({
    leaf: leaf.leaf,
    category: leaf.category ?? ("attempt" as const),
    from: day(leaf.from),
    to: day(leaf.to),
    entries,
    goes: outcome === "goes",
    reasons: obstacles.map(obstacleWords),
  }));
  const filled = leaves.filter((leaf) => (counts.get(leaf.leaf) ?? 0) > 0);
  return {
    asOf: preview.asOf,
    plan: plan.filter(({ entries }) => entries !== 0),
    categories: CATEGORIES.map((category) => keepingOf(category, filled, counts, expired)),
  };
}

function keepingOf(
  category: Category,
  filled: readonly Leaf[],
  counts: ReadonlyMap<string, number>,
  expired: ReadonlyMap<string, number>,
): CategoryKeeping {
  const own = filled.filter((leaf) => leaf.category === category);
  const [first] = own;
  return {
    category,
    yearsKept: retentionPolicy[category].yearsKept,
    partitions: own.length,
    entries: own.reduce((sum, leaf) => sum + (counts.get(leaf.leaf) ?? 0), 0),
    next: first ? { day: lastExpiry(first), entries: counts.get(first.leaf) ?? 0 } : null,
    expired: expired.get(category) ?? 0,
  };
}

function day(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

async function sealedByLeaf(db: Queryable): Promise<ReadonlyMap<string, number>> {
  const rows = await db.query<{ leaf: string; entries: number }>(sql`
    SELECT leaf, sum(entries)::double precision AS entries FROM event_seal_leaf GROUP BY leaf`);
  return new Map(rows.map((row) => [row.leaf, row.entries]));
}

async function expiredByCategory(db: Queryable): Promise<ReadonlyMap<string, number>> {
  const rows = await db.query<{ category: string; entries: number }>(sql`
    SELECT category, sum(entries)::double precision AS entries FROM event_archive
    WHERE category IS NOT NULL AND state = 'gone' GROUP BY category`);
  return new Map(rows.map((row) => [row.category, row.entries]));
}
