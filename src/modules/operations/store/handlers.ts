import "server-only";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { HandlerCommand } from "@/modules/operations/commands";
import { type HandlerState, NO_HANDLER } from "@/modules/operations/handlers";

/** Loads and locks one handler; appends and claims do not wait for this lock. */
export async function load(
  tx: Tx,
  { handler }: HandlerCommand,
): Promise<{ state: HandlerState; outside: undefined }> {
  const [row] = await tx.query<{ paused_at: Date | null }>(sql`
    SELECT paused_at FROM event_handler WHERE name = ${handler} FOR NO KEY UPDATE`);
  if (!row) return { state: NO_HANDLER, outside: undefined };
  const [open] = await tx.query<{ waiting: number }>(sql`
    SELECT count(*)::integer AS waiting FROM event_delivery WHERE handler = ${handler}`);
  const state = {
    isKnown: true,
    pausedAt: row.paused_at?.toISOString() ?? null,
    waiting: open?.waiting ?? 0,
  };
  return { state, outside: undefined };
}

export async function save(
  tx: Tx,
  { after, command }: { readonly after: HandlerState; readonly command: HandlerCommand },
): Promise<void> {
  await tx.execute(sql`
    UPDATE event_handler SET paused_at = ${after.pausedAt}::timestamptz WHERE name = ${command.handler}`);
  if (after.pausedAt !== null) await takeBackUnbegun(tx, command.handler);
}

/**
 * Takes back what workers have claimed and not begun: their token is gone, so they find nothing to run. What is
 * running has its row locked and ends by itself; a start that was marked already counts and is left alone.
 */
async function takeBackUnbegun(tx: Tx, handler: string): Promise<void> {
  await tx.execute(sql`
    WITH unbegun AS MATERIALIZED (
      SELECT d.ctid AS place FROM event_delivery d
      WHERE d.handler = ${handler} AND d.lease_until > clock_timestamp() AND d.started_at IS NULL
      FOR UPDATE OF d SKIP LOCKED
    )
    UPDATE event_delivery AS d SET lease_token = NULL, lease_until = NULL, leased_by = NULL
    FROM unbegun u WHERE d.ctid = u.place`);
}
