import "server-only";
import type { Queryable } from "@/db/database";
import { type Category, categoryOf, isEventType } from "@/domain-events/catalog/catalog";
import type { TailFact } from "@/domain-events/log/tail-rows";
import { visibleTo } from "./audience";
import type { LiveReader } from "./standing";
import { factBatches, type StreamOptions } from "./stream";

/** What a stream says: which records moved, never what they hold. */
export type LiveMessage =
  | {
      readonly kind: "fact";
      /** The fact's place in the log, a whole number as text. */
      readonly position: string;
      readonly type: string;
      /** Null for a type that this release does not know. */
      readonly category: Category | null;
      /** How many facts of this type and chain it stands for. */
      readonly count: number;
      /** The chain it belongs to: the booking's id for all that hangs on a booking. */
      readonly correlationId: string;
      /** Kinds of the records it names, each once. */
      readonly kinds: readonly string[];
    }
  /** Something happened somewhere: messages to this person may follow from it. */
  | { readonly kind: "notifications"; readonly position: string }
  /** Something was missed: everything on screen may have changed. */
  | { readonly kind: "resync"; readonly position: string };

/**
 * What happens from now on, as far as this reader may know of it: since the page was read, where the stream is told
 * that, and everything after. After a break (`lastEventId`) it begins with a resync.
 */
export async function* liveChanges(
  db: Queryable,
  reader: LiveReader,
  { lastEventId, ...options }: StreamOptions & { readonly lastEventId?: string | undefined },
): AsyncGenerator<LiveMessage, void> {
  const since = lastEventId === undefined ? options.since : undefined;
  if (lastEventId !== undefined) yield { kind: "resync", position: lastEventId };
  for await (const { facts, hasMissed } of factBatches(db, reader, { ...options, since })) {
    const last = facts.at(-1);
    if (!last) continue;
    if (hasMissed) yield { kind: "resync", position: last.position };
    yield* messagesOf(await visibleTo(db, reader, facts));
    yield { kind: "notifications", position: last.position };
  }
}

/** One message per type and chain: a burst about one booking is one reason to look again. */
function messagesOf(facts: readonly TailFact[]): readonly LiveMessage[] {
  const byReason = new Map<string, LiveMessage & { readonly kind: "fact" }>();
  for (const { position, type, correlationId, entityIds } of facts) {
    const reason = `${type} ${correlationId}`;
    const before = byReason.get(reason);
    const kinds = entityIds.map((entity) => entity.slice(0, entity.indexOf(":")));
    byReason.set(reason, {
      kind: "fact",
      position,
      type,
      category: isEventType(type) ? categoryOf(type) : null,
      count: (before?.count ?? 0) + 1,
      correlationId,
      kinds: [...new Set([...(before?.kinds ?? []), ...kinds])],
    });
  }
  return [...byReason.values()];
}
