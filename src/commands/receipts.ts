import { createHash } from "node:crypto";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import { conflict } from "./errors";

/** What a repeated idempotency key is answered with. */
export interface StoredAnswer {
  readonly result: unknown;
  readonly eventIds: readonly string[];
}

interface ReceiptRow {
  readonly body_hash: string;
  readonly result: unknown;
  readonly event_ids: string[];
}

interface ClaimRow {
  readonly now: Date;
  readonly claimed: boolean;
}

/** JSON with sorted keys, so that the same body has the same hash whatever the order of its fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

export function bodyHash(source: string, command: unknown): string {
  return createHash("sha256")
    .update(`${source}\n${canonical(command)}`)
    .digest("hex");
}

/** The database's clock as this transaction's one instant, ISO 8601 UTC with milliseconds. */
export async function readClock(tx: Tx): Promise<string> {
  const [row] = await tx.query<{ now: Date }>(sql`SELECT clock_timestamp() AS now`);
  if (!row) throw new Error("the database returned no clock");
  return row.now.toISOString();
}

/**
 * Claims the key for this transaction, or finds the answer of the one that had it first.
 *
 * A second request with the same key waits here until the first has committed or rolled back: the unique index
 * holds it, so that exactly one of them does the work. Throws a conflict when the body differs.
 */
export async function claimReceipt(
  tx: Tx,
  key: {
    readonly idempotencyKey: string;
    readonly actorId: string;
    /** `<subject>.<command>`, for whoever reads the table. */
    readonly command: string;
    readonly bodyHash: string;
  },
): Promise<{ readonly now: string; readonly answer: StoredAnswer | undefined }> {
  const [claim] = await tx.query<ClaimRow>(sql`
    WITH claimed AS (
      INSERT INTO command_receipt (idempotency_key, actor_id, command, body_hash)
      VALUES (${key.idempotencyKey}, ${key.actorId}, ${key.command}, ${key.bodyHash})
      ON CONFLICT DO NOTHING
      RETURNING 1)
    SELECT clock_timestamp() AS now, EXISTS (SELECT FROM claimed) AS claimed`);
  if (!claim) throw new Error("the receipt was neither claimed nor refused");
  const now = claim.now.toISOString();
  if (claim.claimed) return { now, answer: undefined };
  const [known] = await tx.query<ReceiptRow>(sql`
    SELECT body_hash, result, event_ids::text[] AS event_ids FROM command_receipt
    WHERE idempotency_key = ${key.idempotencyKey} AND actor_id = ${key.actorId}`);
  if (!known) throw new Error("a receipt vanished between two statements");
  if (known.body_hash !== key.bodyHash) {
    throw conflict("This was already sent with other contents. Reload the page and send it again.");
  }
  return { now, answer: { result: known.result, eventIds: known.event_ids } };
}

/** Keeps the answer with the claimed key; committed with everything else or not at all. */
export async function settleReceipt(
  tx: Tx,
  key: { readonly idempotencyKey: string; readonly actorId: string },
  answer: StoredAnswer,
): Promise<void> {
  await tx.execute(sql`
    UPDATE command_receipt
    SET result = ${JSON.stringify(answer.result ?? null)}::jsonb, event_ids = ${[...answer.eventIds]}::uuid[]
    WHERE idempotency_key = ${key.idempotencyKey} AND actor_id = ${key.actorId}`);
}
