import type { Category } from "@/domain-events/catalog/catalog";
import type { FieldValue } from "@/domain-events/catalog/searchable-fields";

/** Where a page ended; the next one goes on behind it. */
export interface LogCursor {
  /** ISO 8601 with milliseconds. */
  readonly recordedAt: string;
  /** A whole number as text. */
  readonly position: string;
}

/** How far a handler is with a fact: as `event_processing` says it, and `blocked` for what waits behind an earlier one. */
export const DELIVERY_STATES = [
  "pending",
  "running",
  "retrying",
  "blocked",
  "dead",
  "skipped",
  "done",
] as const;

export type DeliveryStateName = (typeof DELIVERY_STATES)[number];

export interface DeliveryFilter {
  /** Any handler when left out. */
  readonly handler?: string;
  readonly state: DeliveryStateName;
}

/** What a search of the log asks for; a filter that is left out asks for nothing. */
export interface LogFilter {
  readonly types?: readonly string[];
  readonly categories?: readonly Category[];
  readonly correlationId?: string;
  /** `<kind>:<id>` of records that the payload names, any of them. */
  readonly entityIds?: readonly string[];
  readonly actorId?: string;
  readonly source?: string;
  /** A registered field of the payload and what it holds. */
  readonly field?: FieldValue;
  readonly delivery?: DeliveryFilter;
  /** ISO 8601, inclusive: every search is bounded in time. */
  readonly from: string;
  /** ISO 8601, exclusive; an hour ahead for an end that is open. */
  readonly to: string;
}

/** By (recorded at, position). */
export const LOG_ORDERS = ["newest", "oldest"] as const;

export type LogOrder = (typeof LOG_ORDERS)[number];

export interface LogSearch extends LogFilter {
  /** Which entry comes first; the newest when left out. */
  readonly order?: LogOrder;
  readonly cursor?: LogCursor;
  readonly limit: number;
}
