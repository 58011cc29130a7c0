import { startBenchServer } from "./fresh-database";
import { createDatabase } from "@/db/database"; import { syncSubscriptions } from "@/domain-events/dispatch/subscriptions"; import { BENCH_SCHEMA, makeFact } from "./work"; import pg from "pg";
import { appendEvents } from "@/domain-events/log/append";
const server = await startBenchServer();
try { const { url } = await server.freshDatabase();
const d = createDatabase({ url, max: 1, applicationName: "x" }); await syncSubscriptions(d);
const c = new pg.Client(url); await c.connect(); await c.query(BENCH_SCHEMA); await c.query(`INSERT INTO event_subscription (handler, type, since) SELECT name, 'BOOKING_SUBMITTED', clock_timestamp() FROM event_handler h WHERE NOT EXISTS (SELECT FROM event_subscription s WHERE s.handler = h.name AND s.type = 'BOOKING_SUBMITTED')`);
const N = 1500;
const su = new pg.Client(url.replace("muster_owner", "postgres")); await su.connect(); await su.query("create extension if not exists pg_stat_statements");
const go = async (label: string) => { const out = []; for (let r = 0; r < 3; r++) { await su.query("select pg_stat_statements_reset()"); 
  for (let i = 0; i < N; i++) await d.transaction((tx) => appendEvents(tx, [makeFact(i)]).then(() => undefined));
  const x = (await su.query("select round(mean_exec_time::numeric,4) mean, round(min_exec_time::numeric,4) min, round(wal_bytes/calls) wal from pg_stat_statements where query like '%event_identity%' and calls > 100")).rows[0]; out.push(x.mean + "/" + x.min + "/" + x.wal); }
  console.log(label, out.join("  ")); };
await go("all");
await c.query("drop index event_log_entity_idx"); await go("-gin");
await c.query("drop index event_log_xid_idx"); await go("-xid");
await c.query("drop index event_log_type_idx"); await go("-type");
await c.query("drop index event_log_correlation_idx"); await go("-corr");
await c.query("drop index event_log_position_idx"); await go("-pos");
await c.query("delete from event_subscription"); await go("-deliveries");
await c.end(); await su.end(); await d.close();
} finally { await server.dispose(); }
