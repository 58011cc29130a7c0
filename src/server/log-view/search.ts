import "server-only";
import type { Queryable } from "@/db/database";
import { type LogCursor, type LoggedEvent, readEvent, searchEvents } from "@/domain-events/log/read";
import { type FoundId, findId } from "./find-id";
import { type HandlerState, handlerStates } from "./handlers";
import type { LogRange, SearchInput } from "./inputs";
import { type LogLine, namesOf, toLine } from "./lines";

export interface LogSearchAnswer {
  /** Newest first. */
  readonly lines: readonly (LogLine & {
    readonly handlers: readonly Pick<HandlerState, "handler" | "state">[];
  })[];
  readonly next: LogCursor | null;
  /** The time that was searched, ISO 8601; `to` is null when it is open. */
  readonly searched: { readonly from: string; readonly to: string | null };
  /** What the id of the filter named; null without one. */
  readonly found: FoundId["kind"] | null;
}

const HOUR_MS = 3_600_000;
const RANGE_MS: Readonly<Record<Exclude<LogRange, "all">, number>> = {
  "1h": HOUR_MS,
  "24h": 24 * HOUR_MS,
  "7d": 7 * 24 * HOUR_MS,
  "30d": 30 * 24 * HOUR_MS,
};
const BEGINNING = "1970-01-01T00:00:00.000Z";

/** A page of the log; at most five statements, however much it holds. */
export async function searchLog(db: Queryable, input: SearchInput, nowMs: number): Promise<LogSearchAnswer> {
  const found = input.id === undefined || input.id === "" ? null : await findId(db, input.id);
  const from = input.from ?? startOf(input.range, nowMs);
  const { events, next } = await eventsOf(db, input, found, from);
  const [names, handlers] = await Promise.all([namesOf(db, events), handlerStates(db, events.map(factId))]);
  const now = new Date(nowMs).toISOString();
  return {
    lines: events.map((event) => ({
      ...toLine(event, names, now),
      handlers: (handlers.get(factId(event)) ?? []).map(({ handler, state }) => ({ handler, state })),
    })),
    next: next ?? null,
    searched: { from, to: input.to ?? null },
    found: found?.kind ?? null,
  };
}

function startOf(range: LogRange, nowMs: number): string {
  return range === "all" ? BEGINNING : new Date(nowMs - RANGE_MS[range]).toISOString();
}

function factId({ read }: LoggedEvent): string {
  return read.known ? read.event.id : read.raw.id;
}

/** A fact's own id finds it whatever the other filters say: somebody is holding it in their hand. */
async function eventsOf(db: Queryable, input: SearchInput, found: FoundId | null, from: string) {
  if (found?.kind === "nothing") return { events: [], next: undefined };
  if (found?.kind === "fact") {
    const event = await readEvent(db, found.factId);
    return { events: event ? [event] : [], next: undefined };
  }
  return searchEvents(db, {
    from,
    limit: input.limit,
    ...(input.to !== undefined && { to: input.to }),
    ...(input.types !== undefined && input.types.length > 0 && { types: input.types }),
    ...(input.category !== undefined && { categories: [input.category] }),
    ...(input.cursor !== undefined && { cursor: input.cursor }),
    ...(found?.kind === "correlation" && { correlationId: found.correlationId }),
    ...(found?.kind === "record" && { entityId: found.entityId }),
  });
}
