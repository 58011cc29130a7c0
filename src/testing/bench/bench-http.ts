import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import pg from "pg";
import { withClient } from "@/launch/roles.mjs";
import { type BenchAccount, type BenchAnswer, benchAccount } from "./http-client";
import { type HttpBenchWorld, rawApprove, rawCreate, wish } from "./http-work";
import { median } from "./measure";

export interface HttpBenchOptions {
  readonly base: string;
  /** The application's own address of the database, for the floor. */
  readonly databaseUrl: string;
  /** As the owner of the tables. */
  readonly ownerUrl: string;
  readonly rounds: number;
  /** Commands per figure and round. */
  readonly commands: number;
  readonly writers: number;
  /** Calls in one request at most; ten are allowed, and 64 at a time per account. */
  readonly batch: number;
  print(line: object): void;
}

const TARGET = 0.4;
const TURN = 140;
const PASSWORD = "muster-demo-2026";

/** Does the work of the commands with these numbers; made anew for each round. */
interface Contender {
  readonly figure: "create" | "approve";
  readonly name: string;
  /** Commands per request. */
  readonly size: number;
  send(numbers: readonly number[]): Promise<void>;
}

/**
 * Commands per second through HTTP, next to the same rows by raw SQL, one JSON line each; then the medians with
 * their spread. Resolves to false when a median is below the target of 0.4.
 */
export async function benchHttp(options: HttpBenchOptions): Promise<boolean> {
  const pool = new pg.Pool({ connectionString: options.databaseUrl, max: options.writers });
  try {
    const world = await readWorld(pool);
    const ratios = new Map<string, number[]>();
    const numbers = counter();
    await oneRound({ ...options, commands: TURN }, pool, world, numbers);
    for (let round = 1; round <= options.rounds; round += 1) {
      for (const { figure, name, rate, ratio } of await oneRound(options, pool, world, numbers)) {
        options.print({ figure, path: name, round, per_s: rate, to_floor: ratio });
        const key = `${figure}/${name}`;
        ratios.set(key, [...(ratios.get(key) ?? []), ratio]);
      }
    }
    return summary(ratios, options.print);
  } finally {
    await pool.end();
  }
}

function counter(): () => number {
  let last = 0;
  return () => last++;
}

async function readWorld(pool: pg.Pool): Promise<HttpBenchWorld> {
  const venues = await pool.query<{ id: string }>("SELECT id FROM location ORDER BY name");
  const clients = await pool.query<{ id: string }>(
    "SELECT client_id AS id FROM person WHERE email = 'client@muster.test'",
  );
  const [client] = clients.rows;
  if (!client || venues.rows.length === 0) throw new Error("the demo agency is missing");
  return { clientId: client.id, venueIds: venues.rows.map((row) => row.id) };
}

interface Rate {
  readonly figure: string;
  readonly name: string;
  readonly rate: number;
  readonly ratio: number;
}

async function oneRound(
  options: HttpBenchOptions,
  pool: pg.Pool,
  world: HttpBenchWorld,
  next: () => number,
): Promise<Rate[]> {
  const creating = await createContenders(options, pool, world, next);
  const created = await rates(creating, options);
  const approved = await rates(await approveContenders(options, pool, world, next), options);
  return [created, approved].flatMap((group) =>
    group.slice(1).map(({ contender, rate }) => ({
      figure: contender.figure,
      name: contender.name,
      rate,
      ratio: rate / (group[0]?.rate ?? Number.NaN),
    })),
  );
}

const each = <T>(numbers: readonly T[], work: (one: T) => Promise<unknown>) => Promise.all(numbers.map(work));

/** Requests alternate between two accounts. */
async function accounts({ base }: HttpBenchOptions, emails: readonly [string, string]) {
  const [first, second] = [
    await benchAccount(base, emails[0], PASSWORD),
    await benchAccount(base, emails[1], PASSWORD),
  ];
  let turn = 0;
  return (): BenchAccount => (turn++ % 2 === 0 ? first : second);
}

async function createContenders(
  options: HttpBenchOptions,
  pool: pg.Pool,
  world: HttpBenchWorld,
  next: () => number,
): Promise<Contender[]> {
  const account = await accounts(options, ["client@muster.test", "victor.hale@muster.test"]);
  const send = async (numbers: readonly number[]) => {
    await account().call(
      "bookings.create",
      numbers.map(() => wish(world, next())),
    );
  };
  const raw = (numbers: readonly number[]) =>
    each(numbers, () => rawCreate(pool, world, next())).then(() => undefined);
  return [
    { figure: "create", name: "floor", size: 1, send: raw },
    { figure: "create", name: "http", size: 1, send },
    { figure: "create", name: `http_batch${options.batch}`, size: options.batch, send },
  ];
}

/** The bookings to approve are made beforehand, outside the measured time. */
async function approveContenders(
  options: HttpBenchOptions,
  pool: pg.Pool,
  world: HttpBenchWorld,
  next: () => number,
): Promise<Contender[]> {
  const ids: string[] = [];
  while (ids.length < options.commands) ids.push(await rawCreate(pool, world, next()));
  const account = await accounts(options, ["admin@muster.test", "jonas.keller@muster.test"]);
  const over = async (name: string, size: number): Promise<Contender> => {
    const submitted = await submittedBookings(options, world, next);
    const send = async (numbers: readonly number[]) => {
      const inputs = numbers.map((number) => ({ ...submitted[number], idempotencyKey: randomUUID() }));
      await account().call("bookings.approve", inputs);
    };
    return { figure: "approve", name, size, send };
  };
  const single = await over("http", 1);
  const batched = await over(`http_batch${options.batch}`, options.batch);
  await analyze(options);
  const raw = (numbers: readonly number[]) =>
    each(numbers, (number) => rawApprove(pool, ids[number] ?? "")).then(() => undefined);
  return [{ figure: "approve", name: "floor", size: 1, send: raw }, single, batched];
}

/** What autovacuum does by itself within a minute: without it the new rows are planned for as if there were none. */
async function analyze({ ownerUrl }: HttpBenchOptions): Promise<void> {
  await withClient(ownerUrl, (client) => client.query("ANALYZE"));
}

async function submittedBookings(options: HttpBenchOptions, world: HttpBenchWorld, next: () => number) {
  const client = await benchAccount(options.base, "client@muster.test", PASSWORD);
  const made: { bookingId: string; version: number; eventDates: string[] }[] = [];
  while (made.length < options.commands) {
    const numbers = Array.from({ length: options.batch }, next);
    const drafts = await client.call(
      "bookings.create",
      numbers.map((number) => wish(world, number)),
    );
    const submitted: readonly BenchAnswer[] = await client.call(
      "bookings.submit",
      drafts.map(({ bookingId, version }) => ({ bookingId, version })),
    );
    for (const { bookingId, version } of submitted) made.push({ bookingId, version, eventDates: [] });
  }
  return withStarts(options, made);
}

/** An approval names the instants of the dates, which depend on the venue's clock. */
async function withStarts<T extends { bookingId: string; eventDates: string[] }>(
  { databaseUrl }: HttpBenchOptions,
  made: T[],
): Promise<T[]> {
  const { rows } = await withClient(databaseUrl, (client) =>
    client.query<{ id: string; at: Date }>(
      "SELECT booking_id AS id, starts_at AS at FROM booking_date WHERE booking_id = ANY ($1)",
      [made.map((one) => one.bookingId)],
    ),
  );
  const starts = new Map(rows.map((row) => [row.id, row.at.toISOString()]));
  return made.map((one) => ({ ...one, eventDates: [starts.get(one.bookingId) ?? ""] }));
}

/** The contenders take turns, so that whatever else the machine does meanwhile hits all of them. */
async function rates(contenders: readonly Contender[], { commands, writers }: HttpBenchOptions) {
  const spent = contenders.map(() => 0);
  for (let from = 0; from < commands; from += TURN) {
    for (const [index, contender] of contenders.entries()) {
      const end = Math.min(from + TURN, commands);
      let at = from;
      const started = performance.now();
      const writer = async () => {
        while (at < end) {
          const numbers = range(at, Math.min(at + contender.size, end));
          at += contender.size;
          await contender.send(numbers);
        }
      };
      await Promise.all(Array.from({ length: writers }, writer));
      spent[index] = (spent[index] ?? 0) + performance.now() - started;
    }
  }
  return contenders.map((contender, index) => ({
    contender,
    rate: (commands / (spent[index] ?? Number.NaN)) * 1000,
  }));
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

function summary(ratios: ReadonlyMap<string, readonly number[]>, print: (line: object) => void): boolean {
  let met = true;
  for (const [key, values] of ratios) {
    const ratio = median(values);
    if (ratio < TARGET) met = false;
    const spread = [Math.min(...values), Math.max(...values)];
    print({ figure: key, median_to_floor: ratio, spread, target: TARGET, met: ratio >= TARGET });
  }
  return met;
}
