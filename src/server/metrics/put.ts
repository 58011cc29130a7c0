import "server-only";
import { Counter, Gauge, type Registry } from "prom-client";

export interface Value {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface Named {
  readonly name: string;
  readonly help: string;
}

/** The labels are those of the values; without any value the metric is announced all the same. */
export function gauge(
  registry: Registry,
  named: Named,
  labelNames: readonly string[],
  values: readonly Value[],
): void {
  const metric = new Gauge({ ...named, labelNames, registers: [registry] });
  for (const { labels, value } of values) metric.set(labels, value);
}

/** A counter whose value was counted elsewhere. */
export function counter(
  registry: Registry,
  named: Named,
  labelNames: readonly string[],
  values: readonly Value[],
): void {
  const metric = new Counter({ ...named, labelNames, registers: [registry] });
  for (const { labels, value } of values) metric.inc(labels, value);
}

/** One number without labels. */
export function single(registry: Registry, named: Named, value: number): void {
  gauge(registry, named, [], [{ labels: {}, value }]);
}
