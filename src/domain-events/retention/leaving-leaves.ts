import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { LeavingLeaf } from "./expire-leaf";
import { asCategory, type Leaf, lastExpiry } from "./leaf";

/**
 * Attached, over by its bounds, and not on its way yet; facts before their attempts. One that was taken with a date in
 * the future and that the maintainer made anew is left alone.
 */
export async function dueLeaves(
  db: Queryable,
  attached: readonly Leaf[],
  asOf: string,
): Promise<readonly Leaf[]> {
  const known = await db.query<{ leaf: string }>(sql`SELECT leaf FROM event_archive`);
  const onRecord = new Set(known.map((row) => row.leaf));
  const due = attached.filter((leaf) => lastExpiry(leaf) <= asOf && !onRecord.has(leaf.leaf));
  return [...due.filter((leaf) => leaf.category !== null), ...due.filter((leaf) => leaf.category === null)];
}

/** What was archived and is not gone yet, oldest first. */
export async function leavingLeaves(db: Queryable): Promise<readonly LeavingLeaf[]> {
  const rows = await db.query<{
    leaf: string;
    parent: string;
    category: string | null;
    from_at: Date;
    to_at: Date;
    as_of_day: string;
    entries: string;
    file: string | null;
    sha256: string | null;
    state: LeavingLeaf["state"];
  }>(sql`
    SELECT leaf, parent, category, from_at, to_at, as_of::text AS as_of_day, entries, file, sha256, state
    FROM event_archive WHERE state <> 'gone' ORDER BY exported_at`);
  return rows.map(({ from_at: from, to_at: to, as_of_day: asOf, ...row }) => ({
    ...row,
    from,
    to,
    asOf,
    category: asCategory(row.category),
    entries: Number(row.entries),
  }));
}
