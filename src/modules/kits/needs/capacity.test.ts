import { expect, test } from "vitest";
import { peaksByDay, unmetWishes } from "./capacity";

const DAY = 86_400_000;
const days = (start: number, end: number) => ({ start: start * DAY, end: end * DAY });

test("the peak of a day is what overlaps at one moment, not what touches the day", () => {
  const morning = days(0.1, 0.3);
  const noon = days(0.3, 0.6);
  const afternoon = days(0.5, 0.9);
  expect(peaksByDay([morning, noon, afternoon], 0, 2)).toEqual([2, 0]);
});

test("what began before counts, back to back makes room, and a long one counts on each of its days", () => {
  expect(peaksByDay([days(-3, 1), days(1, 2), days(-1, 3)], 0, 4)).toEqual([2, 2, 1, 0]);
  expect(peaksByDay([], 0, 2)).toEqual([0, 0]);
  expect(peaksByDay([days(-9, -2)], 0, 1)).toEqual([0]);
});

test("wishes are granted in their order while the peak stays below the capacity", () => {
  const wish = (id: string, start: number, end: number) => ({ id, ...days(start, end) });
  const taken = [days(0, 2)];
  const wishes = [wish("a", 1, 3), wish("b", 1, 2), wish("c", 2, 3), wish("d", 4, 5)];
  const unmet = (capacity: number) => unmetWishes(wishes, taken, capacity).map(({ id }) => id);
  expect(unmet(2)).toEqual(["b"]);
  expect(unmet(1)).toEqual(["a", "b"]);
  expect(unmet(3)).toEqual([]);
  expect(unmet(0)).toEqual(["a", "b", "c", "d"]);
});
