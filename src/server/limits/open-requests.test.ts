import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { closeProcessWide, onProcessStop } from "@/db/process-wide";
import { drainRequestsOnStop } from "./open-requests";

test("a stop lets the request under way finish before the dispatcher stops, and takes no new connection", async () => {
  drainRequestsOnStop();
  const waiting: ServerResponse[] = [];
  const server = createServer((_, response) => waiting.push(response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  const url = `http://127.0.0.1:${address.port}`;
  const order: string[] = [];
  const answer = fetch(url).then((response) => response.text());
  await once(server, "request");
  onProcessStop("dispatcher", "dispatcher", () => void order.push("dispatcher stopped"));

  const closed = closeProcessWide();
  await expect(fetch(url)).rejects.toThrow();
  expect(order).toEqual([]);
  for (const response of waiting) response.end("read", () => order.push("answered"));
  await closed;
  expect(await answer).toBe("read");
  expect(order).toEqual(["answered", "dispatcher stopped"]);
});
