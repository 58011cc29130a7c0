import { expect, test } from "vitest";
import { holdWords } from "./hold-words";

test("a hold until midnight at the venue is one until the end of the day before", () => {
  const words = holdWords("2025-10-20T22:00:00.000Z", "Europe/Berlin", "2025-10-14T08:00:00Z");
  expect(words).toBe("the end of Mon 20 Oct");
});
