import { expect, test } from "vitest";
import { daysOf, listItems } from "./list-items";
import type { ListedLine } from "./merge-lines";

function line(id: string, at: string): ListedLine {
  return {
    id,
    position: "1",
    at,
    type: "BOOKING_CREATED",
    category: "booking",
    actor: "Ada Brook",
    actorId: "ada",
    source: "bookings.create",
    title: "did it",
    tone: "neutral",
    icon: "plus",
    correlationId: "b",
    bookingNumber: null,
    causationId: null,
    depth: 0,
    isReadable: true,
    handlers: [],
    timeZone: null,
  };
}

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
