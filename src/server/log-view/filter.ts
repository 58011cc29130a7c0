import "server-only";
import type { LogFilter } from "@/domain-events/log/log-filter";
import type { Found } from "./find-id";
import type { FilterInput, LogRange } from "./inputs";

const HOUR_MS = 3_600_000;
const RANGE_MS: Readonly<Record<Exclude<LogRange, "all">, number>> = {
  "1h": HOUR_MS,
  "24h": 24 * HOUR_MS,
  "7d": 7 * 24 * HOUR_MS,
  "30d": 30 * 24 * HOUR_MS,
};
const BEGINNING = "1970-01-01T00:00:00.000Z";
/** An open end reaches past every clock of the system, but not into the leaves of months to come. */
const AHEAD_MS = HOUR_MS;

/**
 * What the search reads, from what was asked and what the words turned out to name; null when that is nothing, or
 * one fact, which is read by its id.
 */
export function filterOf(input: FilterInput, found: Found | null, nowMs: number): LogFilter | null {
  const { types, category, actor, source, field, state, handler } = input;
  if (found?.kind === "nothing" || found?.kind === "fact") return null;
  const correlationId = found?.kind === "correlation" ? found.correlationId : undefined;
  if (correlationId !== undefined && (input.correlationId ?? correlationId) !== correlationId) return null;
  const chain = correlationId ?? input.correlationId;
  return {
    ...timeOf(input, nowMs),
    ...(types !== undefined && types.length > 0 && { types }),
    ...(category !== undefined && { categories: [category] }),
    ...(actor !== undefined && { actorId: actor }),
    ...(source !== undefined && { source }),
    ...(field !== undefined && { field }),
    ...(state !== undefined && { delivery: { state, ...(handler !== undefined && { handler }) } }),
    ...(chain !== undefined && { correlationId: chain }),
    ...(found?.kind === "records" && { entityIds: found.records.map(({ entityId }) => entityId) }),
  };
}

/** The time that is searched, ISO 8601. */
export function timeOf(
  { range, from, to }: Pick<FilterInput, "range" | "from" | "to">,
  nowMs: number,
): { readonly from: string; readonly to: string } {
  const until = to ?? new Date(nowMs + AHEAD_MS).toISOString();
  if (from !== undefined) return { from, to: until };
  if (range === "all") return { from: BEGINNING, to: until };
  return { from: new Date(nowMs - RANGE_MS[range]).toISOString(), to: until };
}
