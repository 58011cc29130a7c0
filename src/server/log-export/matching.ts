import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { readEvent } from "@/domain-events/log/read";
import { type LogPage, searchEvents } from "@/domain-events/log/search";
import { filterOf } from "@/server/log-view/filter";
import { foundBy } from "@/server/log-view/search";
import type { ExportFilter } from "./inputs";

/** Everything that a filter leaves, as `log.search` understands it. */
export interface Matching {
  /** What was recorded afterwards does not belong to it, however long the reading takes. */
  readonly now: Date;
  /** Newest first, by (recorded at, position): stable while facts are added. */
  page(limit: number, cursor: LogPage["next"]): Promise<LogPage>;
}

/** What a filter leaves of all that is recorded by now. */
export async function matching(db: Queryable, filter: ExportFilter): Promise<Matching> {
  const [now, found] = await Promise.all([databaseNow(db), foundBy(db, filter)]);
  if (found?.kind === "fact") {
    const event = await readEvent(db, found.factId);
    return { now, page: async () => pageOf(event ? [event] : []) };
  }
  const search = filterOf(filter, found, now.getTime());
  if (search === null) return { now, page: async () => pageOf([]) };
  const end = now.toISOString();
  const to = search.to > end ? end : search.to;
  return {
    now,
    page: (limit, cursor) => searchEvents(db, { ...search, to, limit, ...(cursor && { cursor }) }),
  };
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
