import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/** What an import has to know of the directory and of earlier imports; each is one statement. */

export interface KnownClient {
  readonly id: string;
  readonly name: string;
  readonly archived: boolean;
}

export async function clientById(database: Queryable, clientId: string): Promise<KnownClient | null> {
  const [client] = await database.query<{ id: string; name: string; archived: boolean }>(sql`
    SELECT id, name, archived_at IS NOT NULL AS archived FROM client WHERE id = ${clientId}`);
  return client ?? null;
}

/** Clients by the names given, whatever their case. The keys are the names as given. */
export async function clientsByName(
  database: Queryable,
  names: readonly string[],
): Promise<Map<string, KnownClient>> {
  const rows = await database.query<{ wanted: string; id: string; name: string; archived: boolean }>(sql`
    SELECT w.name AS wanted, c.id, c.name, c.archived_at IS NOT NULL AS archived
    FROM unnest(${[...names]}::text[]) AS w (name) JOIN client c ON lower(c.name) = lower(w.name)`);
  return new Map(rows.map(({ wanted, ...client }) => [wanted, client] as const));
}

/** A venue as a file names it. */
export interface NamedVenue {
  /** The name as the directory compares it: two spellings of one venue have the same key. */
  readonly key: string;
  /** Null when the directory has none of that name and zone. */
  readonly id: string | null;
  readonly archived: boolean;
}

export async function venuesByName(
  database: Queryable,
  names: readonly string[],
  timeZone: string,
): Promise<Map<string, NamedVenue>> {
  const rows = await database.query<{
    wanted: string;
    key: string;
    id: string | null;
    archived: boolean;
  }>(sql`
    SELECT w.name AS wanted, lower(w.name) AS key, l.id, l.archived_at IS NOT NULL AS archived
    FROM unnest(${[...names]}::text[]) AS w (name)
    LEFT JOIN location l ON lower(l.name) = lower(w.name) AND l.time_zone = ${timeZone}`);
  return new Map(rows.map(({ wanted, ...venue }) => [wanted, venue] as const));
}

/** Zones of the venues that go by one of these names, each once. */
export async function zonesOfVenues(database: Queryable, names: readonly string[]): Promise<string[]> {
  const rows = await database.query<{ zone: string }>(sql`
    SELECT DISTINCT l.time_zone AS zone
    FROM unnest(${[...names]}::text[]) AS w (name) JOIN location l ON lower(l.name) = lower(w.name)`);
  return rows.map((row) => row.zone);
}

/** Of the groups given, those that an earlier import made into a booking: `client id + "\n" + key`. */
export async function importedKeys(
  database: Queryable,
  groups: readonly { readonly clientId: string; readonly importKey: string }[],
): Promise<Set<string>> {
  const rows = await database.query<{ client_id: string; import_key: string }>(sql`
    SELECT b.client_id, b.import_key
    FROM unnest(${groups.map((group) => group.clientId)}::uuid[], ${groups.map((group) => group.importKey)}::text[])
      AS w (client_id, import_key)
    JOIN booking b ON b.client_id = w.client_id AND b.import_key = w.import_key`);
  return new Set(rows.map((row) => groupKey(row.client_id, row.import_key)));
}

export function groupKey(clientId: string, importKey: string): string {
  return `${clientId}\n${importKey}`;
}
