import { createLoader } from "nuqs/server";
import { expect, test } from "vitest";
import { barsOf, type BoardUse } from "./board-bars";
import { boardInputOf, daysOf, stepped, viewHref, viewParsers } from "./board-view";

const use: BoardUse = {
  id: "1",
  kitTemplateId: "2",
  templateName: "Tea kit",
  eventId: "3",
  number: 221,
  title: "Autumn tour",
  status: "assigned",
  windowStart: "2026-12-04T02:00:00.000Z",
  windowEnd: "2026-12-06T17:00:00.000Z",
  startsAt: "2026-12-05T15:00:00.000Z",
  endsAt: "2026-12-05T17:00:00.000Z",
  timeZone: "America/New_York",
  expectedReturn: null,
  against: null,
};
const view = { on: "2026-12-01", template: null };
const days = daysOf(view, "2026-11-23");
const now = "2026-12-10T12:00:00.000Z";
const placed = (change: Partial<BoardUse>) =>
  barsOf([{ ...use, ...change }], days, now).map(({ first, last, isOverdue }) => [first, last, isOverdue]);

test("a use stands on the days of its venue's clock, cut where the board ends", () => {
  expect(days).toHaveLength(14);
  expect(placed({})).toEqual([[3, 6, false]]);
  expect(placed({ windowStart: "2026-11-20T12:00:00.000Z", windowEnd: "2026-12-30T12:00:00.000Z" })).toEqual([
    [1, 14, false],
  ]);
  expect(placed({ windowStart: "2026-11-01T12:00:00.000Z", windowEnd: "2026-11-03T12:00:00.000Z" })).toEqual(
    [],
  );
});

test("an overdue kit is taken up to now, one that came back is not overdue", () => {
  const expectedReturn = "2026-12-06T17:00:00.000Z";
  expect(placed({ status: "checked_out", expectedReturn })).toEqual([[3, 10, true]]);
  expect(placed({ status: "returned", expectedReturn })).toEqual([[3, 6, false]]);
});

test("U-5: state to address to state is identity, two weeks at a time", () => {
  const load = createLoader(viewParsers);
  const template = "0199c8a0-1000-7000-8000-0000000000fa";
  const full = { on: "2026-12-01", template };
  expect(load(new URL(viewHref(full), "http://muster.test"))).toEqual(full);
  expect(stepped(view, 1, "2026-11-23").on).toBe("2026-12-15");
  expect(stepped({ ...view, on: "2026-12-07" }, -1, "2026-11-23").on).toBeNull();
  expect(boardInputOf(full, "2026-11-23")).toEqual({
    from: "2026-11-30T10:00:00Z",
    to: "2026-12-15T12:00:00Z",
    kitTemplateId: template,
  });
});
