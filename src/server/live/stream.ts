import "server-only";
import { TRPCError } from "@trpc/server";
import type { Database, Queryable } from "@/db/database";
import { processWide } from "@/db/process-wide";
import { connectLiveLog, tailFrontier, tailInPlace } from "@/domain-events/log/tail";
import { type TailCursor, type TailFact, visibleFrom } from "@/domain-events/log/tail-rows";
import { env } from "@/env";
import { openStreams } from "@/server/limits/in-flight";
import { untilEither } from "./endings";
import { type FactQueue, openFactQueue } from "./fact-queue";
import { isStillIn, type LiveReader } from "./standing";

export interface StreamOptions {
  /** Fires when the reader is gone or the stream has lasted long enough. */
  readonly signal: AbortSignal;
  /** Where the page was read that the stream follows: what was committed since then comes first. */
  readonly since?: TailCursor | undefined;
  /** Milliseconds between two looks at whether the reader may still listen. Default 5,000. */
  readonly recheckMs?: number;
}

export interface FactBatch {
  /** In the order of their commits, late ones included; empty when there was nothing for a while. */
  readonly facts: readonly TailFact[];
  /** True when more came than a stream holds: what is on screen has to be read again. */
  readonly hasMissed: boolean;
  /** A stream that goes on from here misses nothing; undefined as long as the tail has no place. */
  readonly cursor: TailCursor | undefined;
}

const RECHECK_MS = 5_000;
/** Facts that are told again after the page was read; past that the page is read anew. */
const BACKLOG_MAX = 2_000;

/**
 * The facts of the log for one reader, whatever they may see of them. Ends when the signal fires, when the process
 * stops and, within the time between two checks, when the session or the person's standing is over (S-7, S-8).
 * Throws `TOO_MANY_REQUESTS` for more streams of one account than its limit.
 */
export async function* factBatches(
  db: Queryable,
  reader: LiveReader,
  { signal, since, recheckMs = RECHECK_MS }: StreamOptions,
): AsyncGenerator<FactBatch, void> {
  const leave = openStreams().enter(reader.personId);
  if (!leave)
    throw new TRPCError({ code: "TOO_MANY_REQUESTS", message: "Too many open windows. Close one." });
  const ending = untilEither(signal);
  const queue = openFactQueue(ending.signal);
  try {
    if (since) yield await backlog(db, since, ending.signal);
    yield* untilOver(db, reader, { queue, ending: ending.signal, recheckMs });
  } finally {
    queue.close();
    ending.forget();
    leave();
  }
}

/** Read once the tail is in its place: what commits later is in the queue, so that nothing falls between the two. */
async function backlog(db: Queryable, since: TailCursor, ending: AbortSignal): Promise<FactBatch> {
  await tailInPlace(ending);
  const cursor = tailFrontier();
  if (ending.aborted) return { facts: [], hasMissed: false, cursor };
  const facts = await visibleFrom(db, since, BACKLOG_MAX + 1);
  return { facts: facts.slice(0, BACKLOG_MAX), hasMissed: facts.length > BACKLOG_MAX, cursor };
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
): AsyncGenerator<FactBatch, void> {
  let checkedAt = Date.now();
  for (;;) {
    // Taken before the facts: everything in front of it is among them or among those before.
    const cursor = tailFrontier();
    const facts = await queue.take(recheckMs);
    if (ending.aborted) return;
    if (Date.now() - checkedAt >= recheckMs) {
      if (!(await isStillIn(db, reader))) return;
      checkedAt = Date.now();
    }
    yield { facts, hasMissed: queue.hasOverflowed(), cursor };
  }
}

/** Connects this process's live tail to the log, once. Where no dispatcher runs, it listens for the others itself. */
export function connectLiveTail(database: Database): void {
  processWide("live-tail", () => {
    const { worker, database: address } = env();
    connectLiveLog(database, worker === "inline" ? {} : { listenUrl: address.directUrl });
    return true;
  });
}
