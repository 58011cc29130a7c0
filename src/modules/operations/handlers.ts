import type { Fact } from "@/domain-events/catalog/fact";

/** What pausing and resuming is about. */
export interface HandlerState {
  readonly isKnown: boolean;
  /** ISO 8601 UTC; null while it runs. */
  readonly pausedAt: string | null;
  /** Open deliveries. */
  readonly waiting: number;
}

export const NO_HANDLER: HandlerState = { isKnown: false, pausedAt: null, waiting: 0 };

export function evolve(state: HandlerState, fact: Fact): HandlerState {
  switch (fact.type) {
    case "LOG_HANDLER_PAUSED":
      return { ...state, pausedAt: fact.payload.pausedAt };
    case "LOG_HANDLER_RESUMED":
      return { ...state, pausedAt: null };
    default:
      return state;
  }
}
