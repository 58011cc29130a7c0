import { expect, test } from "vitest";
import { totalWords } from "./count-words";

test.each([
  [{ count: 0, more: false }, "0 bookings"],
  [{ count: 1, more: false }, "1 booking"],
  [{ count: 37, more: false }, "37 bookings"],
  [{ count: 1000, more: false }, "1\u00A0000 bookings"],
  [{ count: 1000, more: true }, "1\u00A0000+ bookings"],
])("%o is said as %s", (total, words) => {
  expect(totalWords(total, "booking")).toBe(words);
});
