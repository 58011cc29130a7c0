import "server-only";
import * as z from "zod";
import { processWide } from "@/db/process-wide";
import { log } from "./log";

const BYTES_MAX = 16 * 1024;
const PER_MINUTE_MAX = 60;

const reports = z
  .array(
    z.object({
      type: z.string().max(50),
      body: z.object({
        effectiveDirective: z.string().max(100).optional(),
        blockedURL: z.string().max(500).optional(),
        documentURL: z.string().max(500).optional(),
      }),
    }),
  )
  .max(20);

/** Takes what browsers report of the content policy (Reporting API); capped in size and number, kept in the log only. */
export async function handlePolicyReport(request: Request): Promise<Response> {
  const done = new Response(null, { status: 204 });
  if (!withinLimit() || Number(request.headers.get("content-length") ?? BYTES_MAX + 1) > BYTES_MAX)
    return done;
  const parsed = reports.safeParse(await readJson(request));
  if (!parsed.success) return done;
  for (const { type, body } of parsed.data) {
    const page = body.documentURL === undefined ? undefined : pathOf(body.documentURL);
    log().warn(
      { type, directive: body.effectiveDirective, blocked: pathOf(body.blockedURL ?? ""), page },
      "policy report",
    );
  }
  return done;
}

async function readJson(request: Request): Promise<unknown> {
  try {
    return JSON.parse((await request.text()).slice(0, BYTES_MAX));
  } catch {
    return null;
  }
}

/** The address without its query, which may hold what a person typed. */
function pathOf(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? "";
}

function withinLimit(): boolean {
  const counter = processWide("policy-reports", () => ({ minute: 0, count: 0 }));
  const minute = Math.floor(Date.now() / 60_000);
  if (counter.minute !== minute) Object.assign(counter, { minute, count: 0 });
  counter.count += 1;
  return counter.count <= PER_MINUTE_MAX;
}
