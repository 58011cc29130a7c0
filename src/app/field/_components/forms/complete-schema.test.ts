import { expect, test } from "vitest";
import { completeSchema } from "./complete-schema";

const fields = {
  times: "recorded",
  startedAt: "",
  endedAt: "",
  met: "yes",
  figures: [{ name: "Samples", amount: "120" }],
  notes: "",
  stillIn: "",
};
const check = (change: object) => {
  const result = completeSchema.safeParse({ ...fields, ...change });
  return result.success ? "fine" : result.error.issues.map(({ path }) => path.join("."));
};

test("recorded times need no words; entered ones have to be there and in order", () => {
  expect(check({})).toBe("fine");
  expect(check({ times: "entered" })).toEqual(["startedAt", "endedAt"]);
  const startedAt = "2026-10-14T10:00";
  expect(check({ times: "entered", startedAt, endedAt: startedAt })).toEqual(["endedAt"]);
  expect(check({ times: "entered", startedAt, endedAt: "2026-10-14T10:01" })).toBe("fine");
});

test("whether it went as hoped for is asked, not assumed", () => {
  expect(check({ met: "" })).toEqual(["met"]);
});
