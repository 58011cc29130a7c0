import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { type ReadEvent, readStored } from "@/domain-events/catalog/upcast";
import { recentFact } from "@/domain-events/log/recent-facts";
import { type StoredRow, storedEvent } from "@/domain-events/log/stored-row";
import { type Delivery, isReplay } from "./delivery";

/** A fact as a handler needs it. */
export interface LoadedFact {
  readonly read: ReadEvent;
  readonly depth: number;
}

/**
 * The facts of the deliveries by id, each read and checked once however many handlers it goes to. What this process
 * has just appended it has at hand; the rest takes one statement per category, bounded in time, so that only the
 * partitions concerned are opened.
 */
export async function loadFacts(
  db: Queryable,
  deliveries: readonly Delivery[],
): Promise<ReadonlyMap<string, LoadedFact>> {
  const facts = new Map<string, LoadedFact>();
  const byCategory = new Map<string, Delivery[]>();
  for (const one of deliveries) {
    const fact = factAtHand(one);
    const known = byCategory.get(one.category);
    if (fact) facts.set(one.eventId, fact);
    else if (known) known.push(one);
    else byCategory.set(one.category, [one]);
  }
  const parts = await Promise.all(
    [...byCategory].map(([category, some]) => loadCategory(db, category, some)),
  );
  for (const [id, fact] of parts.flat()) facts.set(id, fact);
  return facts;
}

/** Only what was recorded at the delivery's own moment; a replay reads what the log holds by now. */
function factAtHand(one: Delivery): LoadedFact | undefined {
  const recent = isReplay(one) ? undefined : recentFact(one.eventId);
  if (recent?.event.timestamp !== one.recordedAt.toISOString()) return undefined;
  return { read: { known: true, event: recent.event }, depth: recent.depth };
}

async function loadCategory(
  db: Queryable,
  category: string,
  deliveries: readonly Delivery[],
): Promise<readonly [string, LoadedFact][]> {
  const ids = [...new Set(deliveries.map((one) => one.eventId))];
  const times = deliveries.map((one) => one.recordedAt.getTime());
  const rows = await db.query<StoredRow>(sql`
    SELECT id, type, category, "timestamp", correlation_id, source, payload, metadata, schema_version, depth
    FROM event_log
    WHERE id = ANY (${ids}::uuid[]) AND category = ${category}
      AND recorded_at >= ${new Date(Math.min(...times))}::timestamptz
      AND recorded_at <= ${new Date(Math.max(...times))}::timestamptz`);
  return rows.map((row) => [row.id, { read: readStored(storedEvent(row)), depth: row.depth }]);
}
