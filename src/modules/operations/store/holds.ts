import "server-only";
import { type Actor, actorId } from "@/commands/actor";
import { conflict } from "@/commands/errors";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { HoldCommand } from "@/modules/operations/commands";
import { type HoldState, NO_BOOKING } from "@/modules/operations/holds";

/** Loads a booking's hold and locks the booking's row against a second one that is placed at the same time. */
export async function load(
  tx: Tx,
  { bookingId }: HoldCommand,
): Promise<{ state: HoldState; outside: undefined }> {
  const [booking] = await tx.query(sql`SELECT FROM booking WHERE id = ${bookingId} FOR NO KEY UPDATE`);
  if (!booking) return { state: NO_BOOKING, outside: undefined };
  const [row] = await tx.query<{ id: string; reason: string; placed_by: string; placed_at: Date }>(sql`
    SELECT id, reason, placed_by, placed_at FROM event_hold WHERE booking_id = ${bookingId} AND lifted_at IS NULL`);
  const hold = row
    ? { id: row.id, reason: row.reason, placedBy: row.placed_by, placedAt: row.placed_at.toISOString() }
    : null;
  return { state: { isKnown: true, hold }, outside: undefined };
}

export async function save(
  tx: Tx,
  change: {
    readonly before: HoldState;
    readonly after: HoldState;
    readonly command: HoldCommand;
    readonly context: { readonly now: string; readonly actor: Actor };
  },
): Promise<void> {
  const { before, after, command, context } = change;
  if (after.hold) {
    const { id, reason, placedBy, placedAt } = after.hold;
    await tx.execute(sql`
      INSERT INTO event_hold (id, booking_id, reason, placed_by, placed_at)
      VALUES (${id}, ${command.bookingId}, ${reason}, ${placedBy}, ${placedAt})`);
    return;
  }
  const lifted = await tx.execute(sql`
    UPDATE event_hold SET lifted_by = ${actorId(context.actor)}, lifted_at = ${context.now}, lift_reason = ${command.reason}
    WHERE id = ${before.hold?.id ?? null} AND lifted_at IS NULL`);
  if (lifted !== 1) throw conflict("This hold was lifted by somebody else just now. Reload it.");
}
