import { expect, test } from "vitest";
import { atNoon, listedLine } from "@/testing/builders/listed-line";
import { type ListedLine, mergeLines } from "./merge-lines";

function line(second: number, position: number, title = "did it"): ListedLine {
  return listedLine({ id: `fact-${position}`, position: String(position), at: atNoon(second * 1000), title });
}

const positions = (lines: readonly ListedLine[]) => lines.map(({ position }) => Number(position));

test("a new entry stands on top, a late one in its place, each once", () => {
  const pages = [line(9, 12), line(7, 10), line(5, 8)];
  const merged = mergeLines(pages, [line(10, 13), line(8, 9), line(9, 12)], {
    hasMore: false,
    order: "newest",
  });
  expect(positions(merged)).toEqual([13, 12, 9, 10, 8]);
});

test("of the same moment the higher position stands first, also past what a double can tell apart", () => {
  const low = { ...line(5, 1), position: "9007199254740993" };
  const high = { ...line(5, 2), position: "9007199254740994" };
  expect(mergeLines([high], [low], { hasMore: false, order: "newest" })).toEqual([high, low]);
  expect(mergeLines([low], [high], { hasMore: false, order: "newest" })).toEqual([high, low]);
});

test("the later reading of an entry counts", () => {
  expect(
    mergeLines([line(5, 8, "was due")], [line(5, 8, "is done")], { hasMore: true, order: "newest" }),
  ).toEqual([line(5, 8, "is done")]);
});

test("what belongs behind the last page waits for its page", () => {
  const pages = [line(9, 12), line(7, 10)];
  expect(positions(mergeLines(pages, [line(3, 4)], { hasMore: true, order: "newest" }))).toEqual([12, 10]);
  expect(positions(mergeLines(pages, [line(3, 4)], { hasMore: false, order: "newest" }))).toEqual([
    12, 10, 4,
  ]);
});

test("oldest first, everything stands the other way around", () => {
  const pages = [line(5, 8), line(7, 10)];
  const oldest = (beside: readonly ListedLine[], hasMore: boolean) =>
    positions(mergeLines(pages, beside, { hasMore, order: "oldest" }));
  expect(oldest([line(6, 9), line(3, 4)], true)).toEqual([4, 8, 9, 10]);
  expect(oldest([line(9, 12)], true)).toEqual([8, 10]);
  expect(oldest([line(9, 12)], false)).toEqual([8, 10, 12]);
});
