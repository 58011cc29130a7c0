import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { CATEGORIES, type Category } from "@/domain-events/catalog/catalog";
import { expiresOn, retentionPolicy } from "./policy";

/** A partition of facts of one category, or of attempts. */
export interface Leaf {
  readonly leaf: string;
  readonly parent: string;
  /** Null for attempts, which go by the day on which their fact expires. */
  readonly category: Category | null;
  readonly from: Date;
  readonly to: Date;
}

/** Every partition that is part of the log or of the attempts now. */
export async function attachedLeaves(db: Queryable): Promise<readonly Leaf[]> {
  const rows = await db.query<{
    leaf: string;
    parent: string;
    category: string | null;
    from_at: Date;
    to_at: Date;
  }>(sql`SELECT leaf, parent, category, from_at, to_at FROM event_partition ORDER BY from_at, leaf`);
  return rows.map(({ from_at: from, to_at: to, ...row }) => ({
    ...row,
    category: asCategory(row.category),
    from,
    to,
  }));
}

export function asCategory(name: string | null): Category | null {
  return CATEGORIES.find((category) => category === name) ?? null;
}

const DAY_MS = 86_400_000;

/** The UTC day (`YYYY-MM-DD`) on which the last fact that a partition can hold has expired. */
export function lastExpiry({ category, to }: Pick<Leaf, "category" | "to">): string {
  const lastMoment = new Date(to.getTime() - 1);
  return category === null ? dayOf(lastMoment) : expiresOn(category, lastMoment);
}

/** The UTC day on which its first fact expires. */
export function firstExpiry({ category, from }: Pick<Leaf, "category" | "from">): string {
  return category === null ? dayOf(from) : expiresOn(category, from);
}

const SHORTEST_YEARS = Math.min(...Object.values(retentionPolicy).map((rule) => rule.yearsKept));

/** The moment from which on nothing new can come into it by the database's clock. */
export function closesAt({ category, to }: Pick<Leaf, "category" | "to">): Date {
  if (category !== null) return to;
  // An attempt goes where its fact expires, so a partition of attempts fills for as long as such facts are recorded.
  return new Date(Date.UTC(to.getUTCFullYear() - SHORTEST_YEARS, to.getUTCMonth(), to.getUTCDate()) + DAY_MS);
}

export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** "Kept for 7 years." */
export function keptFor(category: Category | null): string {
  if (category === null) return "Kept for as long as their log entries.";
  const { yearsKept } = retentionPolicy[category];
  return yearsKept === 1 ? "Kept for 1 year." : `Kept for ${yearsKept} years.`;
}
