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

/** A call as it arrives through whichever door. */
export interface IncomingCall {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly signal: AbortSignal;
  /** The whole body, undefined where there is none, null where it is more than so many bytes. */
  body(bytesMax: number): Promise<Buffer<ArrayBuffer> | null | undefined>;
}

/** Answers a tRPC call that came through a route of Next. */
export function handleTrpc(request: Request): Promise<Response> {
  const { url, method, headers, signal } = request;
  const body = async (bytesMax: number) => (request.body ? readBody(request, bytesMax) : undefined);
  return answerCall({ url, method, headers, signal, body });
}

/** Answers every tRPC call: guards the request's origin, kind and size, then leaves it to the router. */
export async function answerCall(call: IncomingCall): Promise<Response> {
  const { url, method, headers, signal } = call;
  const refusal = checkRequest({ method, headers, trustedOrigins: env().trustedOrigins });
  // The proxy does not run before this route, so nobody but us names the request.
  const requestId = newId();
  if (refusal) return refuse(refusal.status, refusal.message, requestId);
  const body = await call.body(BODY_BYTES_MAX);
  if (body === null) return refuse(413, "This is more than one request may carry.", requestId);
  const context = { ...createRequestContext(headers), requestId };
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: new Request(url, { method, headers, signal, ...(body !== undefined && { body }) }),
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

function refuse(status: number, message: string, requestId: string): Response {
  return Response.json(
    { error: { message, requestId } },
    { status, headers: { "x-request-id": requestId, "cache-control": "no-store" } },
  );
}
