import { Duplex } from "node:stream";
import pg from "pg";
import { expect, test } from "vitest";

/** `delivery-transaction.ts` reads both past the driver's types; without them it works, in twice as many writes. */
test("the driver still has a connection with a stream that can be corked", () => {
  const connection: unknown = Reflect.get(new pg.Client(), "connection");
  expect(connection).toBeInstanceOf(pg.Connection);
  expect(connection instanceof pg.Connection && connection.stream).toBeInstanceOf(Duplex);
});
