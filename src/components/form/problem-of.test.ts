import { expect, test } from "vitest";
import { problemOf } from "./problem-of";

test("a refusal keeps its code, sentence, rule and fields", () => {
  const data = {
    code: "INVALID",
    message: "Look again.",
    fields: { title: "Enter a title." },
    requestId: "r1",
  };
  expect(problemOf({ data })).toMatchObject(data);
});

test.each([[new TypeError("fetch failed")], [{ data: null }], [undefined]])(
  "%o is a lost connection, said in words",
  (error) => {
    expect(problemOf(error)).toMatchObject({ code: "OFFLINE", fields: {} });
  },
);

test("a refusal without fields has none", () => {
  expect(problemOf({ data: { code: "FORBIDDEN", message: "Not yours." } })).toEqual({
    code: "FORBIDDEN",
    message: "Not yours.",
    fields: {},
    data: undefined,
  });
});

test.each([
  ["a code that is no text", { code: 7, message: "Look again." }],
  ["no sentence", { code: "INVALID" }],
  ["a rule that is no text", { code: "INVALID", message: "Look again.", rule: null }],
  ["fields in a list", { code: "INVALID", message: "Look again.", fields: ["title"] }],
  ["a field without a sentence", { code: "INVALID", message: "Look again.", fields: { title: 1 } }],
])("an answer with %s is none of the server's", (_, data) => {
  expect(problemOf({ data })).toMatchObject({ code: "OFFLINE" });
});
