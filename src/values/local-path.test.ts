import { expect, test } from "vitest";
import { localPath } from "./local-path";

test.each([
  ["/admin/bookings?state=submitted#top", "/admin/bookings?state=submitted#top"],
  ["/", "/"],
  ["/agent/../admin", "/admin"],
])("keeps the path %s", (asked, expected) => {
  expect(localPath(asked)).toBe(expected);
});

test.each([
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/\n//evil.example",
  "/.//evil.example",
  "\\\\evil.example",
  "javascript:alert(1)",
  "admin",
  "",
  null,
  undefined,
  "/api/auth/sign-out",
  "/sign-in?next=/sign-in",
  `/${"a".repeat(2_000)}`,
])("answers / for %j", (asked) => {
  expect(localPath(asked)).toBe("/");
});
