import "server-only";
import type { Subject } from "@/commands/decider";
import type {
  DeliveryCommand,
  HandlerCommand,
  HoldCommand,
  ReplayCommand,
  TestCommand,
  ViewCommand,
} from "./commands";
import { decideHold } from "./decide/holds";
import { decideReplay } from "./decide/replay";
import { decideTest } from "./decide/send-test";
import { decideDeliveries } from "./decide/settle-deliveries";
import { decideHandler } from "./decide/switch-handler";
import { decideView } from "./decide/view-personal-data";
import { type CountUpTo, type DeliveriesState, evolve as evolveDeliveries } from "./deliveries";
import { evolve as evolveHandler, type HandlerState } from "./handlers";
import { evolve as evolveHold, type Hold, type HoldState } from "./holds";
import type { ViewState } from "./personal-data";
import { operationsPolicy } from "./policy";
import { evolve as evolveReplay, type ReplayCursor, type ReplayState } from "./replays";
import * as deliveryStore from "./store/deliveries";
import * as handlerStore from "./store/handlers";
import * as holdStore from "./store/holds";
import * as viewStore from "./store/personal-data";
import * as replayStore from "./store/replays";

/**
 * The subject of running the log itself. Its states have little in common, so each kind of act is bound on its
 * own; all carry the subject's name in their source. Facts about one fact are correlated by that fact's id, those
 * about a handler by its name (event-catalogue.md, Envelope).
 */
const common = { name: "operations", policy: operationsPolicy } as const;

export interface SettledAnswer {
  readonly count: number;
  /** What matched beyond the bound of one command. */
  readonly left: CountUpTo;
}

/** Retry and skip. */
export const deliveries: Subject<DeliveryCommand, DeliveriesState, undefined, SettledAnswer> = {
  ...common,
  recordName: "delivery",
  decide: decideDeliveries,
  evolve: evolveDeliveries,
  load: deliveryStore.load,
  save: deliveryStore.save,
  correlationId: (_state, { factId, handler }) => factId ?? handler,
  result: ({ settled, left }) => ({ count: settled, left }),
};

export interface HandlerAnswer {
  readonly handler: string;
  /** ISO 8601 UTC; null while it runs. */
  readonly pausedAt: string | null;
  /** Open deliveries. */
  readonly waiting: number;
}

/** Pause and resume. */
export const handlers: Subject<HandlerCommand, HandlerState, undefined, HandlerAnswer> = {
  ...common,
  recordName: "handler",
  decide: decideHandler,
  evolve: evolveHandler,
  load: handlerStore.load,
  save: handlerStore.save,
  correlationId: (_state, { handler }) => handler,
  result: ({ pausedAt, waiting }, { handler }) => ({ handler, pausedAt, waiting }),
};

export interface HoldAnswer {
  readonly bookingId: string;
  /** Null when nothing holds the booking's entries. */
  readonly hold: Hold | null;
}

/** Place and lift a legal hold; its facts belong to the booking's own story. */
export const holds: Subject<HoldCommand, HoldState, undefined, HoldAnswer> = {
  ...common,
  recordName: "booking",
  decide: decideHold,
  evolve: evolveHold,
  load: holdStore.load,
  save: holdStore.save,
  correlationId: (_state, { bookingId }) => bookingId,
  result: ({ hold }, { bookingId }) => ({ bookingId, hold }),
};

export interface ReplayAnswer {
  /** Facts that this step queued. */
  readonly count: number;
  /** Hand it in as `after` for the next step; null when the range is through. */
  readonly next: ReplayCursor | null;
  /** Replayed deliveries of the handler that are open now; a step queues nothing while they are too many. */
  readonly waiting: number;
}

/** One step of a replay. */
export const replays: Subject<ReplayCommand, ReplayState, undefined, ReplayAnswer> = {
  ...common,
  recordName: "handler",
  decide: decideReplay,
  evolve: evolveReplay,
  load: replayStore.load,
  save: replayStore.save,
  correlationId: (_state, { handler }) => handler,
  result: ({ queued, next, waiting }) => ({ count: queued, next, waiting }),
};

/** The chain of all test entries. */
const TEST_CHAIN = "log-test";

/** A test entry: a fact and nothing beside it. */
export const testEntries: Subject<TestCommand, { readonly isKnown: true }, undefined, { chain: string }> = {
  ...common,
  recordName: "log entry",
  decide: decideTest,
  evolve: (state) => state,
  load: async () => ({ state: { isKnown: true }, outside: undefined }),
  save: async () => undefined,
  correlationId: () => TEST_CHAIN,
  result: () => ({ chain: TEST_CHAIN }),
};

export interface ViewAnswer {
  /** Dotted paths of the fields that were looked at. The answer is kept with its key, so it holds no values. */
  readonly fields: readonly string[];
}

/** A look at personal fields. */
export const personalDataViews: Subject<ViewCommand, ViewState, undefined, ViewAnswer> = {
  ...common,
  recordName: "log entry",
  decide: decideView,
  evolve: (state) => state,
  load: viewStore.load,
  save: viewStore.save,
  correlationId: ({ factId, viewerId }) => factId ?? viewerId,
  result: ({ fields }) => ({ fields }),
};
