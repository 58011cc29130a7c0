import pg from "pg";
import { createDatabase } from "@/db/database";
import { syncSubscriptions } from "@/domain-events/dispatch/subscriptions";
import type { EngineUnderTest } from "./engine-under-test";
import { floor } from "./floor";
import { appendRates, drainRates, latency, median } from "./measure";
import { muster } from "./muster";
import { BENCH_SCHEMA } from "./work";

export interface BenchOptions {
  readonly rounds: number;
  /** Facts per engine in the append and drain figures. */
  readonly facts: number;
  readonly writers: number;
  readonly concurrency: number;
  /** Facts per second in the latency figure. */
  readonly rate: number;
  readonly seconds: number;
  /** A migrated, empty database of its own for each call, as the owner of its tables. */
  freshDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }>;
  print(line: object): void;
}

/** The command path joins the append figure as one more engine under test: hand it in here. */
export type CommandPath = (url: string, writers: number) => EngineUnderTest;

const APPEND_TARGET = 0.6;
const COMMAND_TARGET = 0.3;
const DRAIN_TARGET = 0.7;
const FOLD_TARGET = 0.5;

/**
 * The figures of the engine as ratios to raw SQL on the same machine in the same minutes, one JSON line each;
 * then the medians with their spread. Resolves to false when a first-release target was missed.
 */
export async function benchEngine(options: BenchOptions, commandPath?: CommandPath): Promise<boolean> {
  const ratios = new Map<string, number[]>();
  const note = (figure: string, round: number, engine: string, value: number, toFloor: number) => {
    options.print({ figure, engine, round, per_s: value, to_floor: toFloor });
    const key = `${figure}/${engine}`;
    ratios.set(key, [...(ratios.get(key) ?? []), toFloor]);
  };
  await warmUp(options, commandPath);
  for (let round = 1; round <= options.rounds; round += 1) {
    await appendFigure(options, commandPath, (engine, value, ratio) =>
      note("append", round, engine, value, ratio),
    );
    await drainFigure(options, 1, (engine, value, ratio) => note("drain", round, engine, value, ratio));
    await drainFigure(options, 25, (engine, value, ratio) =>
      note("drain_slices", round, engine, value, ratio),
    );
    await latencyFigure(options, round);
  }
  return summary(ratios, options.print);
}

type Note = (engine: string, perSecond: number, toFloor: number) => void;

async function appendFigure(
  options: BenchOptions,
  commandPath: CommandPath | undefined,
  note: Note,
): Promise<void> {
  await withEngines(
    options,
    (url) => [
      floor(url, options.writers, 1),
      muster(url, options.writers, false),
      ...(commandPath ? [commandPath(url, options.writers)] : []),
    ],
    async (engines) => {
      const rates = await appendRates(engines, options);
      for (const [index, engine] of engines.entries()) {
        note(engine.name, rates[index] ?? 0, (rates[index] ?? 0) / (rates[0] ?? 1));
      }
    },
  );
}

async function drainFigure(options: BenchOptions, batch: number, note: Note): Promise<void> {
  await withEngines(
    options,
    (url) => [floor(url, options.concurrency, batch), muster(url, options.concurrency, batch > 1)],
    async (engines) => {
      await appendRates(engines, options);
      const rates = await drainRates(engines);
      for (const [index, engine] of engines.entries()) {
        const { missing, twice } = await engine.verify();
        if (missing + twice > 0) throw new Error(`${engine.name}: ${missing} missing, ${twice} twice`);
        note(engine.name, rates[index] ?? 0, (rates[index] ?? 0) / (rates[0] ?? 1));
      }
    },
  );
}

async function latencyFigure(options: BenchOptions, round: number): Promise<void> {
  await withEngines(
    options,
    (url) => [floor(url, options.concurrency, 1), muster(url, options.concurrency, false)],
    async (engines) => {
      for (const engine of engines) {
        options.print({ figure: "latency", engine: engine.name, round, ...(await latency(engine, options)) });
      }
    },
  );
}

async function warmUp(options: BenchOptions, commandPath: CommandPath | undefined): Promise<void> {
  const small = { ...options, facts: 500, seconds: 1, print: () => undefined };
  await appendFigure(small, commandPath, () => undefined);
  await drainFigure(small, 1, () => undefined);
}

async function withEngines(
  options: BenchOptions,
  build: (url: string) => readonly EngineUnderTest[],
  work: (engines: readonly EngineUnderTest[]) => Promise<void>,
): Promise<void> {
  const { url, drop } = await options.freshDatabase();
  try {
    await prepareBench(url);
    const engines = build(url);
    try {
      await work(engines);
    } finally {
      for (const engine of engines) await engine.close();
    }
  } finally {
    await drop();
  }
}

/** The bench's tables, and all three handlers ordered and hearing the one type that the bench appends. */
export async function prepareBench(url: string): Promise<void> {
  const database = createDatabase({ url, max: 1, applicationName: "bench" });
  await syncSubscriptions(database);
  await database.close();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(BENCH_SCHEMA);
  await client.query(`
    UPDATE event_handler SET ordering = 'correlation';
    INSERT INTO event_subscription (handler, type, since)
    SELECT name, 'BOOKING_SUBMITTED', clock_timestamp() FROM event_handler h
    WHERE NOT EXISTS (SELECT FROM event_subscription s WHERE s.handler = h.name AND s.type = 'BOOKING_SUBMITTED')`);
  await client.end();
}

const TARGETS: Readonly<Record<string, number>> = {
  "append/muster": APPEND_TARGET,
  "append/command": COMMAND_TARGET,
  "drain/muster": DRAIN_TARGET,
  "drain_slices/muster_fold": FOLD_TARGET,
};

function summary(ratios: ReadonlyMap<string, number[]>, print: (line: object) => void): boolean {
  let met = true;
  for (const [key, values] of ratios) {
    const target = TARGETS[key];
    if (target === undefined) continue;
    const [figure, engine] = key.split("/");
    const ratio = median(values);
    const ok = ratio >= target;
    met &&= ok;
    const spread = [Math.min(...values), Math.max(...values)];
    print({ figure: `${figure}_median`, engine, to_floor: ratio, spread, target, ok });
  }
  return met;
}
