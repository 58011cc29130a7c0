import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";

/** What the boards of events are narrowed by, and whom an event can be given to. */
export interface BoardChoices {
  /** Active field managers by name. */
  readonly managers: readonly { readonly id: string; readonly name: string }[];
  /** Zones of the venues in use: the regions of the agency. */
  readonly zones: readonly string[];
}

const CHOICES_MAX = 500;

export async function boardChoices(db: Queryable): Promise<BoardChoices> {
  const [managers, zones] = await Promise.all([
    readManagers(db),
    db.query<{ zone: string }>(sql`
      SELECT DISTINCT time_zone AS zone FROM location WHERE archived_at IS NULL
      ORDER BY time_zone LIMIT ${CHOICES_MAX}`),
  ]);
  return { managers, zones: zones.map(({ zone }) => zone) };
}

export function readManagers(db: Queryable) {
  return db.query<BoardChoices["managers"][number]>(sql`
    SELECT id, name FROM person WHERE role = 'manager' AND active
    ORDER BY name COLLATE "und-x-icu", id LIMIT ${CHOICES_MAX}`);
}
