import { expect, test } from "vitest";
import { bodyHash } from "./receipts";

test("a body's hash does not depend on the order of its fields, at any depth", () => {
  expect(bodyHash("s", { a: 1, b: { c: [1, { d: 2, e: 3 }] } })).toBe(
    bodyHash("s", { b: { c: [1, { e: 3, d: 2 }] }, a: 1 }),
  );
});

test.each([
  ["another value", "s", { a: 2, list: [1, 2] }],
  ["another order of a list", "s", { a: 1, list: [2, 1] }],
  ["another command", "t", { a: 1, list: [1, 2] }],
  ["a further field", "s", { a: 1, list: [1, 2], b: null }],
])("%s has another hash", (_, source, body) => {
  expect(bodyHash(source, body)).not.toBe(bodyHash("s", { a: 1, list: [1, 2] }));
});

test("a field that is undefined is a field that is absent", () => {
  expect(bodyHash("s", { a: 1, b: undefined })).toBe(bodyHash("s", { a: 1 }));
});
