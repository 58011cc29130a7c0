import "server-only";
import type { Queryable } from "@/db/database";
import { type Sql, sql } from "@/db/sql";

/** Entries that are no longer in the log: what a story says instead of silently showing less. */
export interface ExpiredEntries {
  /** The facts' category. */
  readonly kind: string;
  /** Null where the reader may know that there were some, but not how many. */
  readonly entries: number | null;
  /** The UTC day on which they expired, `YYYY-MM-DD`. */
  readonly expiredOn: string;
  /** Their place in the story: the end of the UTC month they were recorded in, ISO 8601. */
  readonly at: string;
}

/**
 * What has expired of one correlation, newest first, one line per category and month. `counted` says which of the rows'
 * types the reader may count, `known` which categories they may know of without a number.
 */
export async function expiredEntries(
  db: Queryable,
  correlationId: string,
  { counted, known = sql`false` }: { readonly counted: Sql; readonly known?: Sql },
): Promise<readonly ExpiredEntries[]> {
  const rows = await db.query<{ kind: string; counted: number; expired_on_day: string; ends_at: Date }>(sql`
    SELECT category AS kind, coalesce(sum(entries) FILTER (WHERE ${counted}), 0)::integer AS counted,
      max(expired_on)::text AS expired_on_day,
      (month + interval '1 month')::timestamp AT TIME ZONE 'UTC' - interval '1 millisecond' AS ends_at
    FROM event_expiry
    WHERE correlation_id = ${correlationId} AND (${counted} OR ${known})
    GROUP BY category, month ORDER BY month DESC, category`);
  return rows.map(({ kind, counted: entries, expired_on_day: expiredOn, ends_at: at }) => ({
    kind,
    entries: entries === 0 ? null : entries,
    expiredOn,
    at: at.toISOString(),
  }));
}
