import { expect, test } from "vitest";
import { cursorAt } from "./row-cursor";

const rows = (...ids: string[]) => ({ count: ids.length, idOf: (index: number) => ids[index] });

test("the cursor stays with its record when rows come above it", () => {
  expect(cursorAt({ index: 1, id: "b" }, rows("new", "a", "b"))).toBe(2);
});

test("where the record is gone the cursor keeps its place, within the list", () => {
  expect(cursorAt({ index: 1, id: "b" }, rows("a", "c"))).toBe(1);
  expect(cursorAt({ index: 1, id: "b" }, rows("a"))).toBe(0);
  expect(cursorAt({ index: 1, id: "b" }, rows())).toBeNull();
});

test("without names of rows the place is all there is", () => {
  expect(cursorAt({ index: 3, id: undefined }, { count: 2 })).toBe(1);
  expect(cursorAt(null, { count: 2 })).toBeNull();
});
