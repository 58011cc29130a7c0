import { subscribe } from "node:diagnostics_channel";
import type { Server, ServerResponse } from "node:http";
import { onProcessStop, processWide } from "@/db/process-wide";

/** What requests under way get to finish when the process stops, in milliseconds. */
const DRAIN_MS_MAX = 3_000;

interface OpenRequests {
  readonly servers: Set<Server>;
  readonly responses: Set<ServerResponse>;
}

/**
 * From now on a stop of the process takes no new connections and waits for the requests under way, for up to three
 * seconds. Called once at server start; a second call changes nothing. Next does not hand out its server, so it is
 * learned from the first request.
 */
export function drainRequestsOnStop(): void {
  processWide("open-requests", () => {
    const open: OpenRequests = { servers: new Set(), responses: new Set() };
    subscribe("http.server.request.start", (message) => {
      const { server, response } = message as { server: Server; response: ServerResponse };
      open.servers.add(server);
      open.responses.add(response);
      response.once("close", () => open.responses.delete(response));
    });
    onProcessStop("requests", "requests", () => drain(open));
    return open;
  });
}

async function drain({ servers, responses }: OpenRequests): Promise<void> {
  for (const server of servers) {
    server.close();
    server.closeIdleConnections();
  }
  const ended = [...responses].map(
    (response) => new Promise<void>((resolve) => response.once("close", resolve)),
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, DRAIN_MS_MAX);
  });
  await Promise.race([Promise.all(ended), late]);
  clearTimeout(timer);
}
