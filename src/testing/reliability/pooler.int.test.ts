import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommand } from "@/commands/run-command";
import { createDatabase, type Database } from "@/db/database";
import { sql } from "@/db/sql";
import { allDeliveriesSettled } from "@/domain-events/dispatch/settled";
import { searchEvents } from "@/domain-events/log/search";
import { lookOnce } from "@/domain-events/monitoring/monitor";
import { alarmAnnouncer } from "@/handlers/notification/alarms";
import { createTestDatabase } from "@/testing/database";
import { COUNTER_TABLE, counters } from "./counter";
import { brokenInvariants } from "./invariants";
import { hasPgBouncer, type PgBouncer, SERVER_SESSIONS, startPgBouncer } from "./pgbouncer";
import { createWorld, emit, facts, withFault, type World } from "./world";

/** What a session may have been told to do otherwise, as anybody's next transaction on it would find it. */
const SESSION_STATE = sql`
  SELECT (SELECT string_agg(name || '=' || setting, ' ' ORDER BY name) FROM pg_settings WHERE source = 'session'
      AND name NOT IN ('application_name', 'client_encoding', 'DateStyle', 'TimeZone', 'standard_conforming_strings',
        'transaction_isolation'))
      AS settings,
    current_user::text AS role, current_setting('TimeZone') AS zone,
    (SELECT count(*)::int FROM pg_prepared_statements) AS prepared,
    (SELECT count(*)::int FROM pg_listening_channels()) AS channels,
    pg_backend_pid() AS pid`;

describe.skipIf(!hasPgBouncer)(
  "S-18 behind PgBouncer in transaction mode (needs the program pgbouncer)",
  () => {
    let world: World;
    let pooler: PgBouncer;
    let db: Database;
    let workers: Database;
    beforeAll(async () => {
      world = await createWorld(await createTestDatabase());
      await world.owner.pool.query(COUNTER_TABLE);
      pooler = await startPgBouncer(world.test.url);
      // More connections than the pooler has sessions: each transaction may be on another one.
      const behind = (applicationName: string) =>
        createDatabase({ url: pooler.through(world.test.url), max: 8, applicationName, prepare: false });
      db = behind("requests");
      workers = behind("workers");
    });
    afterAll(async () => {
      await db.close();
      await workers.close();
      await pooler.stop();
      await world.close();
      await world.test.drop();
    });

    const actor = { kind: "person", id: "admin-1", role: "admin", clientId: null } as const;
    const add = (name: string) =>
      runCommand(db, counters, { type: "add", name, amount: 1 }, { actor, idempotencyKey: name });

    test("commands, deliveries, monitoring and reading all work, with polling in place of LISTEN", async () => {
      let failures = 0;
      const handlers = withFault("workflow", async () => {
        failures += 1;
        if (failures === 1) throw new Error("for once");
      });
      const dispatchers = [1, 2].map(() => world.dispatch({ database: workers, handlers }));
      const emitting = [emit(db, facts(40, 8)), emit(db, facts(40, 8))];
      const keys = Array.from({ length: 20 }, (_, number) => `s-18-${number}`);
      const answers = await Promise.all([...keys, ...keys].map(add));
      expect(answers.filter(({ repeated }) => repeated)).toHaveLength(keys.length);
      expect(new Set(answers.map(({ result }) => result.value))).toEqual(new Set([1]));
      await Promise.all(emitting);
      await allDeliveriesSettled(db);
      await lookOnce({ database: db, holder: "s-18", announcer: alarmAnnouncer({ mail: false }) });
      const page = await searchEvents(db, {
        from: "2026-01-01T00:00:00.000Z",
        to: new Date(Date.now() + 3_600_000).toISOString(),
        limit: 500,
      });
      expect(page.events).toHaveLength(100);
      expect(await db.prisma.commandReceipt.count()).toBe(keys.length);
      expect(await db.transaction((tx) => tx.prisma.commandReceipt.count())).toBe(keys.length);
      await Promise.all(dispatchers.map((one) => one.stop()));
      await world.superuser.execute(sql`
      INSERT INTO reliability_state (event_id) SELECT id FROM event_log WHERE correlation_id LIKE 's-18-%'`);
      expect(await brokenInvariants(world)).toEqual([]);
    });

    test("no session keeps a lock, a setting, a prepared statement or an ear", async () => {
      const { rows: locks } = await world.superuser.pool.query(
        `SELECT l.locktype FROM pg_locks l JOIN pg_database d ON d.oid = l.database
       WHERE d.datname = current_database() AND l.locktype = 'advisory'`,
      );
      expect(locks).toEqual([]);
      // All of them at once, so that each transaction has a session of its own.
      let arrived = 0;
      let open: () => void = () => undefined;
      const all = new Promise<void>((resolve) => {
        open = resolve;
      });
      const states = await Promise.all(
        Array.from({ length: SERVER_SESSIONS }, () =>
          db.transaction(async (tx) => {
            const [state] = await tx.query<{ pid: number }>(SESSION_STATE);
            arrived += 1;
            if (arrived === SERVER_SESSIONS) open();
            await all;
            return state;
          }),
        ),
      );
      expect(new Set(states.map((state) => state?.pid)).size).toBe(SERVER_SESSIONS);
      for (const state of states) {
        expect(state).toMatchObject({
          settings: null,
          role: "muster_app",
          zone: "UTC",
          prepared: 0,
          channels: 0,
        });
      }
    });
  },
);
