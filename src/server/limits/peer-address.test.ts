import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { announcePeerAddresses, peerAddress } from "./peer-address";

test("a request carries its connection's address, whatever headers the client made up", async () => {
  announcePeerAddresses();
  announcePeerAddresses();
  const server = createServer((request, response) => {
    const headers = new Headers(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    response.end(peerAddress(headers));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const headers = { "x-forwarded-for": "198.51.100.1", "x-muster-peer": "198.51.100.1" };
  const response = await fetch(`http://127.0.0.1:${port}/`, { headers });
  expect(await response.text()).toBe("127.0.0.1");
  await new Promise((resolve) => server.close(resolve));
});

test("without a server there is none", () => {
  expect(peerAddress(new Headers({ "x-muster-peer": "198.51.100.1" }))).toBeNull();
});
