import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { onProcessStop } from "@/db/process-wide";
import { InvalidEnvironment } from "@/env";
import { endWith } from "./end-with";

const said: unknown[] = [];
beforeEach(() => {
  said.length = 0;
  vi.spyOn(console, "log").mockImplementation((line: unknown) => said.push(line));
  vi.spyOn(console, "error").mockImplementation((line: unknown) => said.push(line));
});
afterEach(() => {
  process.exitCode = undefined;
});

const broken = new Error("a mistake of ours");

test.each([
  ["all is good", async () => ({ lines: ["one", "two"], isGood: true }), 0, ["one", "two"]],
  ["something differs", async () => ({ lines: ["one"], isGood: false }), 1, ["one"]],
  ["the arguments are wrong", "Usage: …", 2, ["Usage: …"]],
  ["a setting is missing", () => Promise.reject(new InvalidEnvironment("Set it.")), 1, ["Set it."]],
  ["it breaks, with the stack", () => Promise.reject(broken), 1, [broken]],
] as const)("when %s", async (_, wish, exitCode, lines) => {
  await endWith(wish);
  expect(process.exitCode).toBe(exitCode);
  expect(said).toEqual(lines);
});

test("whatever happened, what it opened is closed", async () => {
  let isClosed = false;
  onProcessStop("test", "pools", async () => {
    isClosed = true;
  });
  await endWith(() => Promise.reject(broken));
  expect(isClosed).toBe(true);
});
