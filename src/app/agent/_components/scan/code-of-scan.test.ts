import { expect, test } from "vitest";
import { codeOfScan } from "./code-of-scan";

test.each([
  ["https://muster.example/agent/check-in?event=e1&code=abc", { kind: "code", code: "abc" }],
  ["https://muster.example/agent/check-in?event=e2&code=abc", { kind: "other-event" }],
  ["https://muster.example/agent/check-in?event=e1", { kind: "no-code" }],
  ["https://muster.example/elsewhere?event=e1&code=abc", { kind: "no-code" }],
  ["WIFI:S:Venue;P:secret;;", { kind: "no-code" }],
  ["123456", { kind: "no-code" }],
])("%s", (text, scan) => {
  expect(codeOfScan(text, "e1")).toEqual(scan);
});
