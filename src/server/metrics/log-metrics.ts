import "server-only";
import { Registry } from "prom-client";
import type { Figures } from "@/domain-events/monitoring/figures";
import type { LifetimeCounts } from "@/domain-events/monitoring/series";
import { putCounts } from "./count-metrics";
import { putState } from "./state-metrics";

/**
 * The log's figures as metrics (engine.md §8). They are of the whole installation: every process answers the same,
 * so a query takes one of them, `max by (…)`. A registry of its own for each scrape keeps two of them apart.
 */
export function logMetrics(counts: readonly LifetimeCounts[], figures: Figures): Registry {
  const registry = new Registry();
  putCounts(registry, counts);
  putState(registry, figures);
  return registry;
}
