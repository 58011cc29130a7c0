import type { Fact } from "@/domain-events/catalog/fact";

/** A place in the order of a replay. */
export interface ReplayCursor {
  /** ISO 8601 UTC with milliseconds. */
  readonly recordedAt: string;
  /** A whole number as text. */
  readonly position: string;
}

/** A fact that is to be handed to the handler once more, with the number of that run. */
export interface ReplayedFact extends ReplayCursor {
  readonly factId: string;
  readonly orderKey: string;
  readonly run: number;
  readonly type: string;
  readonly category: string;
  /** `YYYY-MM-DD`. */
  readonly expiresOn: string;
}

/** One step of a replay. */
export interface ReplayState {
  readonly isKnown: boolean;
  readonly facts: readonly ReplayedFact[];
  /** Where the next step begins; null when the range is through. */
  readonly next: ReplayCursor | null;
  /** Replayed deliveries of the handler that are open, at most one more than may be. */
  readonly waiting: number;
  readonly queued: number;
}

export const NO_REPLAY: ReplayState = { isKnown: false, facts: [], next: null, waiting: 0, queued: 0 };

export function evolve(state: ReplayState, fact: Fact): ReplayState {
  if (fact.type !== "LOG_REPLAYED") return state;
  const { count } = fact.payload;
  return { ...state, queued: count, waiting: state.waiting + count };
}
