import { describe, expect, test } from "vitest";
import { commonPasswords } from "./common-passwords";
import { passwordProblem } from "./password-rules";

describe("length", () => {
  test.each([
    ["eleven characters", "zk4 Vr!q8Ld", /at least 12/],
    ["twelve characters", "zk4 Vr!q8Ldw", null],
    ["64 characters", "correct horse battery staple ".repeat(3).slice(0, 64), null],
    ["128 characters", "zk4Vr!q8".repeat(16), null],
    ["129 characters", `${"zk4Vr!q8".repeat(16)}x`, /at most 128/],
    ["twelve characters outside the basic plane", "🦊🐙🐝🦉🦋🐢🐬🦔🐌🦓🦜🐧", null],
    ["six emoji of two units each", "🦊🐙🐝🦉🦋🐢", /at least 12/],
  ])("%s", (_name, password, problem) => {
    const found = passwordProblem(password);
    if (problem === null) expect(found).toBeNull();
    else expect(found).toMatch(problem);
  });
});

test.each(["only lower case words", "ONLY CAPITALS HERE", "7294 1036 5581", "Grünes Licht für Ana"])(
  "no composition rules: %s",
  (password) => {
    expect(passwordProblem(password)).toBeNull();
  },
);

test.each([
  "password1234",
  "Password123!",
  "P@ssw0rd2026",
  "passwordpassword",
  "123456789012",
  "qwertyuiopasdf",
  "lkjhgfdsapoiuy",
  "1qaz2wsx3edc",
  "aaaaaaaaaaaa",
  "abababababab",
  "iloveyou2026",
  "letmein!!!!!!",
  "Administrator1",
  "correcthorsebatterystaple",
  "muster-demo-2026",
])("a common password is refused however it is dressed: %s", (password) => {
  expect(passwordProblem(password)).toMatch(/tried first/);
});

test("name and address of the person are refused, a sentence that contains them is not", () => {
  const words = ["ana.ferreira@agency.example", "Ana Ferreira"];
  expect(passwordProblem("anaferreira2026", words)).toMatch(/your own/);
  expect(passwordProblem("ana.ferreira@agency.example", words)).toMatch(/your own/);
  expect(passwordProblem("ferreira mows the lawn", words)).toBeNull();
});

test("the list is long enough to matter and holds lower case only", () => {
  expect(commonPasswords.size).toBeGreaterThan(900);
  for (const entry of commonPasswords) expect(entry).toBe(entry.toLowerCase());
});
