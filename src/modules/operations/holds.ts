import type { Fact } from "@/domain-events/catalog/fact";

/** What keeps a booking's log entries past their time. */
export interface Hold {
  readonly id: string;
  readonly reason: string;
  readonly placedBy: string;
  /** ISO 8601 UTC. */
  readonly placedAt: string;
}

/** A booking as placing and lifting see it. */
export interface HoldState {
  /** False where there is no such booking. */
  readonly isKnown: boolean;
  readonly hold: Hold | null;
}

export const NO_BOOKING: HoldState = { isKnown: false, hold: null };

export function evolve(
  state: HoldState,
  fact: Fact,
  origin: { readonly context: { newId(): string } },
): HoldState {
  switch (fact.type) {
    case "LOG_HOLD_PLACED": {
      const { reason, placedBy, placedAt } = fact.payload;
      return { ...state, hold: { id: origin.context.newId(), reason, placedBy, placedAt } };
    }
    case "LOG_HOLD_LIFTED":
      return { ...state, hold: null };
    default:
      return state;
  }
}
