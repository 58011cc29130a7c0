import { and, type Sql, sql } from "@/db/sql";
import type { LogSearch } from "./log-filter";
import { hasReceipt, isByReceipt } from "./search-deliveries";
import { hasValue } from "./search-fields";
import { inTime } from "./search-time";

/** The conditions on the facts themselves (alias `l`), one per filter that is set. */
export function conditionsOf(search: Omit<LogSearch, "limit">): Sql {
  return [...inTime(search, sql`l.recorded_at`, sql`l.position`), ...onFact(search)].reduce(and);
}

function onFact(search: Omit<LogSearch, "limit">): readonly Sql[] {
  const { types, categories, correlationId, entityIds, actorId, source, field, delivery } = search;
  return [
    ...(categories === undefined ? [] : [sql`l.category = ANY (${categories}::text[])`]),
    ...(types === undefined ? [] : [ofTypes(types)]),
    ...(correlationId === undefined ? [] : [sql`l.correlation_id = ${correlationId}`]),
    ...(entityIds === undefined ? [] : [sql`l.entity_ids && ${entityIds}::text[]`]),
    ...(actorId === undefined ? [] : [sql`l.actor_id = ${actorId}`]),
    ...(source === undefined ? [] : [sql`l.source = ${source}`]),
    ...(field === undefined ? [] : [hasValue(field)]),
    ...(delivery !== undefined && isByReceipt(delivery) ? [hasReceipt(delivery)] : []),
  ];
}

/** One type is an equality, which an index can follow in the order of time. */
function ofTypes(types: readonly string[]): Sql {
  const [only] = types;
  return types.length === 1 ? sql`l.type = ${only}` : sql`l.type = ANY (${types}::text[])`;
}
