import { type Sql, sql } from "@/db/sql";
import type { LogCursor, LogSearch } from "./log-filter";

/** The time range, and what lies behind the cursor. The bound on the time alone is what rules out whole leaves. */
export function inTime(
  { from, to, cursor, order }: Pick<LogSearch, "from" | "to" | "cursor" | "order">,
  at: Sql,
  position: Sql,
): readonly Sql[] {
  return [
    sql`${at} >= ${from}::timestamptz`,
    sql`${at} < ${to}::timestamptz`,
    ...(cursor === undefined ? [] : behind(cursor, order, at, position)),
  ];
}

function behind(
  { recordedAt, position: last }: LogCursor,
  order: LogSearch["order"],
  at: Sql,
  position: Sql,
): readonly Sql[] {
  return order === "oldest"
    ? [
        sql`${at} >= ${recordedAt}::timestamptz`,
        sql`(${at}, ${position}) > (${recordedAt}::timestamptz, ${last}::bigint)`,
      ]
    : [
        sql`${at} <= ${recordedAt}::timestamptz`,
        sql`(${at}, ${position}) < (${recordedAt}::timestamptz, ${last}::bigint)`,
      ];
}
