import "server-only";
import type { Registry } from "prom-client";
import { LATENCY_BOUNDS_MS } from "@/domain-events/monitoring/latency";
import type { LifetimeCounts } from "@/domain-events/monitoring/series";
import { counter } from "./put";
import { StoredHistogram } from "./stored-histogram";

/** What happened since the first fact: counters that only grow, and the latency of deliveries. */
export function putCounts(registry: Registry, counts: readonly LifetimeCounts[]): void {
  counters(registry, counts);
  latency(registry, counts);
}

function counters(registry: Registry, counts: readonly LifetimeCounts[]): void {
  const facts = counts.filter((one) => one.handler === "");
  const deliveries = counts.filter((one) => one.handler !== "");
  const of = (value: (one: LifetimeCounts) => number) =>
    deliveries.map((one) => ({ labels: { handler: one.handler, type: one.type }, value: value(one) }));
  const byType = ["handler", "type"];
  const named = (name: string, help: string) => ({ name: `muster_${name}_total`, help });
  counter(
    registry,
    named("events_appended", "Facts appended to the log."),
    ["type"],
    facts.map(({ type, appended }) => ({ labels: { type }, value: appended })),
  );
  counter(
    registry,
    named("deliveries_owed", "Deliveries owed for facts."),
    byType,
    of((one) => one.appended),
  );
  counter(
    registry,
    named("deliveries_done", "Deliveries whose effects were committed."),
    byType,
    of((one) => one.done),
  );
  counter(
    registry,
    named("delivery_failures", "Tries that failed and are repeated."),
    byType,
    of((one) => one.failed),
  );
  counter(
    registry,
    named("deliveries_retried", "Deliveries done after a failed try."),
    byType,
    of((one) => one.retried),
  );
  counter(
    registry,
    named("deliveries_parked", "Deliveries that gave up."),
    byType,
    of((one) => one.dead),
  );
}

function latency(registry: Registry, counts: readonly LifetimeCounts[]): void {
  const rows = counts
    .filter((one) => one.handler !== "")
    .map(({ handler, type, latency: classes, latencySumMs }) => ({
      labels: { handler, type },
      counts: classes,
      sum: latencySumMs / 1_000,
    }));
  const options = {
    name: "muster_delivery_latency_seconds",
    help: "From the record of a fact to the commit of a handler's effects; replays are left out.",
    labelNames: ["handler", "type"],
    bounds: LATENCY_BOUNDS_MS.map((bound) => bound / 1_000),
  };
  registry.registerMetric(new StoredHistogram(options, rows));
}
