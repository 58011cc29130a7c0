import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { LogCursor } from "@/domain-events/log/log-filter";
import type { LoggedEvent } from "@/domain-events/log/logged-event";
import { readEvent } from "@/domain-events/log/read";
import { pickEvents, searchEvents } from "@/domain-events/log/search";
import { liveCursorNow } from "@/server/live/live-cursor";
import { isUuid } from "@/values/ids";
import { type HandlerCell, handlerCells } from "./cells";
import { countFound, type LogTotal } from "./count";
import { filterOf, timeOf } from "./filter";
import { type Found, findWords } from "./find-id";
import type { FilterInput, LinesInput, SearchInput } from "./inputs";
import { envelopeOf, type LogLine, namesOf, toLine } from "./lines";

export interface ListedLine extends LogLine {
  readonly handlers: readonly HandlerCell[];
  /** The zone of the booking it belongs to; null where it belongs to none. */
  readonly timeZone: string | null;
}

export interface LogSearchAnswer {
  /** Every handler there is, a column each. */
  readonly handlers: readonly string[];
  /** In the order asked for. */
  readonly lines: readonly ListedLine[];
  readonly next: LogCursor | null;
  /** The time that was searched, ISO 8601; `to` is null when it is open. */
  readonly searched: { readonly from: string; readonly to: string | null };
  /** What the words of the filter named; null without any. */
  readonly found: FoundWords | null;
  /** Entries that the filter leaves. Null behind the first page. */
  readonly total: LogTotal | null;
  /** For `log.tail`: where the list was read. */
  readonly tailFrom: string;
}

export interface FoundWords {
  readonly kind: Found["kind"];
  /** The records whose names hold the words. */
  readonly names: readonly string[];
}

/** A page of the log. How many statements it takes depends on the filter only, never on how much the log holds. */
export async function searchLog(db: Queryable, input: SearchInput, nowMs: number): Promise<LogSearchAnswer> {
  // Read first: a stream that goes on from here tells of everything that this page does not hold.
  const tailFrom = await liveCursorNow(db);
  const found = await foundBy(db, input);
  const [handlers, { events, next }, total] = await Promise.all([
    handlerNames(db),
    eventsOf(db, input, found, nowMs),
    (input.cursor ?? null) === null ? countOf(db, input, found, nowMs) : null,
  ]);
  return {
    handlers,
    lines: await listed(db, events, nowMs),
    next: next ?? null,
    searched: { from: timeOf(input, nowMs).from, to: input.to ?? null },
    found: found && { kind: found.kind, names: namesIn(found) },
    total,
    tailFrom,
  };
}

/** The lines of entries that a screen knows by id, as far as its filter leaves them; handlers are not asked. */
export async function linesById(
  db: Queryable,
  input: LinesInput,
  nowMs: number,
): Promise<readonly ListedLine[]> {
  const filter = filterOf(input, await foundBy(db, input), nowMs);
  if (filter === null) return [];
  const { delivery: _, ...onFact } = filter;
  return listed(db, await pickEvents(db, onFact, input.ids), nowMs);
}

export async function foundBy(db: Queryable, { id }: FilterInput): Promise<Found | null> {
  return id === undefined || id === "" ? null : findWords(db, id);
}

/** Entries as lines of a list, with what their handlers made of them; four statements. */
export async function listed(
  db: Queryable,
  events: readonly LoggedEvent[],
  nowMs: number,
): Promise<readonly ListedLine[]> {
  const [names, cells, zones] = await Promise.all([
    namesOf(db, events),
    handlerCells(db, events),
    bookingZones(db, events),
  ]);
  const now = new Date(nowMs).toISOString();
  return events.map((event) => ({
    ...toLine(event, names, now),
    handlers: cells.get(envelopeOf(event).id) ?? [],
    timeZone: zones.get(envelopeOf(event).correlationId) ?? null,
  }));
}

/** A fact's own id finds it whatever the other filters say: somebody is holding it in their hand. */
async function eventsOf(db: Queryable, input: SearchInput, found: Found | null, nowMs: number) {
  if (found?.kind === "fact") {
    const event = await readEvent(db, found.factId);
    return { events: event ? [event] : [], next: undefined };
  }
  const filter = filterOf(input, found, nowMs);
  if (filter === null) return { events: [], next: undefined };
  const { cursor, order, limit } = input;
  return searchEvents(db, {
    ...filter,
    order,
    limit,
    ...(cursor !== undefined && cursor !== null && { cursor }),
  });
}

async function countOf(db: Queryable, input: SearchInput, found: Found | null, nowMs: number) {
  if (found?.kind === "fact") return { count: 1, isMore: false, about: null };
  return countFound(db, filterOf(input, found, nowMs), nowMs);
}

function namesIn(found: Found): readonly string[] {
  return found.kind === "records" ? found.records.flatMap(({ name }) => (name === null ? [] : [name])) : [];
}

async function handlerNames(db: Queryable): Promise<readonly string[]> {
  const rows = await db.query<{ name: string }>(sql`SELECT name FROM event_handler ORDER BY name`);
  return rows.map(({ name }) => name);
}

async function bookingZones(
  db: Queryable,
  events: readonly LoggedEvent[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(events.map((event) => envelopeOf(event).correlationId))].filter(isUuid);
  const rows = await db.query<{ id: string; time_zone: string }>(sql`
    SELECT id, time_zone FROM booking WHERE id = ANY (${ids}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row.time_zone]));
}
