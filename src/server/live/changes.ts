import "server-only";
import { TRPCError } from "@trpc/server";
import type { Database, Queryable } from "@/db/database";
import { onProcessStop, processWide } from "@/db/process-wide";
import { type Category, categoryOf, isEventType } from "@/domain-events/catalog/catalog";
import { connectLiveLog } from "@/domain-events/log/tail";
import type { TailFact } from "@/domain-events/log/tail-rows";
import { env } from "@/env";
import { openStreams } from "@/server/limits/in-flight";
import { visibleTo } from "./audience";
import { type FactQueue, openFactQueue } from "./fact-queue";
import { isStillIn, type LiveReader } from "./standing";

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

export interface LiveOptions {
  /** Fires when the reader is gone or the stream has lasted long enough. */
  readonly signal: AbortSignal;
  /** Where an earlier stream ended. */
  readonly lastEventId?: string | undefined;
  /** Milliseconds between two looks at whether the reader may still listen. Default 5,000. */
  readonly recheckMs?: number;
}

const RECHECK_MS = 5_000;

/**
 * What happens from now on, as far as this reader may know of it. Ends when the signal fires, when the process
 * stops and, within the time between two checks, when the session or the person's standing is over (S-7, S-8).
 * Throws `TOO_MANY_REQUESTS` for more streams of one account than its limit.
 */
export async function* liveChanges(
  db: Queryable,
  reader: LiveReader,
  { signal, lastEventId, recheckMs = RECHECK_MS }: LiveOptions,
): AsyncGenerator<LiveMessage, void> {
  const leave = openStreams().enter(reader.personId);
  if (!leave)
    throw new TRPCError({ code: "TOO_MANY_REQUESTS", message: "Too many open windows. Close one." });
  const ending = untilEither(signal);
  const queue = openFactQueue(ending.signal);
  try {
    if (lastEventId !== undefined) yield { kind: "resync", position: lastEventId };
    yield* untilOver(db, reader, { queue, ending: ending.signal, recheckMs });
  } finally {
    queue.close();
    ending.forget();
    leave();
  }
}

interface Run {
  readonly queue: FactQueue;
  readonly ending: AbortSignal;
  readonly recheckMs: number;
}

async function* untilOver(
  db: Queryable,
  reader: LiveReader,
  { queue, ending, recheckMs }: Run,
): AsyncGenerator<LiveMessage, void> {
  let checkedAt = Date.now();
  let position = "0";
  for (;;) {
    const facts = await queue.take(recheckMs);
    if (ending.aborted) return;
    if (Date.now() - checkedAt >= recheckMs) {
      if (!(await isStillIn(db, reader))) return;
      checkedAt = Date.now();
    }
    position = facts.at(-1)?.position ?? position;
    if (queue.hasOverflowed()) yield { kind: "resync", position };
    if (facts.length === 0) continue;
    yield* messagesOf(await visibleTo(db, reader, facts));
    yield { kind: "notifications", position };
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

function openEndings(): Set<AbortController> {
  return processWide("live-endings", () => {
    const endings = new Set<AbortController>();
    // An open stream would hold the process for ever.
    onProcessStop("live-streams", "streams", () => {
      for (const ending of endings) ending.abort();
    });
    return endings;
  });
}

/** A signal that fires with the given one or when the process stops, whichever comes first. */
function untilEither(signal: AbortSignal): { readonly signal: AbortSignal; forget(): void } {
  const ending = new AbortController();
  const end = () => ending.abort();
  if (signal.aborted) end();
  signal.addEventListener("abort", end);
  openEndings().add(ending);
  return {
    signal: ending.signal,
    forget: () => {
      signal.removeEventListener("abort", end);
      openEndings().delete(ending);
    },
  };
}

/** Connects this process's live tail to the log, once. Where no dispatcher runs, it listens for the others itself. */
export function connectLiveTail(database: Database): void {
  processWide("live-tail", () => {
    const { worker, database: address } = env();
    connectLiveLog(database, worker === "inline" ? {} : { listenUrl: address.directUrl });
    return true;
  });
}
