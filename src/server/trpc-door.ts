import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { processWide } from "@/db/process-wide";
import { answerCall } from "./trpc-endpoint";

/**
 * From now on the server (launch/serve.mjs) hands over calls of procedures right here instead of through Next. Called
 * once at server start, before the first request; a second call changes nothing.
 */
export function openTrpcDoor(): void {
  processWide("trpc-door", () => answerRequest);
}

/** Answers a call as Node's server received it, whole: nothing that comes by POST is streamed. */
export async function answerRequest(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const left = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) left.abort();
  });
  const answer = await answerCall({
    // Only the path and the query count; what host a client asked for is nobody's business.
    url: `http://localhost${request.url}`,
    method: request.method ?? "POST",
    headers: headersOf(request),
    signal: left.signal,
    body: (bytesMax) => bodyOf(request, bytesMax),
  });
  const body = Buffer.from(await answer.arrayBuffer());
  // What was not read of a body that is too large must not be taken for the next request.
  if (!request.complete) response.setHeader("connection", "close");
  response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), "content-length": body.length });
  response.end(body);
}

function headersOf({ headers }: IncomingMessage): Headers {
  const read = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    for (const one of [value ?? []].flat()) read.append(name, one);
  }
  return read;
}

async function bodyOf(request: IncomingMessage, bytesMax: number): Promise<Buffer<ArrayBuffer> | null> {
  if (Number(request.headers["content-length"] ?? "0") > bytesMax) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  // The answer still goes out over the connection that a refused body came by.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > bytesMax) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
