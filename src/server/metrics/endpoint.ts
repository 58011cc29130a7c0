import "server-only";
import { timingSafeEqual, createHash } from "node:crypto";
import { collectDefaultMetrics, Registry } from "prom-client";
import { processWide } from "@/db/process-wide";
import { readFigures } from "@/domain-events/monitoring/figures";
import { readLifetime } from "@/domain-events/monitoring/series";
import { env } from "@/env";
import { requestDatabase } from "@/server/databases";
import { peerAddress } from "@/server/limits/peer-address";
import { log } from "@/server/log";
import { release } from "@/server/release";
import { logMetrics } from "./log-metrics";

/**
 * The metrics in Prometheus' text format, for whoever has the token (S-57). Without a configured token production
 * refuses everybody, and development answers this machine alone.
 */
export async function handleMetrics(request: Request): Promise<Response> {
  if (!mayRead(request.headers)) {
    return new Response("Metrics need the token of METRICS_TOKEN.\n", {
      status: 401,
      headers: { "www-authenticate": 'Bearer realm="metrics"', "cache-control": "no-store" },
    });
  }
  try {
    const db = requestDatabase();
    const [counts, figures] = await Promise.all([readLifetime(db), readFigures(db)]);
    const text = await Registry.merge([processMetrics(), logMetrics(counts, figures)]).metrics();
    return new Response(text, {
      headers: { "content-type": Registry.PROMETHEUS_CONTENT_TYPE, "cache-control": "no-store" },
    });
  } catch (error) {
    log().error({ err: error }, "the metrics could not be read");
    return new Response("The metrics could not be read.\n", { status: 503 });
  }
}

function mayRead(headers: Headers): boolean {
  const { metricsToken, mode } = env();
  if (metricsToken === undefined) return mode !== "production" && isThisMachine(peerAddress(headers));
  const [, given] = /^Bearer (.+)$/i.exec(headers.get("authorization") ?? "") ?? [];
  return given !== undefined && timingSafeEqual(digest(given), digest(metricsToken));
}

/** Of one length, whatever was sent. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

function isThisMachine(address: string | null): boolean {
  return address !== null && /^(::ffff:)?127\.|^::1$/.test(address);
}

/**
 * What Node.js says of this process; gathered once, since it hooks into the event loop. Left out are gauges that call
 * themselves totals (the same numbers are there by kind), and of the event loop's lag, which is measured from one
 * scrape to the next, what is no number when nothing was measured between two scrapes.
 */
function processMetrics(): Registry {
  return processWide("process-metrics", () => {
    const registry = new Registry();
    registry.setDefaultLabels({ release: release() });
    collectDefaultMetrics({ register: registry });
    for (const kind of ["resources", "handles", "requests"]) {
      registry.removeSingleMetric(`nodejs_active_${kind}_total`);
    }
    for (const lag of ["min", "mean", "stddev"])
      registry.removeSingleMetric(`nodejs_eventloop_lag_${lag}_seconds`);
    return registry;
  });
}
