import "server-only";
import type { Subject } from "@/commands/decider";
import type { DeliveryCommand, HandlerCommand, ReplayCommand, ViewCommand } from "./commands";
import { decideReplay } from "./decide/replay";
import { decideDeliveries } from "./decide/settle-deliveries";
import { decideHandler } from "./decide/switch-handler";
import { decideView } from "./decide/view-personal-data";
import { type CountUpTo, type DeliveriesState, evolve as evolveDeliveries } from "./deliveries";
import { evolve as evolveHandler, type HandlerState } from "./handlers";
import type { ViewState } from "./personal-data";
import { operationsPolicy } from "./policy";
import { evolve as evolveReplay, type ReplayCursor, type ReplayState } from "./replays";
import * as deliveryStore from "./store/deliveries";
import * as handlerStore from "./store/handlers";
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
