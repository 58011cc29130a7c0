import "server-only";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { CountUpTo } from "@/modules/operations/deliveries";
import type { ReplayRange } from "@/modules/operations/inputs";
import { heardRange, LOOKED_AT_MAX } from "@/modules/operations/store/replays";

const COUNT_MAX = 100_000;

/** What a replay of this range would hand to the handler. */
export interface ReplayScope {
  /** Facts in the range that the handler hears, delivered or not. */
  readonly inRange: CountUpTo;
  /** The first of those that a replay would take, oldest first, out of the first 5,000. */
  readonly firstIds: readonly string[];
}

/** Throws `NOT_FOUND` for no such handler. */
export async function replayScope(db: Queryable, range: ReplayRange, most: number): Promise<ReplayScope> {
  const [known] = await db.query(sql`SELECT name FROM event_handler WHERE name = ${range.handler}`);
  if (!known) throw notFound("handler");
  const [counted] = await db.query<{ count: number }>(sql`
    SELECT count(*)::integer AS count
    FROM (SELECT FROM event_log l WHERE ${heardRange(range)} LIMIT ${COUNT_MAX + 1}::integer) AS counted`);
  const firsts = await db.query<{ id: string }>(sql`
    SELECT c.id FROM (
      SELECT l.id, l.recorded_at, l.position, l.expires_on FROM event_log l
      WHERE ${heardRange(range)} ORDER BY l.recorded_at, l.position LIMIT ${LOOKED_AT_MAX}::integer) AS c
    WHERE NOT (${range.onlyNeverDelivered}::boolean AND EXISTS (
      SELECT FROM event_attempt a
      WHERE a.event_id = c.id AND a.handler = ${range.handler} AND a.expires_on = c.expires_on AND a.closes
        AND a.outcome = 'done'))
    ORDER BY c.recorded_at, c.position LIMIT ${most}::integer`);
  const count = counted?.count ?? 0;
  return {
    inRange: { count: Math.min(count, COUNT_MAX), more: count > COUNT_MAX },
    firstIds: firsts.map(({ id }) => id),
  };
}
