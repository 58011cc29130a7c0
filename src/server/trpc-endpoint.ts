import "server-only";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { env } from "@/env";
import { newId } from "@/commands/new-id";
import { createRequestContext } from "./context";
import { readBody } from "./read-body";
import { checkRequest } from "./request-guard";
import { appRouter } from "./router";

/** Calls in one batch at most; the browser's link keeps to the same. */
const BATCH_MAX = 10;
const BODY_BYTES_MAX = 2 * 1024 * 1024;

/** Answers every tRPC call: guards the request's origin, kind and size, then leaves it to the router. */
export async function handleTrpc(request: Request): Promise<Response> {
  const refusal = checkRequest({
    method: request.method,
    headers: request.headers,
    trustedOrigins: env().trustedOrigins,
  });
  // The proxy does not run before this route, so nobody but us names the request.
  const requestId = newId();
  if (refusal) return refuse(refusal.status, refusal.message, requestId);
  const whole = await withBodyRead(request);
  if (!whole) return refuse(413, "This is more than one request may carry.", requestId);
  const context = { ...createRequestContext(request.headers), requestId };
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: whole,
    router: appRouter,
    createContext: () => context,
    allowMethodOverride: true,
    maxBatchSize: BATCH_MAX,
    responseMeta: () => ({
      headers: {
        // Also where a refusal came before anything could put it into the answer.
        "x-request-id": requestId,
        "cache-control": "no-store, no-transform",
        "x-accel-buffering": "no",
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      },
    }),
  });
}

/** The same request with its body in memory; null when that is too large, announced or not. */
async function withBodyRead(request: Request): Promise<Request | null> {
  if (!request.body) return request;
  const body = await readBody(request, BODY_BYTES_MAX);
  if (body === null) return null;
  const { url, method, headers, signal } = request;
  return new Request(url, { method, headers, signal, body });
}

function refuse(status: number, message: string, requestId: string): Response {
  return Response.json(
    { error: { message, requestId } },
    { status, headers: { "x-request-id": requestId, "cache-control": "no-store" } },
  );
}
