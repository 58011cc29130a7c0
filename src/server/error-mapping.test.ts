import { expect, test } from "vitest";
import { publicError } from "./error-mapping";

const databaseError = (code: string) => Object.assign(new Error("internal words"), { code });

test.each([
  ["a deadlock", "40P01", "TRY_AGAIN"],
  ["a serialization failure", "40001", "TRY_AGAIN"],
  ["a lock that was not to be had", "55P03", "TRY_AGAIN"],
  ["a statement that took too long", "57014", "TRY_AGAIN"],
  ["a lost connection", "57P01", "TRY_AGAIN"],
  ["a full disk", "53100", "TRY_AGAIN"],
  ["a server that only reads", "25006", "TRY_AGAIN"],
  ["a mistake of ours", "42601", "FAILED"],
])("%s is answered without its words", (_, code, expected) => {
  const { code: answered, message } = publicError(databaseError(code));
  expect(answered).toBe(expected);
  expect(message).not.toContain("internal");
});
