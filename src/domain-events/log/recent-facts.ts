import { processWide } from "@/db/process-wide";
import type { DomainEvent } from "@/domain-events/catalog/catalog";

/** Facts kept at most: about 2 MB of the usual ones, 64 MB of the largest. What is missing is read from the log. */
const KEPT_MAX = 1_000;

/** A fact as it was appended, and how many causes stand above it. */
export interface RecentFact {
  readonly event: DomainEvent;
  readonly depth: number;
}

function recent(): Map<string, RecentFact> {
  return processWide("recent-facts", () => new Map<string, RecentFact>());
}

/**
 * Keeps what this process has just appended, so that its own dispatcher need not read it again. A fact whose
 * transaction is rolled back is kept as well and never asked for: nothing of it was written that could be claimed.
 */
export function rememberFact(event: DomainEvent, depth: number): void {
  const facts = recent();
  facts.set(event.id, { event, depth });
  if (facts.size <= KEPT_MAX) return;
  const [oldest] = facts.keys();
  if (oldest !== undefined) facts.delete(oldest);
}

/** The fact as this process appended it; undefined when another did, or when it is too long ago. */
export function recentFact(id: string): RecentFact | undefined {
  return recent().get(id);
}
