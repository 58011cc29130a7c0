import * as z from "zod";
import type { Queryable, Tx } from "@/db/database";
import { sql } from "@/db/sql";

const count = z.int().nonnegative();

/** Open deliveries of one handler and type. */
const openDeliveries = z.strictObject({
  handler: z.string(),
  type: z.string(),
  /** Could run now, or wait only for an earlier one of their chain. */
  due: count,
  /** Failed and wait for their next try, or were put off. */
  later: count,
  running: count,
  /** Leased by a worker that vanished. */
  expiredLeases: count,
  parked: count,
  /** ISO 8601 UTC; null while nothing is due. */
  oldestDueAt: z.string().nullable(),
});

/**
 * For one handler: the deliveries it was owed since the first fact = those that ended + those that are open. Replays
 * are left out. All four are of the same moment.
 */
const account = z.strictObject({
  handler: z.string(),
  owed: count,
  settled: count,
  waiting: count,
  parked: count,
});

const sampleSchema = z.strictObject({
  deliveries: z.array(openDeliveries),
  accounts: z.array(account),
});

/** What is open in the hot table, and whether it adds up; as of the moment up to which everything was counted. */
export type Sample = z.infer<typeof sampleSchema>;
export type OpenDeliveries = z.infer<typeof openDeliveries>;
export type Account = z.infer<typeof account>;

export interface StoredSample extends Sample {
  readonly sampledAt: Date;
}

/** Deliveries that neither ended nor are open (above 0), or that are there without being owed (below 0); must be 0. */
export function unaccounted({ owed, settled, waiting, parked }: Account): number {
  return owed - settled - waiting - parked;
}

/**
 * Measures the hot table and stores it. One pass over what is open, for whoever looks: pages, metrics, alarms and
 * readiness read the stored one. Runs in the transaction that counts, whose snapshot makes the accounts exact.
 */
export async function takeSample(tx: Tx): Promise<void> {
  // Counting has switched it off; a pass over a whole table is the best plan there is for this one.
  await tx.execute(sql`SELECT set_config('enable_seqscan', 'on', true)`);
  await tx.execute(sql`
    WITH open AS MATERIALIZED (
      SELECT handler, type,
        count(*) FILTER (WHERE is_free AND due_at <= now) AS due,
        count(*) FILTER (WHERE is_free AND due_at > now) AS later,
        count(*) FILTER (WHERE dead_at IS NULL AND lease_until > now) AS running,
        count(*) FILTER (WHERE dead_at IS NULL AND lease_until <= now) AS expired_leases,
        count(*) FILTER (WHERE dead_at IS NOT NULL) AS parked,
        min(due_at) FILTER (WHERE is_free AND due_at <= now) AS oldest_due_at,
        count(*) FILTER (WHERE run = 0 AND dead_at IS NULL) AS first_waiting,
        count(*) FILTER (WHERE run = 0 AND dead_at IS NOT NULL) AS first_parked
      FROM (SELECT d.*, d.dead_at IS NULL AND (d.lease_until IS NULL OR d.lease_until <= clock.now) AS is_free,
          clock.now FROM event_delivery d CROSS JOIN (SELECT clock_timestamp() AS now OFFSET 0) AS clock) AS d
      GROUP BY handler, type
    ), per_handler AS (
      SELECT handler, sum(first_waiting) AS waiting, sum(first_parked) AS parked FROM open GROUP BY handler
    ), accounts AS (
      SELECT handler, coalesce(r.appended, 0) AS owed, coalesce(r.settled, 0) AS settled,
        coalesce(p.waiting, 0) AS waiting, coalesce(p.parked, 0) AS parked
      FROM (SELECT handler, appended, settled FROM event_rollup
        WHERE grain = 'all' AND type = '' AND handler <> '') AS r
      FULL JOIN per_handler p USING (handler)
    )
    UPDATE monitoring_state SET sampled_at = clock_timestamp(), sample = jsonb_build_object(
      'deliveries', (SELECT coalesce(jsonb_agg(jsonb_build_object('handler', handler, 'type', type, 'due', due,
        'later', later, 'running', running, 'expiredLeases', expired_leases, 'parked', parked,
        'oldestDueAt', to_char(oldest_due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        ORDER BY handler, type), '[]') FROM open),
      'accounts', (SELECT coalesce(jsonb_agg(to_jsonb(accounts) ORDER BY handler), '[]') FROM accounts))`);
}

/** The last sample; undefined before the first. */
export async function readSample(db: Queryable): Promise<StoredSample | undefined> {
  const [row] = await db.query<{ sample: unknown; sampled_at: Date | null }>(sql`
    SELECT sample, sampled_at FROM monitoring_state`);
  if (!row?.sampled_at) return undefined;
  return { ...sampleSchema.parse(row.sample), sampledAt: row.sampled_at };
}
