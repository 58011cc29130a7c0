import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { CountUpTo } from "@/modules/operations/deliveries";

/** Parked deliveries looked at, the oldest first; a page that reaches this says so. */
const LOOKED_AT_MAX = 10_000;

const GROUPS_MAX = 100;

const EXAMPLES_MAX = 5;

/** One parked delivery of a group. */
export interface ParkedDelivery {
  readonly factId: string;
  readonly type: string;
  /** ISO 8601 UTC. */
  readonly parkedAt: string;
}

/** Parked deliveries of one handler whose errors have the same form. */
export interface ParkedGroup {
  readonly handler: string;
  /** Names the form of the error in a filter. */
  readonly errorGroup: string;
  /** What the errors have in common: ids, numbers and values are left out. */
  readonly form: string;
  /** One of the errors, whole. */
  readonly error: string;
  readonly count: number;
  readonly types: readonly string[];
  /** When the first and the last of them were parked, ISO 8601 UTC. */
  readonly firstAt: string;
  readonly lastAt: string;
  /** Chains that wait behind them, because the handler goes in order and blocks. */
  readonly blocksKeys: number;
  /** The newest of them. */
  readonly examples: readonly ParkedDelivery[];
}

export interface ParkedAnswer {
  /** The largest first. */
  readonly groups: readonly ParkedGroup[];
  readonly total: CountUpTo;
}

interface GroupRow {
  readonly handler: string;
  readonly error_group: string;
  readonly form: string;
  readonly error: string;
  readonly count: number;
  readonly total: number;
  readonly types: string[];
  readonly first_at: Date;
  readonly last_at: Date;
  readonly blocks_keys: number;
  readonly example_ids: string[];
  readonly example_types: string[];
  readonly example_times: Date[];
}

/** What has given up and waits for a person, by handler and form of the error. */
export async function parkedGroups(db: Queryable): Promise<ParkedAnswer> {
  const rows = await db.query<GroupRow>(groupsStatement);
  const total = rows[0]?.total ?? 0;
  return {
    groups: rows.map(toGroup),
    total: { count: Math.min(total, LOOKED_AT_MAX), more: total > LOOKED_AT_MAX },
  };
}

const groupsStatement = sql`
  WITH parked AS MATERIALIZED (
    SELECT d.handler::text AS handler, d.order_key, d.position, d.run, d.event_id, d.type, d.dead_at,
      coalesce(d.last_error, '') AS error, event_error_group(d.last_error) AS form
    FROM event_delivery d WHERE d.dead_at IS NOT NULL
    ORDER BY d.handler, d.position LIMIT ${LOOKED_AT_MAX + 1}::integer
  )
  SELECT p.handler, md5(p.form) AS error_group, p.form, (array_agg(p.error ORDER BY p.dead_at DESC))[1] AS error,
    count(*)::integer AS count, (SELECT count(*)::integer FROM parked) AS total,
    (array_agg(DISTINCT p.type ORDER BY p.type))[1:20] AS types, min(p.dead_at) AS first_at, max(p.dead_at) AS last_at,
    count(DISTINCT p.order_key) FILTER (WHERE h.on_dead = 'block' AND p.run = 0 AND EXISTS (
      SELECT FROM event_delivery w
      WHERE w.handler = p.handler AND w.order_key = p.order_key AND w.position > p.position))::integer AS blocks_keys,
    (array_agg(p.event_id ORDER BY p.dead_at DESC, p.position))[1:${EXAMPLES_MAX}::integer] AS example_ids,
    (array_agg(p.type ORDER BY p.dead_at DESC, p.position))[1:${EXAMPLES_MAX}::integer] AS example_types,
    (array_agg(p.dead_at ORDER BY p.dead_at DESC, p.position))[1:${EXAMPLES_MAX}::integer] AS example_times
  FROM parked p JOIN event_handler h ON h.name = p.handler
  GROUP BY p.handler, p.form
  ORDER BY count(*) DESC, p.handler, p.form LIMIT ${GROUPS_MAX}::integer`;

function toGroup(row: GroupRow): ParkedGroup {
  return {
    handler: row.handler,
    errorGroup: row.error_group,
    form: row.form,
    error: row.error,
    count: row.count,
    types: row.types,
    firstAt: row.first_at.toISOString(),
    lastAt: row.last_at.toISOString(),
    blocksKeys: row.blocks_keys,
    examples: row.example_ids.flatMap((factId, index) => {
      const type = row.example_types[index];
      const at = row.example_times[index];
      return type === undefined || at === undefined ? [] : [{ factId, type, parkedAt: at.toISOString() }];
    }),
  };
}
