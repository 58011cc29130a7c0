import type { Database, Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { withRunnerLease } from "@/domain-events/dispatch/runner-lease";

/** Leaves are made so far ahead, a year and the current month; readiness fails long before they run out (engine.md §2). */
const MONTHS_AHEAD = 13;

/** Below this many days of runway the process is not ready. */
export const RUNWAY_MIN_DAYS = 45;

/**
 * Makes the missing partitions of the log and of the attempts, as the owner of the tables; one process at a time.
 * Resolves to how many it made, undefined when another process is at it. Waits for no lock longer than two
 * seconds, since appends would queue behind it; the next hour tries again.
 */
export async function maintainPartitions(
  ownerDatabase: Database,
  holder: string,
): Promise<number | undefined> {
  return withRunnerLease(ownerDatabase, { name: "partitions", holder, leaseMs: 60_000 }, () =>
    ownerDatabase.transaction(async (tx) => {
      await tx.execute(sql`SET LOCAL lock_timeout = '2s'`);
      const [row] = await tx.query<{ made: number }>(
        sql`SELECT make_event_partitions(${MONTHS_AHEAD}) AS made`,
      );
      return row?.made ?? 0;
    }),
  );
}

/** Days until the first category, or the attempts of its facts, has no partition left to append to. */
export async function partitionRunwayDays(db: Queryable): Promise<number> {
  const [row] = await db.query<{ days: number }>(sql`
    WITH known AS (
      SELECT c.relname::text AS parent FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'p'
        AND (c.relname = 'event_attempt' OR c.relname LIKE 'event\\_log\\_%')
    ), reach AS (
      SELECT k.parent, max(p.to_at) - CASE k.parent WHEN 'event_attempt' THEN interval '7 years' ELSE '0' END AS until
      FROM known k LEFT JOIN event_partition p ON p.parent = k.parent
      GROUP BY k.parent
    )
    SELECT coalesce(min(extract(epoch FROM coalesce(until, clock_timestamp()) - clock_timestamp()) / 86400), 0)
      ::double precision AS days
    FROM reach`);
  return row?.days ?? 0;
}
