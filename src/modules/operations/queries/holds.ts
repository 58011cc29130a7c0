import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/** One hold, present or past. */
export interface HoldLine {
  readonly holdId: string;
  readonly bookingId: string;
  /** `BK-1042`. */
  readonly bookingNumber: string;
  readonly bookingTitle: string;
  readonly reason: string;
  /** A name, "Muster" for the system. */
  readonly placedBy: string;
  /** ISO 8601 UTC. */
  readonly placedAt: string;
  /** Null while it holds. */
  readonly lifted: { readonly by: string; readonly at: string; readonly reason: string } | null;
}

const LIFTED_DAYS = 90;
const HOLDS_MAX = 200;

interface HoldRow {
  readonly id: string;
  readonly booking_id: string;
  readonly number: number;
  readonly title: string;
  readonly reason: string;
  readonly placed_by: string;
  readonly placed_at: Date;
  readonly lifted_by: string | null;
  readonly lifted_at: Date | null;
  readonly lift_reason: string | null;
}

/** The holds in force, newest first, then those that were lifted in the last 90 days; 200 at most. */
export async function listHolds(db: Queryable): Promise<readonly HoldLine[]> {
  const rows = await db.query<HoldRow>(sql`
    SELECT h.id, h.booking_id, b.number, b.title, h.reason, coalesce(p.name, 'Muster') AS placed_by, h.placed_at,
      coalesce(l.name, 'Muster') AS lifted_by, h.lifted_at, h.lift_reason
    FROM event_hold h
    JOIN booking b ON b.id = h.booking_id
    LEFT JOIN person p ON p.id::text = h.placed_by
    LEFT JOIN person l ON l.id::text = h.lifted_by
    WHERE h.lifted_at IS NULL OR h.lifted_at > now() - make_interval(days => ${LIFTED_DAYS}::integer)
    ORDER BY h.lifted_at DESC NULLS FIRST, h.placed_at DESC LIMIT ${HOLDS_MAX}::integer`);
  return rows.map((row) => ({
    holdId: row.id,
    bookingId: row.booking_id,
    bookingNumber: `BK-${row.number}`,
    bookingTitle: row.title,
    reason: row.reason,
    placedBy: row.placed_by,
    placedAt: row.placed_at.toISOString(),
    lifted: row.lifted_at && {
      by: row.lifted_by ?? "Muster",
      at: row.lifted_at.toISOString(),
      reason: row.lift_reason ?? "",
    },
  }));
}
