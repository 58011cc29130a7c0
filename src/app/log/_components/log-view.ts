import type { Route } from "next";
import {
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import type { CATEGORIES as CatalogCategories } from "@/domain-events/catalog/catalog";
import type { SEARCHABLE_FIELDS as RegisteredFields } from "@/domain-events/catalog/searchable-fields";

/** Those of the catalog, which the page does not load: the type holds them to it. */
export const CATEGORIES: typeof CatalogCategories = [
  "booking",
  "event",
  "activity",
  "staff",
  "kit",
  "location",
  "directory",
  "system",
];

/** Those of the registry, which the page does not load either. */
export const FIELDS: typeof RegisteredFields = [
  "severity",
  "issueType",
  "impactLevel",
  "needsImmediate",
  "condition",
  "outcomes.metExpectations",
  "needsReapproval",
  "role",
  "activityType",
  "taskId",
  "recordType",
  "handler",
];

export const RANGES = ["1h", "24h", "7d", "30d", "all"] as const;

/** How far a handler is, as the filter says it. */
export const STATES = ["pending", "running", "retrying", "blocked", "dead", "skipped", "done"] as const;

/** What the address bar says about the log: filters, the way it is shown and the open entry (U-5, U-45). */
export const logParsers = {
  range: parseAsStringLiteral(RANGES).withDefault("24h"),
  /** Instants in UTC; they take the place of the range. */
  from: parseAsString.withDefault(""),
  to: parseAsString.withDefault(""),
  type: parseAsArrayOf(parseAsString).withDefault([]),
  category: parseAsStringLiteral(CATEGORIES),
  /** An id, a number or a part of a name. */
  id: parseAsString.withDefault(""),
  chain: parseAsString.withDefault(""),
  actor: parseAsString.withDefault(""),
  source: parseAsString.withDefault(""),
  /** A field of the payload, and what it holds. */
  field: parseAsStringLiteral(FIELDS),
  value: parseAsString.withDefault(""),
  state: parseAsStringLiteral(STATES),
  handler: parseAsString.withDefault(""),
  order: parseAsStringLiteral(["newest", "oldest"]).withDefault("newest"),
  view: parseAsStringLiteral(["list", "matrix"]).withDefault("list"),
  open: parseAsString.withDefault(""),
  /** The saved view that it began with. */
  saved: parseAsString.withDefault(""),
};

export type LogView = inferParserType<typeof logParsers>;

/** What "Clear filters" leads to: the time stays. */
export const NO_FILTERS: Partial<LogView> = {
  type: [],
  category: null,
  id: "",
  chain: "",
  actor: "",
  source: "",
  field: null,
  value: "",
  state: null,
  handler: "",
};

const serialize = createSerializer(logParsers);

/** True when anything but the time narrows the list. */
export function isNarrowed(view: LogView): boolean {
  const shown = { order: null, view: null, open: null, saved: null };
  return serialize({ ...view, ...shown }) !== serialize({ ...view, ...NO_FILTERS, ...shown });
}

/** The filters alone, as a saved view keeps them: the address behind the question mark. */
export function queryOf(view: LogView): string {
  return serialize({ ...view, open: null, saved: null }).replace(/^\?/, "");
}

/** The view as the log's procedures take it. What an address got wrong is left out. */
export function filterOf(view: LogView) {
  const { range, category, field, state } = view;
  const value = view.value.trim().slice(0, 300);
  const types = view.type.filter((type) => /^[A-Z_]{1,100}$/.test(type)).slice(0, 100);
  return {
    range,
    ...(isInstant(view.from) && { from: view.from }),
    ...(isInstant(view.to) && { to: view.to }),
    ...(types.length > 0 && { types }),
    ...(category !== null && { category }),
    ...(view.id !== "" && { id: view.id.slice(0, 128) }),
    ...(view.chain !== "" && { correlationId: view.chain.slice(0, 128) }),
    ...(view.actor !== "" && { actor: view.actor.slice(0, 128) }),
    ...(view.source !== "" && { source: view.source.slice(0, 100) }),
    ...(field !== null && value !== "" && { field: { name: field, value } }),
    ...(state !== null && { state, ...(view.handler !== "" && { handler: view.handler.slice(0, 60) }) }),
  };
}

export type LogFilterInput = ReturnType<typeof filterOf>;

/** Entries per page of the list. */
export const PAGE_SIZE = 50;

/** The same as the first page of the list asks for it, on the server as in the browser. */
export function searchOf(view: LogView) {
  return { ...filterOf(view), order: view.order, limit: PAGE_SIZE };
}

/** True for an instant that both ends read alike. */
export function isInstant(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** The address of the log with some of its view changed. */
export function logHref(view: LogView, change: Partial<LogView>): Route {
  return `/log${serialize({ ...view, ...change })}` as Route;
}
