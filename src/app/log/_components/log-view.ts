import type { Route } from "next";
import { createSerializer, type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs/server";

/** What the address bar says about the log: filters, page and open entry (U-45). */
export const logParsers = {
  range: parseAsStringLiteral(["1h", "24h", "7d", "30d", "all"]).withDefault("24h"),
  /** A type, or `category:` and its name. */
  type: parseAsString.withDefault(""),
  id: parseAsString.withDefault(""),
  /** Where the page begins: `<recorded at>_<position>`; empty for the newest. */
  before: parseAsString.withDefault(""),
  open: parseAsString.withDefault(""),
};

export type LogView = inferParserType<typeof logParsers>;

export const RANGE_LABELS: Readonly<Record<LogView["range"], string>> = {
  "1h": "Last hour",
  "24h": "Last 24 hours",
  "7d": "Last 7 days",
  "30d": "Last 30 days",
  all: "All that is kept",
};

const CATEGORY = /^category:([a-z]+)$/;

/** The categories of the catalog, for the address; the server checks it once more. */
const CATEGORIES = [
  "booking",
  "event",
  "activity",
  "staff",
  "kit",
  "location",
  "directory",
  "system",
] as const;

/** The view as `log.search` takes it. What an address got wrong is left out. */
export function searchOf({ range, type, id, before }: LogView) {
  const named = CATEGORY.exec(type)?.[1];
  const category = CATEGORIES.find((known) => known === named);
  const [recordedAt, position] = before.split("_");
  return {
    range,
    ...(category !== undefined && { category }),
    ...(/^[A-Z_]+$/.test(type) && { types: [type] }),
    ...(id !== "" && { id: id.slice(0, 128) }),
    ...(isInstant(recordedAt) && isPosition(position) && { cursor: { recordedAt, position } }),
  };
}

function isInstant(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text);
}

function isPosition(text: string | undefined): text is string {
  return text !== undefined && /^\d{1,18}$/.test(text);
}

const serialize = createSerializer(logParsers);

/** The address of the log with some of its view changed. */
export function logHref(view: LogView, change: Partial<LogView>): Route {
  return `/log${serialize({ ...view, ...change })}` as Route;
}
