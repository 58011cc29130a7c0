import { afterAll, beforeAll, test } from "vitest";
import { createDatabase } from "@/db/database";
import { sql } from "@/db/sql";
import { listenForWake } from "@/domain-events/dispatch/listen";
import { onWake } from "@/domain-events/dispatch/wake";
import { createTestDatabase } from "@/testing/database";
import { startBlackhole } from "./blackhole";
import { createWorld, emit, facts, until, type World } from "./world";

let world: World;
beforeAll(async () => {
  world = await createWorld(await createTestDatabase());
});
afterAll(async () => {
  await world.close();
  await world.test.drop();
});

const notify = () => world.db.execute(sql`SELECT pg_notify('muster_log', 'another process')`);

/** The database behind a proxy that can go silent. */
async function behindProxy() {
  const target = new URL(world.test.url);
  const proxy = await startBlackhole({ host: target.hostname, port: Number(target.port) });
  const through = new URL(world.test.url);
  through.port = String(proxy.port);
  return { proxy, url: through.href.replaceAll("+", "%20") };
}

test("S-17 a listener that went half-open is noticed and made anew; meanwhile polling delivers", async () => {
  const { proxy, url } = await behindProxy();
  let woken = 0;
  const forget = onWake(() => {
    woken += 1;
  });
  const listener = listenForWake({ url, heartbeatMs: 100, answerMs: 300 });
  await until(() => listener.listening);
  const before = woken;
  await notify();
  await until(() => woken > before);

  proxy.swallow();
  await until(() => !listener.listening);
  const dispatcher = world.dispatch({ pollMs: 200 });
  await emit(world.db, facts(3, 3));
  await until(() => dispatcher.stats.done === 9);
  await dispatcher.stop();

  proxy.heal();
  await until(() => listener.listening);
  const healed = woken;
  await notify();
  await until(() => woken > healed);
  forget();
  await listener.stop();
  await proxy.close();
});

test("a dispatcher whose connections went half-open gives them up and goes on over new ones", async () => {
  const { proxy, url } = await behindProxy();
  const behind = createDatabase({ url, max: 8, applicationName: "behind", answerTimeoutMs: 700 });
  const failures: string[] = [];
  const note = (_: object, message: string) => failures.push(message);
  const dispatcher = world.dispatch({
    database: behind,
    logger: { info: () => undefined, warn: note, error: note },
  });
  await emit(world.db, facts(3, 3));
  await until(() => dispatcher.stats.done === 9);

  proxy.swallow();
  await until(() => failures.some((message) => message.startsWith("Claiming failed")));
  await emit(world.db, facts(3, 3));
  proxy.heal();
  await until(() => dispatcher.stats.done === 18);
  await dispatcher.stop();
  await behind.close();
  await proxy.close();
});
