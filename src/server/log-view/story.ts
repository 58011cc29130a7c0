import "server-only";
import type { Queryable } from "@/db/database";
import { readCorrelation } from "@/domain-events/log/read";
import type { StoryInput } from "./inputs";
import { type ListedLine, listed } from "./search";

export interface LogStory {
  /** Oldest first. */
  readonly lines: readonly ListedLine[];
  /** True when the chain has earlier entries than these. */
  readonly hasEarlier: boolean;
  /** What the chain is called, `BK-1042`; null where it has no name. */
  readonly name: string | null;
}

/** The entries of one chain with what their handlers made of them; six statements. */
export async function logStory(
  db: Queryable,
  { correlationId, limit }: StoryInput,
  nowMs: number,
): Promise<LogStory> {
  const events = await readCorrelation(db, correlationId, { limit: limit + 1 });
  const lines = await listed(db, events.slice(0, limit), nowMs);
  return {
    lines: [...lines].reverse(),
    hasEarlier: events.length > limit,
    name: lines[0]?.bookingNumber ?? null,
  };
}
