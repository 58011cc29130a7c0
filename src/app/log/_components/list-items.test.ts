import { expect, test } from "vitest";
import { listedLine } from "@/testing/builders/listed-line";
import { daysOf, listItems } from "./list-items";

const line = (id: string, at: string) => listedLine({ id, at });

const lines = [
  line("c", "2026-11-24T00:00:00.000Z"),
  line("b", "2026-11-23T23:59:59.999Z"),
  line("a", "2026-11-23T08:00:00.000Z"),
];

test("each day has its heading once, above its first entry; entries keep their place", () => {
  const told = listItems(lines).map((item) =>
    item.kind === "day" ? item.day : `${item.index} ${item.line.id}`,
  );
  expect(told).toEqual(["2026-11-24", "0 c", "2026-11-23", "1 b", "2 a"]);
  expect(listItems([])).toEqual([]);
});

test("the days are asked for in the order in which they stand", () => {
  expect(daysOf(lines)).toEqual(["2026-11-24", "2026-11-23"]);
});
