import { startBenchServer } from "./fresh-database";
import { floor } from "./floor";
import { muster } from "./muster";
import { appendRates, drainRates } from "./measure";
import { createDatabase } from "@/db/database";
import { syncSubscriptions } from "@/domain-events/dispatch/subscriptions";
import { BENCH_SCHEMA } from "./work";
import pg from "pg";
const N = Number(process.argv[2] ?? 3000),
  what = process.argv[3] ?? "all";
const server = await startBenchServer();
try {
  const { url } = await server.freshDatabase();
  const d = createDatabase({ url, max: 1, applicationName: "x" });
  await syncSubscriptions(d);
  await d.close();
  const c = new pg.Client(url);
  await c.connect();
  await c.query(BENCH_SCHEMA);
  await c.query(
    `UPDATE event_handler SET ordering = 'correlation'; INSERT INTO event_subscription (handler, type, since) SELECT name, 'BOOKING_SUBMITTED', clock_timestamp() FROM event_handler h WHERE NOT EXISTS (SELECT FROM event_subscription s WHERE s.handler = h.name AND s.type = 'BOOKING_SUBMITTED')`,
  );
  const e = [floor(url, 8, 1), muster(url, 8, false)];
  await appendRates(e, { facts: 500, writers: 8 });
  let cpu = process.cpuUsage();
  const r = await appendRates(e, { facts: N, writers: 8 });
  console.log("append", r, r[1]! / r[0]!);
  if (what === "all") {
    const s = await drainRates(e);
    console.log("drain", s, s[1]! / s[0]!);
  }
  await c.end();
  for (const x of e) await x.close();
} finally {
  await server.dispose();
}
