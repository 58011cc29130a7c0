import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/** A session with a transaction open. What it runs is not read: statements hold what people typed. */
export interface OpenTransaction {
  readonly pid: number;
  readonly role: string;
  /** What the session calls itself, such as `muster requests` or `psql`. */
  readonly application: string;
  readonly openMs: number;
  /** For how long it has been doing nothing with the transaction open; null while it works. */
  readonly idleMs: number | null;
}

const SESSIONS_MAX = 20;

/** A transaction is nothing to mention before this age. */
const MENTIONED_MS = 5_000;

/** The oldest open transactions of the database, whosever they are. */
export function readSessions(db: Queryable): Promise<OpenTransaction[]> {
  return db.query<OpenTransaction>(sql`
    SELECT pid, role, application,
      (extract(epoch FROM clock_timestamp() - started_at) * 1000)::double precision AS "openMs",
      CASE WHEN state LIKE 'idle in transaction%'
        THEN (extract(epoch FROM clock_timestamp() - changed_at) * 1000)::double precision END AS "idleMs"
    FROM open_transactions()
    WHERE started_at < clock_timestamp() - ${MENTIONED_MS}::integer * interval '1 millisecond'
    ORDER BY started_at LIMIT ${SESSIONS_MAX}`);
}
