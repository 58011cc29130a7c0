import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

const DUE_MAX = 100;

/** A kit that is out past the time at which it was expected back. Instants are ISO 8601 UTC. */
export interface OverdueKit {
  /** The same for the same need and time: what it was told under. */
  readonly once: string;
  readonly code: string;
  readonly eventId: string;
  readonly eventNumber: number;
  readonly timeZone: string;
  readonly managerId: string | null;
  readonly holderId: string | null;
  readonly holderName: string;
  readonly expectedReturn: string;
  /** The next event that this kit is bound to. */
  readonly nextEventNumber: number | null;
  /** The database's clock. */
  readonly now: string;
}

interface OverdueRow extends Omit<OverdueKit, "expectedReturn" | "now"> {
  readonly expected_return: Date;
  readonly now: Date;
}

/** The longest overdue first, 100 at most; those that were told of already are left out. */
export async function overdueKits(db: Queryable): Promise<readonly OverdueKit[]> {
  const rows = await db.query<OverdueRow>(sql`
    SELECT d.once, u.code, e.id AS "eventId", e.number AS "eventNumber", e.time_zone AS "timeZone",
      e.manager_id AS "managerId", p.id AS "holderId", coalesce(p.name, 'Somebody') AS "holderName",
      d.expected_return, n.number AS "nextEventNumber", now() AS now
    FROM (
      SELECT a.*, md5('kit-overdue:' || a.id || ':' || extract(epoch FROM a.expected_return))::uuid AS once
      FROM kit_assignment a
      WHERE a.status IN ('checked_out', 'partly_returned') AND a.expected_return < now()) d
    JOIN kit_instance u ON u.id = d.kit_instance_id
    JOIN event_instance e ON e.id = d.event_id
    LEFT JOIN kit_custody c ON c.kit_instance_id = u.id AND c.until_at IS NULL
    LEFT JOIN person p ON p.id = c.holder_id
    LEFT JOIN LATERAL (
      SELECT o.number FROM kit_assignment k JOIN event_instance o ON o.id = k.event_id
      WHERE k.kit_instance_id = u.id AND k.event_id <> d.event_id AND k.status IN ('assigned', 'prepared')
      ORDER BY k.window_start, k.id LIMIT 1) n ON true
    WHERE NOT EXISTS (SELECT FROM notification t WHERE t.kind = 'kit-overdue' AND t.event_id = d.once)
    ORDER BY d.expected_return, d.id LIMIT ${DUE_MAX}`);
  return rows.map(({ expected_return, now, ...row }) => ({
    ...row,
    expectedReturn: expected_return.toISOString(),
    now: now.toISOString(),
  }));
}
