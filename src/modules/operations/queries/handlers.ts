import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { handlerTraits } from "@/domain-events/routing";
import type { CountUpTo } from "@/modules/operations/deliveries";
import { COUNT_MAX } from "@/modules/operations/store/matching";

/** A handler as operators see it. Instants are ISO 8601 UTC. */
export interface HandlerRow {
  readonly handler: string;
  readonly kind: string;
  /** `correlation`: facts of one chain arrive in order. */
  readonly ordering: string;
  /** What a parked delivery does to the later ones of its chain. */
  readonly onDead: string;
  readonly paused: {
    readonly at: string;
    /** A name; null when it was paused past the screens. */
    readonly by: string | null;
    readonly reason: string | null;
  } | null;
  /** Open deliveries that have not given up. */
  readonly waiting: CountUpTo;
  readonly parked: CountUpTo;
  /** When the oldest of the waiting ones became due; null when none is. */
  readonly oldestDueAt: string | null;
  /** Types it hears today, with the time since when. */
  readonly subscriptions: readonly { readonly type: string; readonly since: string }[];
  /** True when this release has no such handler: what is open stays open until somebody skips it. */
  readonly isOrphaned: boolean;
}

interface StoredHandler {
  readonly name: string;
  readonly kind: string;
  readonly ordering: string;
  readonly on_dead: string;
  readonly paused_at: Date | null;
  readonly paused_by: string | null;
  readonly reason: string | null;
  readonly waiting: number;
  readonly parked: number;
  readonly oldest_due_at: Date | null;
  readonly types: string[];
  readonly sinces: Date[];
}

/** Every handler that the database knows, also those of earlier releases. */
export async function listHandlers(db: Queryable): Promise<readonly HandlerRow[]> {
  const rows = await db.query<StoredHandler>(sql`
    SELECT h.name, h.kind, h.ordering, h.on_dead, h.paused_at, p.paused_by, p.reason, o.waiting, o.oldest_due_at,
      d.parked, s.types, s.sinces
    FROM event_handler h
    CROSS JOIN LATERAL (
      SELECT count(*)::integer AS waiting, min(due_at) AS oldest_due_at FROM (
        SELECT e.due_at FROM event_delivery e WHERE e.handler = h.name AND e.dead_at IS NULL
        LIMIT ${COUNT_MAX + 1}::integer) AS counted) AS o
    CROSS JOIN LATERAL (
      SELECT count(*)::integer AS parked FROM (
        SELECT FROM event_delivery e WHERE e.handler = h.name AND e.dead_at IS NOT NULL
        LIMIT ${COUNT_MAX + 1}::integer) AS counted) AS d
    CROSS JOIN LATERAL (
      SELECT coalesce(array_agg(s.type ORDER BY s.type), '{}') AS types,
        coalesce(array_agg(s.since ORDER BY s.type), '{}') AS sinces
      FROM event_subscription s WHERE s.handler = h.name AND s.until IS NULL) AS s
    LEFT JOIN LATERAL (
      SELECT w.name AS paused_by, l.payload ->> 'reason' AS reason
      FROM event_log l LEFT JOIN person w ON w.id::text = l.actor_id
      WHERE l.correlation_id = h.name AND l.category = 'system' AND l.type = 'LOG_HANDLER_PAUSED'
      ORDER BY l.position DESC LIMIT 1) AS p ON h.paused_at IS NOT NULL
    ORDER BY h.name`);
  return rows.map(toHandler);
}

function toHandler(row: StoredHandler): HandlerRow {
  return {
    handler: row.name,
    kind: row.kind,
    ordering: row.ordering,
    onDead: row.on_dead,
    paused: row.paused_at && { at: row.paused_at.toISOString(), by: row.paused_by, reason: row.reason },
    waiting: upTo(row.waiting),
    parked: upTo(row.parked),
    oldestDueAt: row.oldest_due_at?.toISOString() ?? null,
    subscriptions: row.types.flatMap((type, index) => {
      const since = row.sinces[index];
      return since === undefined ? [] : [{ type, since: since.toISOString() }];
    }),
    isOrphaned: !Object.hasOwn(handlerTraits, row.name) && row.types.length === 0,
  };
}

function upTo(count: number): CountUpTo {
  return { count: Math.min(count, COUNT_MAX), more: count > COUNT_MAX };
}
