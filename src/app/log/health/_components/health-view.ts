import type { Route } from "next";
import { createSerializer, type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs/server";

const ranges = ["1h", "24h", "7d", "30d"] as const;

/** What the address bar says about the health page. */
export const healthParsers = {
  range: parseAsStringLiteral(ranges).withDefault("1h"),
  /** One handler alone; empty for all. */
  handler: parseAsString.withDefault(""),
};

export type HealthView = inferParserType<typeof healthParsers>;

const labels: Readonly<Record<HealthView["range"], string>> = {
  "1h": "Last hour",
  "24h": "Last 24 hours",
  "7d": "Last 7 days",
  "30d": "Last 30 days",
};

export const rangeOptions = ranges.map((value) => ({ value, label: labels[value] }));

/** How often the page asks again: the points of a longer range change less often. */
export const refreshMs: Readonly<Record<HealthView["range"], number>> = {
  "1h": 5_000,
  "24h": 10_000,
  "7d": 30_000,
  "30d": 30_000,
};

const serialize = createSerializer(healthParsers);

/** The address of the health page with some of its view changed. */
export function healthHref(view: HealthView, change: Partial<HealthView>): Route {
  return `/log/health${serialize({ ...view, ...change })}` as Route;
}
