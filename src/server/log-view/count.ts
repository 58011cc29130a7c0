import "server-only";
import type { Queryable } from "@/db/database";
import { categoryOf, eventTypes, isEventType } from "@/domain-events/catalog/catalog";
import type { LogFilter } from "@/domain-events/log/log-filter";
import { countEvents } from "@/domain-events/log/search";
import { estimateFacts } from "@/domain-events/monitoring/estimate";

/** How many entries a filter leaves. */
export interface LogTotal {
  /** Exact up to 1,000, where counting stops. */
  readonly count: number;
  readonly isMore: boolean;
  /** About how many, where there are more and the rollups can tell; null otherwise. */
  readonly about: number | null;
}

const COUNTED_MAX = 1_000;

/** Counts what the filter leaves; null leaves nothing. */
export async function countFound(db: Queryable, filter: LogFilter | null, nowMs: number): Promise<LogTotal> {
  const count = filter === null ? 0 : await countEvents(db, filter, COUNTED_MAX + 1);
  if (filter === null || count <= COUNTED_MAX) return { count, isMore: false, about: null };
  const about = await aboutHowMany(db, filter, nowMs);
  return { count: COUNTED_MAX, isMore: true, about: about !== null && about > COUNTED_MAX ? about : null };
}

/** Rollups know types and times, and nothing of records, people or deliveries. */
async function aboutHowMany(db: Queryable, filter: LogFilter, nowMs: number): Promise<number | null> {
  const { types, categories, from, to, ...others } = filter;
  if (Object.keys(others).length > 0) return null;
  const isNarrowed = types !== undefined || categories !== undefined;
  const counted = eventTypes.filter(
    (type) => types?.includes(type) !== false && categories?.includes(categoryOf(type)) !== false,
  );
  // A type of another release has no category to say how long it is kept.
  if (types?.some((type) => !isEventType(type)) === true) return null;
  return estimateFacts(db, { from, to, ...(isNarrowed && { types: counted }) }, nowMs);
}
