import { newId } from "@/commands/new-id";
import { createDatabase, type Database } from "@/db/database";
import { sql } from "@/db/sql";
import {
  type Dispatcher,
  type DispatcherOptions,
  startDispatcher,
} from "@/domain-events/dispatch/dispatcher";
import type { Handler, HandlerContext } from "@/domain-events/dispatch/handler";
import { syncSubscriptions } from "@/domain-events/dispatch/subscriptions";
import { wake } from "@/domain-events/dispatch/wake";
import { appendEvents, type NewEvent } from "@/domain-events/log/append";
import type { HandlerName } from "@/domain-events/routing";
import type { TestDatabase } from "@/testing/database";

/** Short enough for a test to wait for, long enough for a slow machine to renew in time. */
export const TEST_LEASE_MS = 1_500;

export const HANDLER_NAMES: readonly HandlerName[] = ["notification", "workflow", "reporting"];

/** A database with the routes registered and a table in which handlers leave their effects. */
export interface World {
  readonly test: TestDatabase;
  /** As the application. */
  readonly db: Database;
  /** The dispatcher's own pool, as the application. */
  readonly workers: Database;
  readonly owner: Database;
  /** Past grants and triggers. */
  readonly superuser: Database;
  /** A dispatcher of this process; stopped with the world. */
  dispatch(options?: Partial<DispatcherOptions>): Dispatcher;
  close(): Promise<void>;
}

export async function createWorld(test: TestDatabase): Promise<World> {
  const pool = (url: string, max: number) => createDatabase({ url, max, applicationName: "reliability" });
  const [db, workers, owner, superuser] = [
    pool(test.url, 8),
    pool(test.url, 8),
    pool(test.ownerUrl, 2),
    pool(test.superuserUrl, 2),
  ];
  await owner.pool.query(`CREATE TABLE IF NOT EXISTS reliability_effect (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, event_id uuid NOT NULL, handler text NOT NULL)`);
  await owner.pool.query("CREATE TABLE IF NOT EXISTS reliability_state (event_id uuid PRIMARY KEY)");
  await syncSubscriptions(db);
  const dispatchers: Dispatcher[] = [];
  return {
    test,
    db,
    workers,
    owner,
    superuser,
    dispatch: (options = {}) => {
      const dispatcher = startDispatcher({
        database: workers,
        handlers: HANDLER_NAMES.map((name) => effectHandler(name)),
        leaseMs: TEST_LEASE_MS,
        pollMs: 200,
        listenUrl: null,
        stopMs: 500,
        ...options,
      });
      dispatchers.push(dispatcher);
      return dispatcher;
    },
    close: async () => {
      await Promise.all(dispatchers.map((one) => one.stop()));
      await Promise.all([db, workers, owner, superuser].map((one) => one.close()));
    },
  };
}

/** Leaves one row per run; `before` is where a test injects its fault. */
export function effectHandler(
  name: HandlerName,
  fault?: (eventId: string, context: HandlerContext) => Promise<void>,
): Handler {
  return {
    name,
    handle: async (event, context) => {
      await context.tx.execute(effect(event.id, name));
      await fault?.(event.id, context);
    },
  };
}

export const effect = (eventId: string, handler: string) => sql`
  INSERT INTO reliability_effect (event_id, handler) VALUES (${eventId}, ${handler})`;

/** All three handlers, with a fault in one of them. */
export function withFault(
  name: HandlerName,
  fault: (eventId: string, context: HandlerContext) => Promise<void>,
): readonly Handler[] {
  return HANDLER_NAMES.map((one) => effectHandler(one, one === name ? fault : undefined));
}

/** A fact that all three handlers hear. */
export function aFact(bookingId: string, given: Partial<NewEvent> = {}): NewEvent {
  return {
    id: newId(),
    correlationId: bookingId,
    source: "bookings.approve",
    metadata: { userId: "admin-1" },
    depth: 0,
    fact: {
      type: "BOOKING_APPROVED",
      payload: {
        bookingId,
        clientId: "client-1",
        title: "Harbour tasting",
        approvedBy: "admin-1",
        approvedAt: "2026-11-23T10:00:00.000Z",
        eventDates: ["2026-12-05T10:00:00-05:00"],
      },
    },
    ...given,
  };
}

/** Appends each fact with its state change in a transaction of its own; resolves to the ids. */
export async function emit(db: Database, facts: readonly NewEvent[]): Promise<readonly string[]> {
  for (const fact of facts) {
    await db.transaction(async (tx) => {
      await tx.execute(sql`INSERT INTO reliability_state (event_id) VALUES (${fact.id})`);
      await appendEvents(tx, [fact]);
    });
    wake();
  }
  return facts.map((fact) => fact.id);
}

/** So many facts over so many correlations. */
export function facts(count: number, correlations: number): readonly NewEvent[] {
  return Array.from({ length: count }, (_, number) => aFact(`booking-${number % correlations}`));
}

/** A row that no code of ours would write: written past the catalog, as a newer or broken release might. */
export async function emitRaw(
  world: World,
  row: {
    readonly type: string;
    readonly payload: object;
    readonly version?: number;
    readonly correlationId: string;
  },
): Promise<string> {
  const id = newId();
  await world.superuser.pool.query(
    `WITH m AS (SELECT date_trunc('milliseconds', clock_timestamp()) AS at),
     i AS (INSERT INTO event_identity SELECT $1, at, 'booking' FROM m),
     l AS (INSERT INTO event_log (id, type, category, "timestamp", correlation_id, source, payload, recorded_at,
         expires_on, schema_version)
       SELECT $1, $2, 'booking', at, $3, 'bookings.approve', $4, at, '2033-11-23', $5 FROM m RETURNING *)
     INSERT INTO event_delivery (handler, order_key, position, event_id, type, category, recorded_at, expires_on, due_at)
     SELECT h.name, CASE h.ordering WHEN 'correlation' THEN $3 ELSE $1::text END, position, id, type, category,
       recorded_at, expires_on, recorded_at FROM l CROSS JOIN event_handler h`,
    [id, row.type, row.correlationId, row.payload, row.version ?? 1],
  );
  await world.superuser.pool.query("INSERT INTO reliability_state (event_id) VALUES ($1)", [id]);
  wake();
  return id;
}

/** Waits for a condition instead of sleeping. Rejects with the last answer after `timeoutMs`. */
export async function until<T>(
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  timeoutMs = 15_000,
): Promise<T> {
  const limit = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > limit)
      throw new Error(`still ${String(answer)} after ${timeoutMs} ms: ${ask.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export interface AttemptSeen {
  readonly handler: string;
  readonly attempt: number;
  readonly outcome: string;
  readonly closes: boolean;
  readonly error: string | null;
  readonly next_due_at: Date | null;
  readonly finished_at: Date;
}

/** The tries of one fact by one handler, in order. */
export async function attemptsOf(
  world: World,
  eventId: string,
  handler: HandlerName,
): Promise<readonly AttemptSeen[]> {
  const { rows } = await world.superuser.pool.query<AttemptSeen>(
    `SELECT handler, attempt, outcome, closes, error, next_due_at, finished_at FROM event_attempt
     WHERE event_id = $1 AND handler = $2 ORDER BY finished_at`,
    [eventId, handler],
  );
  return rows;
}

export interface StatusSeen {
  readonly handler: HandlerName;
  readonly status: string;
  readonly attempts: number;
  readonly last_error: string | null;
}

/** What `event_processing` says of a fact, by handler. */
export async function statusOf(
  world: World,
  eventId: string,
  handler: HandlerName,
): Promise<StatusSeen | undefined> {
  const { rows } = await world.db.pool.query<StatusSeen>(
    "SELECT handler, status, attempts, last_error FROM event_processing WHERE event_id = $1 AND handler = $2",
    [eventId, handler],
  );
  return rows[0];
}
