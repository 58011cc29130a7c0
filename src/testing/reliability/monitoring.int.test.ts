import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newId } from "@/commands/new-id";
import { sql } from "@/db/sql";
import { beat } from "@/domain-events/dispatch/heartbeat";
import { allDeliveriesSettled } from "@/domain-events/dispatch/settled";
import { readFigures } from "@/domain-events/monitoring/figures";
import { readiness } from "@/domain-events/monitoring/health";
import { settleIncidents } from "@/domain-events/monitoring/incidents";
import { lookOnce, startMonitor } from "@/domain-events/monitoring/monitor";
import { readings } from "@/domain-events/monitoring/readings";
import { readLifetime } from "@/domain-events/monitoring/series";
import { alarmAnnouncer } from "@/handlers/notification/alarms";
import { withClient } from "@/launch/roles.mjs";
import { createTestDatabase } from "@/testing/database";
import { brokenInvariants } from "./invariants";
import { aFact, createWorld, emit, facts, until, withFault, type World } from "./world";

let world: World;
beforeEach(async () => {
  world = await createWorld(await createTestDatabase());
});
afterEach(async () => {
  vi.useRealTimers();
  await world.close();
  await world.test.drop();
});

const announcer = alarmAnnouncer({ mail: true });
const broken = async () =>
  readings(await readFigures(world.db))
    .filter((one) => one.isBroken)
    .map((one) => one.alarm);

async function insertAdmins(): Promise<readonly string[]> {
  const ids = [newId(), newId()];
  for (const id of ids) {
    await world.db.execute(sql`
      INSERT INTO person (id, name, email, role) VALUES (${id}, 'Somebody', ${`${id}@people.example`}, 'admin')`);
  }
  return ids;
}

interface Told {
  readonly recipient_id: string;
  readonly title: string;
  readonly urgent: boolean;
  readonly mails: number;
}

const told = () =>
  world.db.query<Told>(sql`
    SELECT n.recipient_id, n.title, n.urgent,
      (SELECT count(*)::integer FROM outgoing_mail o WHERE o.notification_id = n.id) AS mails
    FROM notification n WHERE n.title LIKE '%parked%' ORDER BY n.recipient_id`);

test("S-16 a session idle in a transaction is named, ended by the server, and holds no delivery up", async () => {
  await world.superuser.pool.query("CREATE ROLE forgetful LOGIN PASSWORD 'forgetful' IN ROLE muster_app");
  const url = new URL(world.test.superuserUrl);
  url.username = "forgetful";
  url.password = "forgetful";
  url.searchParams.set("application_name", "an open laptop");
  let lost: unknown;
  const idle = withClient(url.href, async (client) => {
    client.on("error", (error) => {
      lost = error;
    });
    await client.query("BEGIN; SELECT count(*) FROM event_delivery; SELECT pg_current_xact_id()");
    const dispatcher = world.dispatch();
    await emit(world.db, facts(60, 10));
    await allDeliveriesSettled(world.db);
    expect(dispatcher.stats.done).toBe(180);
    const named = await until(async () => {
      const { transactions } = await readFigures(world.db);
      return transactions.find((one) => one.application === "an open laptop");
    });
    expect(named).toMatchObject({ role: "forgetful", idleMs: expect.any(Number) });
    // However long it took for the page to name it, it is over soon.
    await client.query("SET LOCAL idle_in_transaction_session_timeout = '100ms'");
    await until(() => lost, 30_000);
    await until(async () => (await readFigures(world.db)).transactions.length === 0);
  });
  await idle;
  await world.superuser.pool.query("DROP ROLE forgetful");
  expect(await brokenInvariants(world)).toEqual([]);
});

test.each([-10, 10])(
  "S-21 a process whose clock is %i minutes off works as any other, and is reported",
  async (minutes) => {
    const real = Date.now();
    vi.useFakeTimers({ toFake: ["Date"], now: real + minutes * 60_000, shouldAdvanceTime: true });
    let failures = 0;
    world.dispatch({
      handlers: withFault("workflow", async () => {
        failures += 1;
        if (failures === 1) throw new Error("for once");
      }),
    });
    await emit(world.db, facts(20, 4));
    await allDeliveriesSettled(world.db);
    expect(await brokenInvariants(world)).toEqual([]);

    const { rows } = await world.db.pool.query<{ recorded: boolean; tried: boolean }>(
      `SELECT bool_and(abs(extract(epoch FROM l.recorded_at - clock_timestamp())) < 60) AS recorded,
       bool_and(abs(extract(epoch FROM a.finished_at - clock_timestamp())) < 60
         AND (a.next_due_at IS NULL OR a.next_due_at < clock_timestamp() + interval '10 seconds')) AS tried
     FROM event_log l JOIN event_attempt a ON a.event_id = l.id`,
    );
    expect(rows).toEqual([{ recorded: true, tried: true }]);
    expect(await broken()).toEqual(["clock"]);
    const { instances } = await readFigures(world.db);
    expect(Math.abs((instances[0]?.clockOffsetMs ?? 0) - minutes * 60_000)).toBeLessThan(10_000);
  },
);

test("S-22 when the database's clock jumps back, leases last longer and nothing is done or counted twice", async () => {
  // A clock that was ahead and is right again leaves moments in the future behind: leases, due times, the last look.
  await emit(world.db, facts(6, 3));
  await world.superuser.execute(sql`
    UPDATE event_delivery SET lease_until = clock_timestamp() + interval '2 seconds', lease_token = gen_random_uuid(),
      leased_by = 'ahead' WHERE handler = 'workflow'`);
  await lookOnce({ database: world.db, holder: "ahead", announcer });
  await world.superuser.execute(sql`
    UPDATE monitoring_state SET sampled_at = clock_timestamp() + interval '1 hour',
      counted_at = clock_timestamp() + interval '1 hour'`);
  const dispatcher = world.dispatch();
  await until(() => dispatcher.stats.done === 12);
  expect(await lookOnce({ database: world.db, holder: "right", announcer })).toBe(true);
  await until(() => dispatcher.stats.done === 18);
  await allDeliveriesSettled(world.db);
  await until(() => lookOnce({ database: world.db, holder: "right", announcer }, 0));
  expect(await brokenInvariants(world)).toEqual([]);
  const counts = await readLifetime(world.db);
  expect(counts.map((one) => [one.handler, one.appended, one.done])).toEqual([
    ["", 6, 0],
    ["notification", 6, 6],
    ["reporting", 6, 6],
    ["workflow", 6, 6],
  ]);
});

test("an alarm is raised once with two instances looking, says so once to each admin, and ends once", async () => {
  const admins = await insertAdmins();
  await beat(world.db, { id: "somebody", release: "r1", listening: false });
  await emit(world.db, [aFact("poison")]);
  await world.superuser.execute(sql`
    UPDATE event_delivery SET dead_at = clock_timestamp() WHERE handler = 'workflow'`);
  const monitors = ["one", "other"].map((holder) =>
    startMonitor({ database: world.db, holder, announcer, everyMs: 20, firstAfterMs: 0 }),
  );
  await until(async () => (await told()).length > 0);
  await samples(5);
  await Promise.all(monitors.map((one) => one.stop()));
  expect(await told()).toEqual(
    [...admins].sort().map((id) => ({
      recipient_id: id,
      title: "The workflow handler has parked deliveries",
      urgent: true,
      mails: 1,
    })),
  );

  await world.superuser.execute(sql`UPDATE event_delivery SET dead_at = NULL`);
  await until(async () => {
    await lookOnce({ database: world.db, holder: "one", announcer }, 0);
    return !(await broken()).includes("parked");
  });
  const calm = async () => settleIncidents(world.db, readings(await readFigures(world.db)), announcer, 0);
  await calm();
  await Promise.all([calm(), calm()]);
  expect(await told()).toMatchObject([
    { title: "Over: The workflow handler has parked deliveries", urgent: false, mails: 1 },
    { title: "Over: The workflow handler has parked deliveries", urgent: false, mails: 1 },
  ]);
});

/** Waits until the sample was taken so many times more. */
async function samples(wanted: number): Promise<void> {
  const seen = new Set<number>();
  await until(async () => {
    const { sample } = await readFigures(world.db);
    if (sample) seen.add(+sample.sampledAt);
    return seen.size >= wanted;
  }, 40_000);
}

test("readiness and the alarms say the same of dispatchers and of the room that is left", async () => {
  const checks = async () =>
    Object.fromEntries((await readiness(world.db)).checks.map((one) => [one.name, one.ok]));
  expect(await checks()).toMatchObject({ dispatcher: false, partitions: true });
  expect(await broken()).toEqual(["no-dispatcher"]);
  await beat(world.db, { id: "somebody", release: "r1", listening: true });
  await world.owner.pool.query(`DO $$ DECLARE leaf text; BEGIN
    FOR leaf IN SELECT p.leaf FROM event_partition p WHERE parent = 'event_log_kit' AND from_at > now() LOOP
      EXECUTE format('DROP TABLE %I', leaf);
    END LOOP; END $$`);
  expect(await checks()).toMatchObject({ dispatcher: true, partitions: false });
  expect(await broken()).toEqual(["runway"]);
});
