import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/** A paper of somebody who takes shifts, near its end. */
export interface PaperEnding {
  readonly userId: string;
  readonly name: string;
  readonly kind: string;
  /** `YYYY-MM-DD`, which still counts. */
  readonly validUntil: string;
}

export interface PapersEnding {
  /** By their end. */
  readonly papers: readonly PaperEnding[];
  /** Who is told of all of them. */
  readonly adminIds: readonly string[];
  /** By the database's clock, `2035-W41`. */
  readonly week: string;
}

const WITHIN_DAYS = 28;
const PAPERS_MAX = 1000;

/** What ends from today on within four weeks; what has ended is on the list of people. */
export async function papersEnding(db: Queryable): Promise<PapersEnding> {
  const [papers, admins] = await Promise.all([
    db.query<PaperEnding>(sql`
      SELECT d.user_id AS "userId", p.name, d.kind, d.valid_until::text AS "validUntil"
      FROM staff_paper d JOIN person p ON p.id = d.user_id AND p.active AND p.role = 'agent'
      WHERE d.valid_until >= current_date AND d.valid_until < current_date + ${WITHIN_DAYS}::integer
      ORDER BY d.valid_until, p.name, d.kind LIMIT ${PAPERS_MAX}`),
    db.query<{ id: string; week: string }>(sql`
      SELECT id, to_char(now(), 'IYYY-"W"IW') AS week FROM person WHERE role = 'admin' AND active ORDER BY id`),
  ]);
  return { papers, adminIds: admins.map(({ id }) => id), week: admins[0]?.week ?? "" };
}
