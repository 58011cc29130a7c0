import "server-only";
import type { Queryable, Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { Plan } from "@/modules/bookings/inputs";
import type { BookingOutside, GoneRecord, Venue } from "@/modules/bookings/outside";

/** Facts of the directory and of earlier imports that the rules of bookings need. */

interface VenueRow {
  readonly id: string;
  readonly name: string;
  readonly time_zone: string;
  readonly archived: boolean;
}

export async function readVenues(tx: Tx, ids: readonly string[]): Promise<Venue[]> {
  const rows = await tx.query<VenueRow>(sql`
    SELECT id, name, time_zone, archived_at IS NOT NULL AS archived
    FROM location WHERE id = ANY (${[...ids]}::uuid[])`);
  return rows.map(toVenue);
}

/**
 * The same, held until the end of the transaction: approvals at one venue take turns, so that the second sees
 * the first as a clash. The order keeps two bookings that share venues from waiting for each other.
 */
export async function lockVenues(tx: Tx, ids: readonly string[]): Promise<Venue[]> {
  const rows = await tx.query<VenueRow>(sql`
    SELECT id, name, time_zone, archived_at IS NOT NULL AS archived
    FROM location WHERE id = ANY (${[...ids]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`);
  return rows.map(toVenue);
}

function toVenue({ id, name, time_zone, archived }: VenueRow): Venue {
  return { id, name, timeZone: time_zone, archived };
}

export function kitTemplateIds(plan: Plan): string[] {
  return plan.activities.flatMap((activity) => activity.kits.map((kit) => kit.kitTemplateId));
}

/** Kit templates of the plan that do not exist or are archived. */
export async function unknownKitTemplates(tx: Tx, plan: Plan): Promise<string[]> {
  const ids = kitTemplateIds(plan);
  if (ids.length === 0) return [];
  const rows = await tx.query<{ id: string }>(sql`
    SELECT wanted.id FROM unnest(${ids}::uuid[]) AS wanted (id)
    LEFT JOIN kit_template k ON k.id = wanted.id AND k.archived_at IS NULL
    WHERE k.id IS NULL`);
  return rows.map((row) => row.id);
}

interface Named {
  readonly clientId: string;
  readonly locationIds: readonly string[];
  readonly plan: Plan;
}

/** What a booking names and the directory has archived: client before venues before kits, each by name. */
export function readGone(db: Queryable, { clientId, locationIds, plan }: Named): Promise<GoneRecord[]> {
  return db.query<GoneRecord & { rank: number }>(sql`
    SELECT 1 AS rank, 'client' AS kind, id, name FROM client WHERE id = ${clientId} AND archived_at IS NOT NULL
    UNION ALL
    SELECT 2, 'venue', id, name FROM location
    WHERE id = ANY (${[...locationIds]}::uuid[]) AND archived_at IS NOT NULL
    UNION ALL
    SELECT 3, 'kit', id, name FROM kit_template
    WHERE id = ANY (${kitTemplateIds(plan)}::uuid[]) AND archived_at IS NOT NULL
    ORDER BY rank, name, id`);
}

export async function readClient(tx: Tx, clientId: string): Promise<BookingOutside["client"]> {
  const [row] = await tx.query<{ id: string; archived: boolean }>(sql`
    SELECT id, archived_at IS NOT NULL AS archived FROM client WHERE id = ${clientId}`);
  return row ?? null;
}

export async function readImported(tx: Tx, clientId: string, importKey: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(sql`
    SELECT id FROM booking WHERE client_id = ${clientId} AND import_key = ${importKey}`);
  return row?.id ?? null;
}
