import type { Fact } from "@/domain-events/catalog/fact";

/** Names one row of the hot table; positions as text. */
export interface DeliveryKey {
  readonly orderKey: string;
  readonly position: string;
  readonly run: number;
}

/** An open delivery that nobody runs, locked for this command. */
export interface HeldDelivery extends DeliveryKey {
  readonly factId: string;
  /** True when it waits for a next try or has given up: there is something to retry. */
  readonly hasFailed: boolean;
}

/** How many more there are: exact up to a bound. */
export interface CountUpTo {
  readonly count: number;
  /** True when there are more than that. */
  readonly more: boolean;
}

/** What a retry or a skip is about. */
export interface DeliveriesState {
  /** False when there is no such fact, or no such handler. */
  readonly isKnown: boolean;
  readonly held: readonly HeldDelivery[];
  /** Matching ones beyond the bound of one command. */
  readonly left: CountUpTo;
  /** One delivery that somebody is running or changing at this moment. */
  readonly isBusy: boolean;
  /** How the one delivery ended, when it is not open any more; null where it never was. */
  readonly ended: string | null;
  /** Settled by this command. */
  readonly settled: number;
}

export const NOTHING_LEFT: CountUpTo = { count: 0, more: false };

export const NO_DELIVERIES: DeliveriesState = {
  isKnown: false,
  held: [],
  left: NOTHING_LEFT,
  isBusy: false,
  ended: null,
  settled: 0,
};

export function evolve(state: DeliveriesState, fact: Fact): DeliveriesState {
  switch (fact.type) {
    case "LOG_DELIVERIES_RETRIED":
      return { ...state, settled: fact.payload.count };
    case "LOG_DELIVERY_SKIPPED":
      return { ...state, settled: state.settled + 1 };
    default:
      return state;
  }
}
