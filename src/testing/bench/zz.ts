import fs from "node:fs";
import { startBenchServer } from "./fresh-database";
import { floor } from "./floor"; import { muster } from "./muster"; import { appendRates, drainRates, latency } from "./measure";
import { createDatabase } from "@/db/database"; import { syncSubscriptions } from "@/domain-events/dispatch/subscriptions"; import { BENCH_SCHEMA } from "./work"; import pg from "pg";
const N = Number(process.argv[2] ?? 3000), what = process.argv[3] ?? "all";
const server = await startBenchServer();
try { const { url } = await server.freshDatabase();
const d = createDatabase({ url, max: 1, applicationName: "x" }); await syncSubscriptions(d); await d.close();
const c = new pg.Client(url); await c.connect(); await c.query(BENCH_SCHEMA); await c.query(`UPDATE event_handler SET ordering = 'correlation'; INSERT INTO event_subscription (handler, type, since) SELECT name, 'BOOKING_SUBMITTED', clock_timestamp() FROM event_handler h WHERE NOT EXISTS (SELECT FROM event_subscription s WHERE s.handler = h.name AND s.type = 'BOOKING_SUBMITTED')`);
const { rows: [{ dir }] } = await new pg.Client(url.replace("muster_owner", "postgres")).connect().then(async (x: any) => { const k = new pg.Client(url.replace("muster_owner", "postgres")); await k.connect(); const r = await k.query("show data_directory"); await k.end(); return { rows: [{ dir: r.rows[0].data_directory }] }; });
const pm = Number(fs.readFileSync(`${dir}/postmaster.pid`, "utf8").split("\n")[0]);
const stat = (p: string) => { const s = fs.readFileSync(`/proc/${p}/stat`, "utf8").split(") ")[1]!.split(" "); return { ppid: +s[1]!, own: +s[11]! + +s[12]!, kids: +s[13]! + +s[14]! }; };
const pgCpu = () => { let t = stat(String(pm)).own + stat(String(pm)).kids; for (const p of fs.readdirSync("/proc")) if (/^\d+$/.test(p)) try { const s = stat(p); if (s.ppid === pm) t += s.own; } catch {} return t * 10_000; };
const cpu = async (label: string, n: number, f: () => Promise<unknown>) => { const a = process.cpuUsage(), b = pgCpu(), t = performance.now(); const r = await f(); const u = process.cpuUsage(a); console.log(label, "node µs", Math.round((u.user + u.system) / n), "pg µs", Math.round((pgCpu() - b) / n), "rate", Math.round(n / (performance.now() - t) * 1000), JSON.stringify(r)); };
const e = [floor(url, 8, 1), muster(url, 8, false)];
await appendRates(e, { facts: 500, writers: 8 });
for (const x of e) await cpu("append " + x.name, N, () => appendRates([x], { facts: N, writers: 8 }));
if (what === "all") for (const x of e) await cpu("drain " + x.name, (N + 500) * 3, () => drainRates([x]));
if (what === "latency") { for (const x of e) await drainRates([x]); for (const x of e) await cpu("latency " + x.name, 1500, () => latency(x, { rate: 100, seconds: 5 })); }
await c.end(); for (const x of e) await x.close();
} finally { await server.dispose(); }
process.exit(0);
