import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { processWide } from "@/db/process-wide";
import { env } from "@/env";
import { createTestDatabase } from "@/testing/database";
import { createWorld, type World } from "@/testing/reliability/world";
import { answerRequest } from "./trpc-door";
import { handleTrpc } from "./trpc-endpoint";

const MEGABYTE = 1024 * 1024;
let world: World;
let server: http.Server;
let agent: http.Agent;

beforeAll(async () => {
  world = await createWorld(await createTestDatabase());
  // Read once and kept; the address itself is never dialed.
  vi.stubEnv("DATABASE_URL", "postgresql://127.0.0.1:1/unused");
  env();
  processWide("database.requests", () => world.db);
  server = http.createServer((request, response) => void answerRequest(request, response)).listen(0);
  await once(server, "listening");
  agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
});
afterAll(async () => {
  agent.destroy();
  server.close();
  await world.close();
  await world.test.drop();
});

interface Given {
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly chunks?: readonly string[];
}

async function send({ path = "account.me", headers = {}, chunks = ["{}"] }: Given) {
  const { port } = server.address() as AddressInfo;
  const all = { "content-type": "application/json", ...headers };
  const request = http.request({ port, agent, method: "POST", path: `/api/trpc/${path}`, headers: all });
  const answered = once(request, "response") as Promise<[http.IncomingMessage]>;
  for (const chunk of chunks) request.write(chunk);
  request.end();
  const [answer] = await answered;
  return { status: answer.statusCode, headers: answer.headers, text: await text(answer) };
}

async function throughNext(path: string, headers: Readonly<Record<string, string>> = {}) {
  const answer = await handleTrpc(
    new Request(`http://localhost/api/trpc/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: "{}",
    }),
  );
  return { status: answer.status, headers: Object.fromEntries(answer.headers), text: await answer.text() };
}

const withoutId = (given: string) => given.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "the id");

test.each([
  ["a call", "account.me", {}, 401],
  ["a batch", "account.me,account.permissions?batch=1", {}, 401],
  ["a procedure that does not exist", "bookings.remove", {}, 404],
  ["another site's call", "account.me", { origin: "https://elsewhere.example" }, 403],
  ["plain text", "account.me", { "content-type": "text/plain" }, 415],
])("%s is answered as through a route of Next", async (_, path, headers, status) => {
  const [direct, routed] = [await send({ path, headers }), await throughNext(path, headers)];
  expect(direct.status).toBe(status);
  expect(direct.status).toBe(routed.status);
  expect(withoutId(direct.text)).toBe(withoutId(routed.text));
  const ours = Object.keys(routed.headers);
  expect(ours).toContain("x-request-id");
  for (const name of ours) {
    const [given, expected] = [String(direct.headers[name]), String(routed.headers[name])];
    expect([name, withoutId(given)]).toEqual([name, withoutId(expected)]);
  }
});

test("a body of 3 MB is refused, announced or not, and the next call is answered", async () => {
  const chunks = Array.from({ length: 3 }, () => "x".repeat(MEGABYTE));
  const announced = { "content-length": String(3 * MEGABYTE) };
  for (const headers of [announced, {}]) {
    expect(await send({ headers, chunks })).toMatchObject({ status: 413, headers: { connection: "close" } });
    expect((await send({})).status).toBe(401);
  }
});

test("a header that came twice is one, and one that a client may not set stands for nothing", async () => {
  const twice = await send({ headers: { "sec-fetch-site": ["same-origin", "cross-site"] } });
  expect(twice.status).toBe(403);
  expect((await send({ headers: { host: "elsewhere.example:99999999" } })).status).toBe(401);
});

test("who leaves in the middle of a body is no fault of the server", async () => {
  const { port } = server.address() as AddressInfo;
  const request = http.request({ port, method: "POST", path: "/api/trpc/account.me" });
  request.on("error", () => undefined);
  request.setHeader("content-type", "application/json");
  request.write("{");
  await once(request, "socket");
  request.destroy();
  expect((await send({})).status).toBe(401);
});
