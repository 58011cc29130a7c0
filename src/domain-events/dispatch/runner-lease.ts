import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/**
 * Runs work that one process at a time may do, if nobody else holds the lease of that name. A lease and no session
 * lock, so that it works behind a pooler. Resolves to undefined when another holder is at it.
 *
 * The lease ends `leaseMs` after work that was cut off, and otherwise when the work ends, or `restMs` later: nobody
 * else repeats within that time what this holder does at intervals.
 */
export async function withRunnerLease<T>(
  db: Queryable,
  lease: {
    readonly name: string;
    readonly holder: string;
    readonly leaseMs: number;
    readonly restMs?: number;
  },
  work: () => Promise<T>,
): Promise<T | undefined> {
  const held = await db.query(sql`
    INSERT INTO runner_lease AS l (name, holder, held_until)
    VALUES (${lease.name}, ${lease.holder}, clock_timestamp() + ${lease.leaseMs}::integer * interval '1 millisecond')
    ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until
    WHERE l.held_until <= clock_timestamp() OR l.holder = excluded.holder
    RETURNING name`);
  if (held.length === 0) return undefined;
  try {
    return await work();
  } finally {
    await db.execute(sql`
      UPDATE runner_lease
      SET held_until = clock_timestamp() + ${lease.restMs ?? 0}::integer * interval '1 millisecond'
      WHERE name = ${lease.name} AND holder = ${lease.holder}`);
  }
}

/** Somebody else does the work now: whoever sees this stops at once. */
export class LeaseLostError extends Error {
  constructor(name: string) {
    super(`the lease ${name} was lost to another process`);
    this.name = "LeaseLostError";
  }
}

/**
 * Keeps a lease for another `leaseMs` in the middle of long work. Throws `LeaseLostError` when somebody else has it.
 */
export async function renewRunnerLease(
  db: Queryable,
  lease: { readonly name: string; readonly holder: string; readonly leaseMs: number },
): Promise<void> {
  const kept = await db.execute(sql`
    UPDATE runner_lease SET held_until = clock_timestamp() + ${lease.leaseMs}::integer * interval '1 millisecond'
    WHERE name = ${lease.name} AND holder = ${lease.holder}`);
  if (kept === 0) throw new LeaseLostError(lease.name);
}
