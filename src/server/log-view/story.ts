import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { readCorrelation } from "@/domain-events/log/read";
import { type ExpiredEntries, expiredEntries } from "@/modules/bookings/queries/timeline-expired";
import type { StoryInput } from "./inputs";
import { type ListedLine, listed } from "./search";

export interface LogStory {
  /** Oldest first. */
  readonly lines: readonly ListedLine[];
  /** True when the chain has earlier entries than these. */
  readonly hasEarlier: boolean;
  /** What the chain is called, `BK-1042`; null where it has no name. */
  readonly name: string | null;
  /** What of the chain is no longer in the log, newest first. */
  readonly expired: readonly ExpiredEntries[];
}

/** The entries of one chain with what their handlers made of them; seven statements. */
export async function logStory(
  db: Queryable,
  { correlationId, limit }: StoryInput,
  nowMs: number,
): Promise<LogStory> {
  const [events, expired] = await Promise.all([
    readCorrelation(db, correlationId, { limit: limit + 1 }),
    expiredEntries(db, correlationId, { counted: sql`true` }),
  ]);
  const lines = await listed(db, events.slice(0, limit), nowMs);
  return {
    lines: [...lines].reverse(),
    hasEarlier: events.length > limit,
    name: lines[0]?.bookingNumber ?? null,
    expired,
  };
}
