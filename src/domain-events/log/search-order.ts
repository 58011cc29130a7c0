import { type Sql, sql } from "@/db/sql";
import type { LogSearch } from "./log-filter";

/** The order of a page by these two columns; both ways are walks along the same index. */
export function inOrderOf({ order }: Pick<LogSearch, "order">, at: Sql, position: Sql): Sql {
  return order === "oldest" ? sql`${at}, ${position}` : sql`${at} DESC, ${position} DESC`;
}
