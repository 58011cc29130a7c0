import { type Sql, sql } from "@/db/sql";
import type { LogSearch } from "./log-filter";
import { conditionsOf } from "./search-conditions";
import { factsByDelivery, isByReceipt } from "./search-deliveries";
import { inOrderOf } from "./search-order";
import { isInOrder } from "./search-steps";

/**
 * The statement for one step. A condition stands in the text only where its filter is set, so that each search is
 * planned for the index that serves it.
 */
export function searchStatement(selected: Sql, search: LogSearch): Sql {
  const { delivery } = search;
  if (delivery !== undefined && !isByReceipt(delivery)) {
    return factsByDelivery(selected, delivery, search, conditionsOf(search));
  }
  return isInOrder(search) ? inOrder(selected, search) : wholeStep(selected, search);
}

function inOrder(selected: Sql, search: LogSearch): Sql {
  return sql`
    SELECT ${selected} FROM event_log l
    WHERE ${conditionsOf(search)}
    ORDER BY ${inOrderOf(search, sql`l.recorded_at`, sql`l.position`)} LIMIT ${search.limit}::integer`;
}

/** All that the filter leaves of this stretch of time; the limit is kept from the planner, or it would walk instead. */
function wholeStep(selected: Sql, search: LogSearch): Sql {
  return sql`
    SELECT ${selected} FROM (SELECT * FROM event_log l WHERE ${conditionsOf(search)} OFFSET 0) AS l
    ORDER BY ${inOrderOf(search, sql`l.recorded_at`, sql`l.position`)} LIMIT ${search.limit}::integer`;
}
