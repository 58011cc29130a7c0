import { expect, test } from "vitest";
import { constraintViolation, isConnectionLost, isStatementTimeout, isTransient } from "./errors";

const coded = (code: string, message = "x") => Object.assign(new Error(message), { code });
const throughPrisma = (code: string, cause: object) =>
  Object.assign(new Error("x"), { code, meta: { driverAdapterError: { cause } } });

test.each([
  ["a restart of the server", coded("57P01")],
  ["a reset socket", coded("ECONNRESET")],
  ["a silent network", coded("ETIMEDOUT")],
  ["a closed connection in pg's own words", new Error("Connection terminated unexpectedly")],
  ["a connection that no longer answers", new Error("Query read timeout")],
  ["a closed connection through Prisma", throughPrisma("P1017", { kind: "ConnectionClosed" })],
  ["a shutdown through Prisma", throughPrisma("P2010", { originalCode: "57P01", originalMessage: "x" })],
])("%s is a lost connection, and nothing to try again blindly", (_, error) => {
  expect([isConnectionLost(error), isTransient(error), constraintViolation(error)]).toEqual([
    true,
    false,
    undefined,
  ]);
});

test.each([
  coded("40P01"),
  coded("40001"),
  coded("55P03"),
  throughPrisma("P2034", { originalCode: "40P01" }),
])("a deadlock, a serialization failure and a refused lock are worth another try", (error) => {
  expect([isTransient(error), isConnectionLost(error)]).toEqual([true, false]);
});

test("a cancelled statement is a time limit", () => {
  expect(isStatementTimeout(coded("57014"))).toBe(true);
});

test.each([undefined, null, "57P01", 42, {}, new Error("x"), { code: 57 }])(
  "%o is none of these",
  (error) => {
    expect([isConnectionLost(error), isTransient(error), isStatementTimeout(error)]).toEqual([
      false,
      false,
      false,
    ]);
    expect(constraintViolation(error)).toBeUndefined();
  },
);
