import "server-only";
import { readiness } from "@/domain-events/monitoring/health";
import { requestDatabase } from "./databases";

/**
 * 200 when this process can do its work, 503 with the failing parts by name otherwise; never addresses, versions
 * or figures, since anybody may ask.
 */
export async function handleReadiness(): Promise<Response> {
  const { ready, checks } = await readiness(requestDatabase());
  const body = ready
    ? { status: "ready" }
    : { status: "not ready", failing: checks.filter((check) => !check.ok).map((check) => check.name) };
  return Response.json(body, { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } });
}
