import { type Sql, sql } from "@/db/sql";
import type { LogSearch } from "./log-filter";

/** The time range, and what lies behind the cursor. The bound on the time alone is what rules out whole leaves. */
export function inTime(
  { from, to, cursor }: Pick<LogSearch, "from" | "to" | "cursor">,
  at: Sql,
  position: Sql,
): readonly Sql[] {
  return [
    sql`${at} >= ${from}::timestamptz`,
    sql`${at} < ${to}::timestamptz`,
    ...(cursor === undefined
      ? []
      : [
          sql`${at} <= ${cursor.recordedAt}::timestamptz`,
          sql`(${at}, ${position}) < (${cursor.recordedAt}::timestamptz, ${cursor.position}::bigint)`,
        ]),
  ];
}
