import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { Database } from "@/db/database";
import { sql } from "@/db/sql";

export interface DetachOptions {
  /** How long one try may wait for readers, and so how long anybody may have to wait for it. Default 2,000. */
  readonly lockTimeoutMs?: number;
  /** Default 5. */
  readonly tries?: number;
  /** Between two tries, times the number of the try. Default 500. */
  readonly backOffMs?: number;
}

const LOCK_NOT_AVAILABLE = "55P03";

/**
 * Takes a partition out of its table while appends go on: never more than the lock timeout in anybody's way, whoever
 * holds the table open meanwhile (S-25). A detach that was interrupted half way is finished. Resolves to false when
 * every try met somebody who would not leave; the next run goes on from there.
 *
 * As the owner of the tables. Outside of any transaction, which DETACH … CONCURRENTLY demands.
 */
export async function detachPartition(
  ownerDatabase: Database,
  { parent, leaf }: { readonly parent: string; readonly leaf: string },
  { lockTimeoutMs = 2_000, tries = 5, backOffMs = 500 }: DetachOptions = {},
): Promise<boolean> {
  for (let number = 1; number <= tries; number += 1) {
    const state = await attachment(ownerDatabase, { parent, leaf });
    if (state === "detached") return true;
    if (state === "behind-another") return false;
    const how = state === "half-detached" ? "FINALIZE" : "CONCURRENTLY";
    const [table, partition] = [parent, leaf].map((name) => pg.escapeIdentifier(name));
    const statement = `ALTER TABLE ${table} DETACH PARTITION ${partition} ${how}`;
    if (await ranInTime(ownerDatabase, statement, lockTimeoutMs)) return true;
    if (number < tries) await pause(backOffMs * number);
  }
  return false;
}

/** A table has one half-detached partition at most; until it is out, no other can begin. */
type Attachment = "attached" | "half-detached" | "behind-another" | "detached";

async function attachment(
  db: Database,
  { parent, leaf }: { readonly parent: string; readonly leaf: string },
): Promise<Attachment> {
  const rows = await db.query<{ leaf: string; pending: boolean }>(sql`
    SELECT inhrelid::regclass::text AS leaf, inhdetachpending AS pending FROM pg_inherits
    WHERE inhparent = ${parent}::regclass AND (inhrelid = ${leaf}::regclass OR inhdetachpending)`);
  const own = rows.find((row) => row.leaf === leaf);
  if (!own) return "detached";
  if (own.pending) return "half-detached";
  return rows.length > 1 ? "behind-another" : "attached";
}

/** The names in the statement come from the system catalog. False when a lock was not to be had in time. */
async function ranInTime(db: Database, statement: string, lockTimeoutMs: number): Promise<boolean> {
  const client = await db.pool.connect();
  try {
    await client.query(`SET lock_timeout = ${Math.ceil(lockTimeoutMs)}`);
    // The lock timeout bounds every wait; the work itself is done when it is done.
    await client.query("SET statement_timeout = 0");
    await client.query(statement);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === LOCK_NOT_AVAILABLE) return false;
    throw error;
  } finally {
    // A connection with settings of its own does not go back to the others.
    client.release(true);
  }
}
