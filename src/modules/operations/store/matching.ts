import "server-only";
import type { Queryable } from "@/db/database";
import { type Sql, sql } from "@/db/sql";
import type { CountUpTo } from "@/modules/operations/deliveries";
import type { DeliveryFilter } from "@/modules/operations/inputs";

/** Counts are exact up to here. */
export const COUNT_MAX = 10_000;

/** What holds for the rows `d` of the hot table that a filter means: open, and nobody's at this moment. */
export function matching(handler: string, { state, errorGroup, type, from, to }: DeliveryFilter): Sql {
  return sql`d.handler = ${handler} AND ${STATES[state]} AND ${FREE}
    AND (${type ?? null}::text IS NULL OR d.type = ${type ?? null})
    AND (${from ?? null}::timestamptz IS NULL OR d.recorded_at >= ${from ?? null}::timestamptz)
    AND (${to ?? null}::timestamptz IS NULL OR d.recorded_at < ${to ?? null}::timestamptz)
    AND (${errorGroup ?? null}::text IS NULL OR md5(event_error_group(d.last_error)) = ${errorGroup ?? null})`;
}

/** A lease that ran out is nobody's. */
export const FREE = sql`(d.lease_token IS NULL OR d.lease_until <= clock_timestamp())`;

const STATES: Readonly<Record<DeliveryFilter["state"], Sql>> = {
  parked: sql`d.dead_at IS NOT NULL`,
  retrying: sql`d.dead_at IS NULL AND d.failures > 0`,
  open: sql`true`,
};

/** How many deliveries a filter means, exact up to 10,000. */
export async function countMatching(
  db: Queryable,
  handler: string,
  filter: DeliveryFilter,
): Promise<CountUpTo> {
  const [row] = await db.query<{ count: number }>(sql`
    SELECT count(*)::integer AS count
    FROM (SELECT FROM event_delivery d WHERE ${matching(handler, filter)} LIMIT ${COUNT_MAX + 1}::integer) AS counted`);
  const count = row?.count ?? 0;
  return { count: Math.min(count, COUNT_MAX), more: count > COUNT_MAX };
}
