import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { type LogPage, readEvent, searchEvents } from "@/domain-events/log/read";
import { findId } from "@/server/log-view/find-id";
import type { LogRange } from "@/server/log-view/inputs";
import type { ExportFilter } from "./inputs";

/** Everything that a filter leaves, as `log.search` understands it. */
export interface Matching {
  /** What was recorded afterwards does not belong to it, however long the reading takes. */
  readonly now: Date;
  /** Newest first, by (recorded at, position): stable while facts are added. */
  page(limit: number, cursor: LogPage["next"]): Promise<LogPage>;
}

const HOUR_MS = 3_600_000;
const RANGE_MS: Readonly<Record<LogRange, number>> = {
  "1h": HOUR_MS,
  "24h": 24 * HOUR_MS,
  "7d": 7 * 24 * HOUR_MS,
  "30d": 30 * 24 * HOUR_MS,
  all: Number.POSITIVE_INFINITY,
};

/** What a filter leaves of all that is recorded by now. */
export async function matching(db: Queryable, filter: ExportFilter): Promise<Matching> {
  const [now, found] = await Promise.all([
    databaseNow(db),
    filter.id === undefined || filter.id === "" ? null : findId(db, filter.id),
  ]);
  if (found?.kind === "nothing") return { now, page: async () => pageOf([]) };
  if (found?.kind === "fact") {
    const event = await readEvent(db, found.factId);
    return { now, page: async () => pageOf(event ? [event] : []) };
  }
  const { from, to, types, category } = filter;
  const search = {
    from: from ?? new Date(Math.max(0, now.getTime() - RANGE_MS[filter.range])).toISOString(),
    to: to === undefined || to > now.toISOString() ? now.toISOString() : to,
    ...(types !== undefined && types.length > 0 && { types }),
    ...(category !== undefined && { categories: [category] }),
    ...(found?.kind === "correlation" && { correlationId: found.correlationId }),
    ...(found?.kind === "record" && { entityId: found.entityId }),
  };
  return { now, page: (limit, cursor) => searchEvents(db, { ...search, limit, ...(cursor && { cursor }) }) };
}

function pageOf(events: LogPage["events"]): LogPage {
  return { events, next: undefined };
}

async function databaseNow(db: Queryable): Promise<Date> {
  const [row] = await db.query<{ now: Date }>(
    sql`SELECT date_trunc('milliseconds', clock_timestamp()) AS now`,
  );
  if (!row) throw new Error("the database told no time");
  return row.now;
}
