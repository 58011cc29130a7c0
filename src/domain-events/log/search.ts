import type { QueryResultRow } from "pg";
import type { Queryable } from "@/db/database";
import { plannedAnew, type Sql, sql } from "@/db/sql";
import type { LogCursor, LogFilter, LogSearch } from "./log-filter";
import { type LoggedEvent, loggedColumns, loggedEvent, type LogRow } from "./logged-event";
import { conditionsOf } from "./search-conditions";
import { searchStatement } from "./search-statements";
import { isOneStep, stepsOf } from "./search-steps";

export interface LogPage {
  /** In the order asked for. */
  readonly events: readonly LoggedEvent[];
  /** Undefined on the last page. */
  readonly next: LogCursor | undefined;
}

/**
 * Facts in a time range, newest or oldest first, paged by (recorded at, position): stable while facts are added. One
 * statement for a filter that an index keeps in order, at most seven for the others.
 */
export async function searchEvents(db: Queryable, search: LogSearch): Promise<LogPage> {
  const rows = await foundFacts<LogRow>(db, loggedColumns, { ...search, limit: search.limit + 1 });
  const page = rows.slice(0, search.limit);
  const last = rows.length > search.limit ? page.at(-1) : undefined;
  return {
    events: page.map(loggedEvent),
    next: last && { recordedAt: last.recorded_at.toISOString(), position: last.position },
  };
}

/** How many facts the filter leaves, but never more than `max`: it stops counting there. */
export async function countEvents(db: Queryable, filter: LogFilter, max: number): Promise<number> {
  const rows = await foundFacts<{ one: number }>(db, sql`1 AS one`, { ...filter, limit: max });
  return rows.length;
}

async function foundFacts<Row extends QueryResultRow>(
  db: Queryable,
  selected: Sql,
  search: LogSearch,
): Promise<readonly Row[]> {
  const found: Row[] = [];
  for (const step of stepsOf(await fromFirstFact(db, search))) {
    const limit = search.limit - found.length;
    found.push(...(await db.query<Row>(plannedAnew(searchStatement(selected, { ...step, limit })))));
    if (found.length >= search.limit) break;
  }
  return found;
}

/** Steps forward in time would be wasted on the years before the first fact. */
async function fromFirstFact(db: Queryable, search: LogSearch): Promise<LogSearch> {
  if (search.order !== "oldest" || search.cursor !== undefined || isOneStep(search)) return search;
  const { from, to, categories } = search;
  const first = searchStatement(sql`l.recorded_at`, {
    from,
    to,
    ...(categories && { categories }),
    order: "oldest",
    limit: 1,
  });
  const [row] = await db.query<{ recorded_at: Date }>(plannedAnew(first));
  return row ? { ...search, from: row.recorded_at.toISOString() } : search;
}

/** Which handlers did what to a fact is not asked where the facts are given. */
type FactFilter = Omit<LogFilter, "delivery">;

/** These facts, as far as the filter leaves them, newest first. */
export async function pickEvents(
  db: Queryable,
  filter: FactFilter,
  ids: readonly string[],
): Promise<readonly LoggedEvent[]> {
  const rows = await db.query<LogRow>(pickStatement(loggedColumns, filter, ids));
  return rows.map(loggedEvent);
}

/** The places of these facts in the list, as far as the filter leaves them, newest first. */
export async function pickPlaces(
  db: Queryable,
  filter: FactFilter,
  ids: readonly string[],
): Promise<readonly (LogCursor & { readonly id: string })[]> {
  const columns = sql`l.id, l.recorded_at, l.position`;
  const rows = await db.query<Pick<LogRow, "id" | "recorded_at" | "position">>(
    pickStatement(columns, filter, ids),
  );
  return rows.map((row) => ({
    id: row.id,
    recordedAt: row.recorded_at.toISOString(),
    position: row.position,
  }));
}

function pickStatement(selected: Sql, filter: FactFilter, ids: readonly string[]): Sql {
  return plannedAnew(sql`
    SELECT ${selected} FROM event_identity i
    CROSS JOIN LATERAL (
      SELECT * FROM event_log e
      WHERE e.id = i.id AND e.recorded_at = i.recorded_at AND e.category = i.category LIMIT 1) AS l
    WHERE i.id = ANY (${ids}::uuid[]) AND ${conditionsOf(filter)}
    ORDER BY l.recorded_at DESC, l.position DESC`);
}
