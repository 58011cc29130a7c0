import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { handlerTraits } from "@/domain-events/routing";

/**
 * True when no delivery of these handlers is due that could run: not dead, not of a paused handler, and not behind an
 * older one of its order key that is dead and blocks, or waits for a later time. One that is leased counts as open.
 */
export async function nothingDue(db: Queryable, handlers: readonly string[]): Promise<boolean> {
  return (await countOpen(db, handlers, false)).open === 0;
}

const KNOWN_HANDLERS: readonly string[] = Object.keys(handlerTraits);

/**
 * Resolves when every delivery is settled: done, dead, behind a dead one that blocks, or of a handler that this
 * release does not have. Tests and journeys wait for this instead of sleeping. Rejects after `timeoutMs` with what is
 * still open.
 */
export async function allDeliveriesSettled(db: Queryable, timeoutMs = 20_000): Promise<void> {
  const until = Date.now() + timeoutMs;
  for (let tries = 0; ; tries += 1) {
    const { open, example } = await countOpen(db, KNOWN_HANDLERS, true);
    if (open === 0) return;
    if (Date.now() > until) {
      throw new Error(
        `${open} deliveries are still open after ${timeoutMs} ms, such as ${example ?? "unknown"}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, Math.min(100, 5 * (tries + 1))));
  }
}

interface OpenRow {
  readonly open: number;
  readonly example: string | null;
}

async function countOpen(db: Queryable, handlers: readonly string[], alsoLater: boolean): Promise<OpenRow> {
  const [row] = await db.query<OpenRow>(sql`
    SELECT count(*)::integer AS open,
      min(concat_ws(' ', d.handler, d.type, d.event_id::text, d.last_error)) AS example
    FROM event_delivery d
    JOIN event_handler h ON h.name = d.handler AND h.paused_at IS NULL
    WHERE d.handler = ANY (${handlers}::text[]) AND d.dead_at IS NULL AND (${alsoLater}::boolean OR d.due_at <= clock_timestamp())
      AND NOT EXISTS (
        SELECT FROM event_delivery e
        WHERE e.handler = d.handler AND e.order_key = d.order_key AND e.position < d.position
          AND CASE WHEN e.dead_at IS NOT NULL THEN h.on_dead = 'block' AND e.run = 0
            ELSE NOT ${alsoLater}::boolean AND e.due_at > clock_timestamp() END)`);
  if (!row) throw new Error("a count returned no row");
  return row;
}
