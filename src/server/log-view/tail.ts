import "server-only";
import type { Queryable } from "@/db/database";
import type { LogCursor } from "@/domain-events/log/log-filter";
import { pickPlaces } from "@/domain-events/log/search";
import { formatTailCursor, type TailFact } from "@/domain-events/log/tail-rows";
import { toTailCursor } from "@/server/live/live-cursor";
import type { LiveReader } from "@/server/live/standing";
import { factBatches } from "@/server/live/stream";
import { filterOf } from "./filter";
import type { TailInput } from "./inputs";
import { foundBy } from "./search";

/** Places in the list, never what stands there. */
export interface TailMessage {
  /** Goes on from here without missing anything. */
  readonly cursor: string;
  /** Entries that the filter leaves, each with its place in the list: a late one belongs further down. */
  readonly entries: readonly (LogCursor & { readonly id: string })[];
  /** True when more came than can be told: the list has to be read again. */
  readonly hasMissed: boolean;
}

const BATCH = 200;

/**
 * Tells of every entry that the filter leaves, from the place where the list was read: also of those that commit
 * late. An entry may be told twice after a break; the list merges by id. What handlers do is not followed, so a
 * filter by their state is left aside here.
 */
export async function* logTail(
  db: Queryable,
  reader: LiveReader,
  input: TailInput,
  { signal, nowMs }: { readonly signal: AbortSignal; readonly nowMs: number },
): AsyncGenerator<TailMessage, void> {
  const filter = filterOf(input, await foundBy(db, input), nowMs);
  const since = toTailCursor(input.lastEventId ?? input.since);
  for await (const { facts, hasMissed, cursor } of factBatches(db, reader, { signal, since })) {
    const entries = filter === null ? [] : await placesOf(db, filter, facts);
    if (!cursor || (facts.length === 0 && !hasMissed)) continue;
    yield { cursor: formatTailCursor(cursor), entries, hasMissed };
  }
}

async function placesOf(
  db: Queryable,
  filter: NonNullable<ReturnType<typeof filterOf>>,
  facts: readonly TailFact[],
): Promise<TailMessage["entries"]> {
  const { delivery: _, ...onFact } = filter;
  const places: TailMessage["entries"][number][] = [];
  for (let start = 0; start < facts.length; start += BATCH) {
    const ids = facts.slice(start, start + BATCH).map(({ id }) => id);
    places.push(...(await pickPlaces(db, onFact, ids)));
  }
  return places;
}
