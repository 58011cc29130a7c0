import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { processWide } from "@/db/process-wide";
import { allDeliveriesSettled } from "@/domain-events/dispatch/settled";
import { lookOnce } from "@/domain-events/monitoring/monitor";
import { alarmAnnouncer } from "@/handlers/notification/alarms";
import { withPeerAddress } from "@/server/limits/peer-address";
import { createTestDatabase } from "@/testing/database";
import { prometheusProblems, promtoolProblems } from "@/testing/prometheus-text";
import { createWorld, emit, facts, type World } from "@/testing/reliability/world";

let world: World;
const parsed = vi.hoisted(() => ({ mode: "production", metricsToken: undefined as string | undefined }));
// Files of one worker share their modules: this one loads its own, and leaves none of them behind.
vi.hoisted(() => vi.resetModules());
afterAll(() => {
  vi.doUnmock("@/env");
  vi.resetModules();
});
vi.mock("@/env", () => ({ env: () => parsed }));

beforeAll(async () => {
  world = await createWorld(await createTestDatabase());
  processWide("database.requests", () => world.db);
  world.dispatch();
  await emit(world.db, facts(10, 5));
  await allDeliveriesSettled(world.db);
  await lookOnce({ database: world.db, holder: "test", announcer: alarmAnnouncer({ mail: false }) });
});
beforeEach(() => {
  parsed.mode = "production";
  parsed.metricsToken = "a-token-of-some-length";
});
afterEach(() => vi.clearAllMocks());
afterAll(async () => {
  await world.close();
  await world.test.drop();
});

async function scrape(headers: Readonly<Record<string, string>>, peer = "203.0.113.9") {
  const { handleMetrics } = await import("./endpoint");
  const given = withPeerAddress(new Headers(headers), peer);
  return handleMetrics(new Request("http://muster.example/api/metrics", { headers: given }));
}
const authorized = () => scrape({ authorization: "Bearer a-token-of-some-length" });

test("with a token configured nobody reads without it, wherever they are (S-57)", async () => {
  for (const mode of ["production", "development"]) {
    parsed.mode = mode;
    for (const headers of [
      {},
      { authorization: "Bearer a-token-of-some-lengthy" },
      { authorization: "Basic a-token-of-some-length" },
      { authorization: "Bearer " },
    ]) {
      const refused = await scrape(headers, "127.0.0.1");
      expect(refused.status).toBe(401);
      expect(await refused.text()).not.toContain("muster_");
    }
    expect((await authorized()).status).toBe(200);
  }
});

test("without one production answers nobody, development this machine alone", async () => {
  parsed.metricsToken = undefined;
  expect((await scrape({}, "127.0.0.1")).status).toBe(401);
  parsed.mode = "development";
  expect((await scrape({}, "127.0.0.1")).status).toBe(200);
  expect((await scrape({}, "::ffff:127.0.0.1")).status).toBe(200);
  expect((await scrape({}, "203.0.113.9")).status).toBe(401);
});

test("the text says what happened", async () => {
  const response = await authorized();
  expect(response.headers.get("content-type")).toContain("text/plain; version=0.0.4");
  const text = await response.text();
  const labels = 'handler="reporting",type="BOOKING_APPROVED"';
  expect(text).toContain('muster_events_appended_total{type="BOOKING_APPROVED"} 10');
  expect(text).toContain(`muster_deliveries_done_total{${labels}} 10`);
  expect(text).toContain(`muster_delivery_latency_seconds_bucket{${labels},le="+Inf"} 10`);
  expect(text).toContain(`muster_delivery_latency_seconds_count{${labels}} 10`);
  expect(text).toMatch(/^muster_log_holes 0$/m);
  expect(text).toContain('muster_deliveries_unaccounted{handler="workflow"} 0');
  expect(text).toContain('muster_alarm{alarm="backlog"} 0');
  expect(text).toMatch(/^muster_log_seal_lag_seconds [\d.]*[1-9]/m);
  expect(text).toMatch(/^muster_log_blocks_sealed_total 0$/m);
  expect(text).toContain('muster_alarm{alarm="sealing"} 0');
  expect(text).toContain("process_cpu_seconds_total");
});

test("two scrapes at once do not disturb each other", async () => {
  const texts = await Promise.all([authorized(), authorized()].map(async (one) => (await one).text()));
  for (const text of texts) expect(text.match(/^# TYPE muster_log_holes /gm)).toHaveLength(1);
});

test("the format holds, by our own check and by promtool where it is installed", async () => {
  await authorized();
  const text = await (await authorized()).text();
  expect(text).toContain("nodejs_eventloop_lag_p99_seconds");
  // Of two scrapes within a tick of the loop's clock the second would have no number for these.
  expect(text).not.toMatch(/eventloop_lag_(min|mean|stddev)/);
  expect(prometheusProblems(text)).toEqual([]);
  expect(promtoolProblems(text) ?? "").toBe("");
});

test.each([
  ["muster_x_total 1\n", "muster_x_total stands under ."],
  ["# HELP muster_x x\n# TYPE muster_x counter\nmuster_x 1\n", "muster_x counts, but lacks _total."],
  ["# HELP x_total x\n# TYPE x_total gauge\nx_total 1\n", "x_total does not count, but says _total."],
  ["# HELP x_ms x\n# TYPE x_ms gauge\nx_ms 1\n", "x_ms is not in a base unit."],
  ["# TYPE x gauge\nx 1\n", "x has no help."],
  ["# HELP x x\n# TYPE x gauge\nx 1\nx 2\n", "x is there twice."],
  ['# HELP x x\n# TYPE x gauge\nx{a="1"b="2"} one\n', "one is no number."],
  ["# HELP x x\n# TYPE x gauge\nx{a=1} 2\n", "This line cannot be read: x{a=1} 2"],
  ["# HELP x x\n# TYPE x gauge\nx 1", "The last line does not end."],
])("a planted violation is found: %s", (text, problem) => {
  expect(prometheusProblems(text)).toContain(problem);
});

test("promtool finds one as well, where it is installed", () => {
  const said = promtoolProblems("# HELP muster_x x\n# TYPE muster_x counter\nmuster_x 1\n");
  if (said !== undefined) expect(said).toContain("_total");
});
