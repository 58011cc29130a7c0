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
