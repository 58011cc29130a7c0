import { createServer } from "node:http";
import next from "next";

/**
 * The server of `npm start`, as a program of its own: `node src/launch/serve.mjs`, on PORT. Pages are Next's. Calls of
 * procedures go past it, straight to the door that the application opens as it starts (server/trpc-door.ts): of a
 * command's time Next's way to a route would be a third (decisions/0014).
 *
 * @typedef {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => Promise<void>} Door
 */
const port = Number(process.env["PORT"]);
const app = next({ dev: false, port });
await app.prepare();
const page = app.getRequestHandler();

const server = createServer((request, response) => {
  const answered = ((isCall(request) && door()) || page)(request, response);
  answered.catch((error) => {
    console.error(error);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});
server.on("error", (error) => {
  console.error(error.message);
  process.exit(1);
});
server.listen(port);

/**
 * Undefined until the application has started, which Next does not wait for.
 * @returns {Door | undefined}
 */
function door() {
  /** @type {Record<symbol, unknown>} */
  const shared = globalThis;
  return /** @type {Door | undefined} */ (shared[Symbol.for("muster.trpc-door")]);
}

/**
 * Subscriptions come by GET and stay with Next.
 * @param {import("node:http").IncomingMessage} request
 */
function isCall({ method, url }) {
  return method === "POST" && url !== undefined && url.startsWith("/api/trpc/");
}
