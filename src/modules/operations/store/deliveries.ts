import "server-only";
import { invalid } from "@/commands/errors";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { DeliveryCommand } from "@/modules/operations/commands";
import { retriable } from "@/modules/operations/decide/settle-deliveries";
import {
  type DeliveriesState,
  type DeliveryKey,
  type HeldDelivery,
  NO_DELIVERIES,
  NOTHING_LEFT,
} from "@/modules/operations/deliveries";
import { type DeliveryFilter, RETRY_MAX, SKIP_MAX } from "@/modules/operations/inputs";
import { countMatching, FREE, matching } from "./matching";

interface HeldRow {
  readonly event_id: string;
  readonly order_key: string;
  readonly position_text: string;
  readonly run: number;
  readonly has_failed: boolean;
}

/**
 * Finds the deliveries and locks them, which keeps the dispatcher's claims away until the command has committed.
 * What a worker holds is passed over: its row is locked while the handler runs, or leased just before.
 */
export async function load(
  tx: Tx,
  command: DeliveryCommand,
): Promise<{ state: DeliveriesState; outside: undefined }> {
  const { handler, factId, filter } = command;
  if (factId !== undefined && filter === undefined)
    return { state: await loadOne(tx, handler, factId), outside: undefined };
  if (filter !== undefined && factId === undefined) {
    const most = command.type === "retry" ? RETRY_MAX : SKIP_MAX;
    return { state: await loadSome(tx, handler, filter, most), outside: undefined };
  }
  throw invalid("Name either one log entry or a filter.");
}

interface OwedRow {
  readonly order_key: string;
  readonly position_text: string;
  readonly is_open: boolean;
  readonly ended: string | null;
}

async function loadOne(tx: Tx, handler: string, factId: string): Promise<DeliveriesState> {
  const [owed] = await tx.query<OwedRow>(sql`
    SELECT k.order_key, k.position_text,
      EXISTS (SELECT FROM event_delivery d
        WHERE d.handler = ${handler} AND d.order_key = k.order_key AND d.position = k.position) AS is_open,
      (SELECT a.outcome FROM event_attempt a
        WHERE a.event_id = k.id AND a.handler = ${handler} AND a.expires_on = k.expires_on AND a.closes
        ORDER BY a.run DESC LIMIT 1) AS ended
    FROM event_identity i
    CROSS JOIN LATERAL (
      SELECT l.id, l.position, l.position::text AS position_text, l.expires_on,
        CASE h.ordering WHEN 'correlation' THEN l.correlation_id ELSE l.id::text END AS order_key
      FROM event_log l JOIN event_handler h ON h.name = ${handler}
      WHERE l.id = i.id AND l.recorded_at = i.recorded_at AND l.category = i.category LIMIT 1) AS k
    WHERE i.id = ${factId}::uuid`);
  if (!owed) return NO_DELIVERIES;
  const rows = await tx.query<HeldRow>(sql`
    SELECT d.event_id, d.order_key, d.position::text AS position_text, d.run,
      d.dead_at IS NOT NULL OR d.failures > 0 AS has_failed
    FROM event_delivery d
    WHERE d.handler = ${handler} AND d.order_key = ${owed.order_key}
      AND d.position = ${owed.position_text}::bigint AND ${FREE}
    ORDER BY d.run FOR UPDATE OF d SKIP LOCKED`);
  return {
    isKnown: true,
    held: rows.map(heldDelivery),
    left: NOTHING_LEFT,
    isBusy: owed.is_open && rows.length === 0,
    ended: owed.ended,
    settled: 0,
  };
}

async function loadSome(
  tx: Tx,
  handler: string,
  filter: DeliveryFilter,
  most: number,
): Promise<DeliveriesState> {
  const [known] = await tx.query(sql`SELECT name FROM event_handler WHERE name = ${handler}`);
  if (!known) return NO_DELIVERIES;
  const rows = await tx.query<HeldRow>(sql`
    SELECT d.event_id, d.order_key, d.position::text AS position_text, d.run,
      d.dead_at IS NOT NULL OR d.failures > 0 AS has_failed
    FROM event_delivery d WHERE ${matching(handler, filter)}
    ORDER BY d.position, d.run LIMIT ${most}::integer FOR UPDATE OF d SKIP LOCKED`);
  const { count, more } = await countMatching(tx, handler, filter);
  const left = { count: Math.max(0, count - rows.length), more };
  return { ...NO_DELIVERIES, isKnown: true, held: rows.map(heldDelivery), left };
}

function heldDelivery(row: HeldRow): HeldDelivery {
  return {
    factId: row.event_id,
    orderKey: row.order_key,
    position: row.position_text,
    run: row.run,
    hasFailed: row.has_failed,
  };
}

/** Carries the settling out on the rows that `load` locked. */
export async function save(
  tx: Tx,
  { before, command }: { readonly before: DeliveriesState; readonly command: DeliveryCommand },
): Promise<void> {
  if (command.type === "retry") await makeDue(tx, command.handler, retriable(before));
  else await close(tx, command.handler, before.held);
}

/** Due at once, with the whole list of back-offs before it. A lease that ran out stays for the next claim to see. */
async function makeDue(tx: Tx, handler: string, keys: readonly DeliveryKey[]): Promise<void> {
  await tx.execute(sql`
    UPDATE event_delivery AS d SET due_at = clock_timestamp(), failures = 0, crashes = 0, dead_at = NULL
    FROM ${keyRows(keys)}
    WHERE d.handler = ${handler} AND d.order_key = k.order_key AND d.position = k.position AND d.run = k.run`);
}

/** The receipt of a skip closes the delivery; it is no try, so it carries the number of the last one. */
async function close(tx: Tx, handler: string, keys: readonly DeliveryKey[]): Promise<void> {
  await tx.execute(sql`
    WITH gone AS (
      DELETE FROM event_delivery AS d USING ${keyRows(keys)}
      WHERE d.handler = ${handler} AND d.order_key = k.order_key AND d.position = k.position AND d.run = k.run
      RETURNING d.*
    )
    INSERT INTO event_attempt (event_id, handler, run, position, type, attempt, outcome, closes, recorded_at,
      first_started_at, finished_at, expires_on)
    SELECT event_id, handler, run, position, type, attempts, 'skipped', true, recorded_at, first_started_at,
      clock_timestamp(), expires_on
    FROM gone`);
}

function keyRows(keys: readonly DeliveryKey[]) {
  return sql`unnest(${keys.map((key) => key.orderKey)}::text[], ${keys.map((key) => key.position)}::bigint[],
    ${keys.map((key) => key.run)}::integer[]) AS k (order_key, position, run)`;
}
