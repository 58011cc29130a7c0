import { createHash, randomBytes } from "node:crypto";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { calendarShifts } from "@/modules/staffing/queries/calendar-shifts";
import { icalOf } from "./ical";

/**
 * The private address of one's own shifts as a calendar: with what a person has read and how they like to see it, a
 * setting of their own and no fact. The secret is told once; only its digest is kept (security.md S-62).
 */

const SECRET_BYTES = 32;
const SECRET = /^[\w-]{43}$/;

export interface FeedStanding {
  /** ISO 8601 UTC; null while there is no address. */
  readonly since: string | null;
}

export async function feedOf(db: Queryable, personId: string): Promise<FeedStanding> {
  const [row] = await db.query<{ created_at: Date }>(sql`
    SELECT created_at FROM calendar_feed WHERE person_id = ${personId}`);
  return { since: row?.created_at.toISOString() ?? null };
}

/** Makes a new address, whose former one ends at once; resolves to its path. */
export async function makeFeed(db: Queryable, personId: string): Promise<{ readonly path: string }> {
  const secret = randomBytes(SECRET_BYTES).toString("base64url");
  await db.execute(sql`
    INSERT INTO calendar_feed (person_id, secret_digest, created_at) VALUES (${personId}, ${digestOf(secret)}, now())
    ON CONFLICT (person_id) DO UPDATE SET secret_digest = excluded.secret_digest, created_at = excluded.created_at`);
  return { path: `/calendar/${secret}.ics` };
}

/** Ends the address; none is left of it. */
export async function endFeed(db: Queryable, personId: string): Promise<FeedStanding> {
  await db.execute(sql`DELETE FROM calendar_feed WHERE person_id = ${personId}`);
  return { since: null };
}

/** The calendar behind a file name, or null alike for one that never was, one that was ended and a person who left. */
export async function readFeed(db: Queryable, file: string): Promise<string | null> {
  const secret = file.endsWith(".ics") ? file.slice(0, -4) : "";
  if (!SECRET.test(secret)) return null;
  const [row] = await db.query<{ person_id: string }>(sql`
    SELECT f.person_id FROM calendar_feed f JOIN person p ON p.id = f.person_id AND p.active
    WHERE f.secret_digest = ${digestOf(secret)}`);
  return row ? icalOf(await calendarShifts(db, row.person_id)) : null;
}

function digestOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
