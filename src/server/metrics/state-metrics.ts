import "server-only";
import type { Registry } from "prom-client";
import type { Figures } from "@/domain-events/monitoring/figures";
import { readings } from "@/domain-events/monitoring/readings";
import { unaccounted } from "@/domain-events/monitoring/sample";
import { counter, gauge, single } from "./put";

/** What is so at this moment: the backlog, whether it adds up, and what surrounds it. */
export function putState(registry: Registry, figures: Figures): void {
  backlog(registry, figures);
  trust(registry, figures);
  surroundings(registry, figures);
}

function backlog(registry: Registry, { now, sample, handlers }: Figures): void {
  const lines = sample?.deliveries ?? [];
  const states = lines.flatMap(({ handler, type, due, later, running, parked }) =>
    Object.entries({ due, later, running, parked }).map(([state, value]) => ({
      labels: { handler, type, state },
      value,
    })),
  );
  gauge(
    registry,
    { name: "muster_deliveries_open", help: "Open deliveries by state." },
    ["handler", "type", "state"],
    states,
  );
  gauge(
    registry,
    { name: "muster_delivery_oldest_due_age_seconds", help: "Age of the oldest delivery that is due." },
    ["handler", "type"],
    lines.flatMap(({ handler, type, oldestDueAt }) =>
      oldestDueAt === null
        ? []
        : [{ labels: { handler, type }, value: Math.max(0, +now - Date.parse(oldestDueAt)) / 1_000 }],
    ),
  );
  gauge(
    registry,
    { name: "muster_delivery_expired_leases", help: "Deliveries leased by a worker that vanished." },
    ["handler", "type"],
    lines.map(({ handler, type, expiredLeases }) => ({ labels: { handler, type }, value: expiredLeases })),
  );
  gauge(
    registry,
    { name: "muster_handler_paused", help: "1 while an operator has paused the handler." },
    ["handler"],
    handlers.map(({ handler, pausedAt }) => ({ labels: { handler }, value: pausedAt === null ? 0 : 1 })),
  );
}

function trust(registry: Registry, figures: Figures): void {
  const { now, sample, reconciled } = figures;
  single(
    registry,
    { name: "muster_log_holes", help: "Missing deliveries in the reconciler's last run; must be 0." },
    reconciled.found,
  );
  counter(
    registry,
    { name: "muster_log_holes_filled_total", help: "Missing deliveries that the reconciler filled." },
    [],
    [{ labels: {}, value: reconciled.filledEver }],
  );
  gauge(
    registry,
    { name: "muster_deliveries_unaccounted", help: "Owed, but neither ended nor open; must be 0." },
    ["handler"],
    (sample?.accounts ?? []).map((one) => ({ labels: { handler: one.handler }, value: unaccounted(one) })),
  );
  seals(registry, figures);
  if (sample)
    single(
      registry,
      { name: "muster_monitoring_age_seconds", help: "Age of the last sample." },
      (+now - +sample.sampledAt) / 1_000,
    );
  const alarms = new Map<string, number>();
  for (const one of readings(figures)) {
    alarms.set(one.alarm, Math.max(alarms.get(one.alarm) ?? 0, one.isBroken ? 1 : 0));
  }
  gauge(
    registry,
    { name: "muster_alarm", help: "1 while the limit of this name is broken." },
    ["alarm"],
    [...alarms].map(([alarm, value]) => ({ labels: { alarm }, value })),
  );
}

function seals(registry: Registry, { sealing: { lagMs, lastBlock } }: Figures): void {
  single(
    registry,
    { name: "muster_log_seal_lag_seconds", help: "Age of the oldest fact without a seal; 0 without one." },
    lagMs / 1_000,
  );
  counter(
    registry,
    { name: "muster_log_blocks_sealed_total", help: "Blocks in the chain of seals." },
    [],
    [{ labels: {}, value: lastBlock }],
  );
}

function surroundings(registry: Registry, { instances, runwayDays, transactions, hotTable }: Figures): void {
  const alive = instances.filter((one) => one.isAlive);
  single(
    registry,
    { name: "muster_dispatchers_alive", help: "Dispatchers with a recent sign of life." },
    alive.length,
  );
  single(
    registry,
    { name: "muster_dispatchers_listening", help: "Of these, how many hear of new facts at once." },
    alive.filter((one) => one.listening).length,
  );
  gauge(
    registry,
    { name: "muster_clock_offset_seconds", help: "Clock of a process minus that of the database." },
    ["instance"],
    alive.map(({ id, clockOffsetMs }) => ({ labels: { instance: id }, value: clockOffsetMs / 1_000 })),
  );
  single(
    registry,
    { name: "muster_log_runway_seconds", help: "Until the log has no partition left to write to." },
    runwayDays * 86_400,
  );
  single(
    registry,
    {
      name: "muster_longest_transaction_seconds",
      help: "Age of the oldest open transaction in the database.",
    },
    (transactions[0]?.openMs ?? 0) / 1_000,
  );
  const idle = transactions.filter((one) => one.idleMs !== null).length;
  single(
    registry,
    {
      name: "muster_idle_transactions",
      help: "Sessions that do nothing with a transaction open for 5 seconds or more.",
    },
    idle,
  );
  single(
    registry,
    { name: "muster_delivery_table_live_tuples", help: "Rows of the table of open deliveries, estimated." },
    hotTable.live,
  );
  single(
    registry,
    { name: "muster_delivery_table_dead_tuples", help: "Dead rows in it, estimated." },
    hotTable.dead,
  );
}
