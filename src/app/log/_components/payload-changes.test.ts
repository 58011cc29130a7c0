import { expect, test } from "vitest";
import { payloadChanges } from "./payload-changes";

test("fields that came, went and changed are named with both values", () => {
  const stored = { title: "Tour", dates: ["2026-12-05"], notes: "old", size: 3 };
  const read = { title: "Tour", dates: [{ start: "2026-12-05" }], size: 4, tags: [] };
  expect(payloadChanges(stored, read)).toEqual([
    { path: "dates.0", stored: '"2026-12-05"', read: null },
    { path: "notes", stored: '"old"', read: null },
    { path: "size", stored: "3", read: "4" },
    { path: "dates.0.start", stored: null, read: '"2026-12-05"' },
    { path: "tags", stored: null, read: "[]" },
  ]);
});

test("the same payload has no changes", () => {
  expect(payloadChanges({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toEqual([]);
});
