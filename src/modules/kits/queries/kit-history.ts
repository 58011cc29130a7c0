import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { AssignmentStatus, Condition } from "@/modules/kits/inputs";

/** What became of a kit and what comes: who had it, which events use it, what it lent. Instants are ISO 8601 UTC. */

/** One link of the custody chain; the next one begins where it ends. */
export interface KitCustodyLink {
  readonly id: string;
  /** Null while it lies at its home. */
  readonly holderName: string | null;
  readonly eventId: string | null;
  readonly eventNumber: number | null;
  readonly from: string;
  /** Null for who has it now. */
  readonly until: string | null;
  /** At the hand-over that began it. */
  readonly condition: Condition;
}

export interface KitUse {
  readonly assignmentId: string;
  readonly eventId: string;
  readonly eventNumber: number;
  readonly title: string;
  readonly timeZone: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly status: AssignmentStatus;
  /** Still to come, or under way. */
  readonly isAhead: boolean;
}

/** Parts of this kit that are in another one, or of another one that are in this. */
export interface KitLoan {
  readonly componentId: string;
  readonly name: string;
  readonly quantity: number;
  readonly direction: "lent" | "borrowed";
  readonly otherKitId: string;
  readonly otherCode: string;
  readonly since: string;
}

const LINKS_MAX = 50;
const USES_MAX = 100;

export async function readCustody(db: Queryable, kitInstanceId: string): Promise<readonly KitCustodyLink[]> {
  const rows = await db.query<
    Omit<KitCustodyLink, "from" | "until"> & { from: Date; until: Date | null }
  >(sql`
    SELECT c.id, p.name AS "holderName", e.id AS "eventId", e.number AS "eventNumber", c.from_at AS "from",
      c.until_at AS until, c.condition
    FROM kit_custody c
    LEFT JOIN person p ON p.id = c.holder_id
    LEFT JOIN event_instance e ON e.id = c.event_id
    WHERE c.kit_instance_id = ${kitInstanceId}
    ORDER BY c.from_at DESC, c.until_at DESC NULLS FIRST LIMIT ${LINKS_MAX}`);
  return rows.map(({ from, until, ...link }) => ({
    ...link,
    from: from.toISOString(),
    until: until?.toISOString() ?? null,
  }));
}

/** The latest uses, those that come first. */
export async function readUses(db: Queryable, kitInstanceId: string): Promise<readonly KitUse[]> {
  const rows = await db.query<Omit<KitUse, "startsAt" | "endsAt"> & { startsAt: Date; endsAt: Date }>(sql`
    SELECT a.id AS "assignmentId", e.id AS "eventId", e.number AS "eventNumber", b.title, e.time_zone AS "timeZone",
      e.starts_at AS "startsAt", e.ends_at AS "endsAt", a.status,
      a.status NOT IN ('returned', 'cancelled') AS "isAhead"
    FROM kit_assignment a
    JOIN event_instance e ON e.id = a.event_id
    JOIN booking b ON b.id = a.booking_id
    WHERE a.kit_instance_id = ${kitInstanceId}
    ORDER BY a.window_start DESC, a.id LIMIT ${USES_MAX}`);
  return rows.map(({ startsAt, endsAt, ...use }) => ({
    ...use,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  }));
}

/** What was borrowed and not given back, in both directions. */
export async function readLoans(db: Queryable, kitInstanceId: string): Promise<readonly KitLoan[]> {
  const rows = await db.query<Omit<KitLoan, "since"> & { since: Date }>(sql`
    WITH loan AS (
      SELECT component_id, moved_at, cause,
        CASE cause WHEN 'borrowed' THEN from_kit_instance_id ELSE to_kit_instance_id END AS lender,
        CASE cause WHEN 'borrowed' THEN to_kit_instance_id ELSE from_kit_instance_id END AS borrower,
        CASE cause WHEN 'borrowed' THEN quantity ELSE -quantity END AS quantity
      FROM kit_movement
      WHERE cause IN ('borrowed', 'given_back')
        AND (from_kit_instance_id = ${kitInstanceId} OR to_kit_instance_id = ${kitInstanceId})
    ), open AS (
      SELECT component_id, lender, borrower, sum(quantity)::integer AS quantity,
        max(moved_at) FILTER (WHERE cause = 'borrowed') AS since
      FROM loan GROUP BY component_id, lender, borrower HAVING sum(quantity) > 0)
    SELECT o.component_id AS "componentId", c.name, o.quantity, i.id AS "otherKitId", i.code AS "otherCode", o.since,
      CASE WHEN o.lender = ${kitInstanceId} THEN 'lent' ELSE 'borrowed' END AS direction
    FROM open o
    JOIN kit_component c ON c.id = o.component_id
    JOIN kit_instance i ON i.id = CASE WHEN o.lender = ${kitInstanceId} THEN o.borrower ELSE o.lender END
    ORDER BY o.since DESC, c.name, i.code`);
  return rows.map(({ since, ...loan }) => ({ ...loan, since: since.toISOString() }));
}
