import { randomBytes } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { processWide } from "@/db/process-wide";

/**
 * Route handlers see headers only, and Next keeps an X-Forwarded-For that the client sent. So the address of
 * the connection travels in a header whose name no client can know: it is drawn anew in every process.
 */
function peerHeader(): string {
  return processWide("peer-header", () => `x-muster-peer-${randomBytes(16).toString("hex")}`);
}

/**
 * From now on every request of this process carries its connection's address. Called once at server start,
 * before the first request; a second call changes nothing.
 */
export function announcePeerAddresses(): void {
  processWide("peer-announcer", () => {
    subscribe("http.server.request.start", (message) => {
      const { request } = message as { request: IncomingMessage };
      const address = request.socket.remoteAddress;
      if (address !== undefined) request.headers[peerHeader()] = address;
    });
    return true;
  });
}

/** The address at the other end of the connection, or null outside a server that announces it. */
export function peerAddress(headers: Headers): string | null {
  return headers.get(peerHeader());
}

/** The header as a test or a tool outside HTTP writes it. */
export function withPeerAddress(headers: Headers, address: string): Headers {
  const marked = new Headers(headers);
  marked.set(peerHeader(), address);
  return marked;
}
