import { expect, it } from "vitest";
import { importProblem, importProblemCodes } from "./problems";

const banned = /\b(invalid|please|oops|successfully|unfortunately|simply)\b|!/i;

it.each(importProblemCodes)("%s is a plain sentence that says what to do or what was done", (code) => {
  const details: string[] = ["First detail.", "second detail"];
  const build: (...rest: unknown[]) => { message: string; severity: string } = (...rest) =>
    Reflect.apply(importProblem, null, [code, { row: 2 }, ...rest]);
  const { message, severity } = build(...details);
  expect(message).toMatch(/^["A-Z].*\.$/);
  expect(message).not.toMatch(banned);
  expect(message).not.toContain("undefined");
  expect(["error", "warning"]).toContain(severity);
});
