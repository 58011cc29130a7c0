import { hostname } from "node:os";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/** Milliseconds between two signs of life of one dispatcher. */
export const HEARTBEAT_MS = 5_000;

/** A dispatcher that was silent for so long is gone. */
export const HEARTBEAT_LOST_MS = 30_000;

export interface Beat {
  readonly id: string;
  readonly release: string;
  readonly listening: boolean;
}

/**
 * Notes that this dispatcher is alive, and by how much its clock differs from the database's. The first one leaves
 * a mark for the charts.
 */
export async function beat(db: Queryable, { id, release, listening }: Beat): Promise<void> {
  await db.execute(sql`
    WITH alive AS (
      INSERT INTO dispatcher_instance (id, host, pid, release, listening, clock_offset_ms)
      VALUES (${id}, ${hostname()}, ${process.pid}, ${release}, ${listening},
        round(extract(epoch FROM ${new Date()}::timestamptz - clock_timestamp()) * 1000))
      ON CONFLICT (id) DO UPDATE
      SET seen_at = clock_timestamp(), listening = excluded.listening, clock_offset_ms = excluded.clock_offset_ms
      RETURNING id, started_at, host, release)
    INSERT INTO dispatcher_start (id, started_at, host, release) SELECT id, started_at, host, release FROM alive
    ON CONFLICT (id) DO NOTHING`);
}

/** Takes this dispatcher off the list, and those that have been silent for an hour. */
export async function signOff(db: Queryable, id: string): Promise<void> {
  await db.execute(sql`
    DELETE FROM dispatcher_instance WHERE id = ${id} OR seen_at < clock_timestamp() - interval '1 hour'`);
}
