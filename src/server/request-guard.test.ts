import { describe, expect, test } from "vitest";
import { checkRequest } from "./request-guard";

const json = { "content-type": "application/json" };

const trustedOrigins = ["https://muster.example"];

function check(headers: Record<string, string>, method = "POST") {
  return checkRequest({ method, headers: new Headers(headers), trustedOrigins })?.status ?? null;
}

describe("where a request comes from", () => {
  test.each<[string, Record<string, string>, number | null]>([
    ["a same-origin page", { ...json, "sec-fetch-site": "same-origin" }, null],
    ["another site", { ...json, "sec-fetch-site": "cross-site" }, 403],
    ["a sibling subdomain", { ...json, "sec-fetch-site": "same-site" }, 403],
    ["the address bar", { ...json, "sec-fetch-site": "none" }, 403],
    [
      "another site that claims our origin",
      { ...json, "sec-fetch-site": "cross-site", origin: "https://muster.example" },
      403,
    ],
    ["an older browser on our pages", { ...json, origin: "https://muster.example" }, null],
    ["an older browser on another site", { ...json, origin: "https://evil.example" }, 403],
    ["an origin that only starts like ours", { ...json, origin: "https://muster.example.evil.example" }, 403],
    ["our host on plain http", { ...json, origin: "http://muster.example" }, 403],
    ["localhost, in production", { ...json, origin: "http://localhost:3000" }, 403],
    ["a sandboxed frame", { ...json, origin: "null" }, 403],
    ["a client that says neither", json, null],
    ["a plain client with a cookie", { ...json, cookie: "a=b" }, null],
  ])("%s", (_name, headers, status) => {
    expect(check(headers)).toBe(status);
  });

  test.each(["GET", "HEAD"])("%s changes nothing and passes", (method) => {
    expect(check({ "sec-fetch-site": "cross-site" }, method)).toBeNull();
  });

  test.each(["PUT", "DELETE", "OPTIONS"])("%s is checked like POST", (method) => {
    expect(check({ ...json, "sec-fetch-site": "cross-site" }, method)).toBe(403);
  });
});

describe("what a request carries", () => {
  test.each<[string, Record<string, string>, number | null]>([
    ["JSON with a charset", { "content-type": "Application/JSON; charset=utf-8" }, null],
    ["multipart", { "content-type": "multipart/form-data; boundary=x" }, 415],
    ["a form", { "content-type": "application/x-www-form-urlencoded" }, 415],
    ["text", { "content-type": "text/plain" }, 415],
    ["JSON in the name only", { "content-type": "text/plain; application/json" }, 415],
    ["an unnamed body", { "content-length": "12" }, 415],
    ["an unnamed stream", { "transfer-encoding": "chunked" }, 415],
    ["nothing", { "content-length": "0" }, null],
    ["cross-site multipart", { "content-type": "multipart/form-data", "sec-fetch-site": "cross-site" }, 403],
  ])("%s", (_name, headers, status) => {
    expect(check(headers)).toBe(status);
  });

  test("a route may name what else it reads", () => {
    const headers = new Headers({ "content-type": "application/x-www-form-urlencoded" });
    const contentTypes = ["application/x-www-form-urlencoded"];
    expect(checkRequest({ method: "POST", headers, trustedOrigins, contentTypes })).toBeNull();
  });
});
