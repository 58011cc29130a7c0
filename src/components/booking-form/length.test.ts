import { expect, test } from "vitest";
import { parseLength } from "./length";

test.each([
  ["4 h", 240],
  ["4", 240],
  ["90", 90],
  ["90 min", 90],
  ["1:30", 90],
  ["1 h 30 min", 90],
  ["1h30", 90],
  ["1.5", 90],
  ["1,5 h", 90],
  ["2 days", 2880],
  ["0", 0],
])("%s is %i minutes", (text, minutes) => {
  expect(parseLength(text)).toBe(minutes);
});

test.each(["", "soon", "1:75", "1 h 75", "-4", "4 weeks"])("%s cannot be read", (text) => {
  expect(parseLength(text)).toBeNull();
});
