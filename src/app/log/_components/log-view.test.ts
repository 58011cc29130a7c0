import { expect, test } from "vitest";
import { type LogView, logHref, searchOf } from "./log-view";

const newest: LogView = { range: "24h", type: "", id: "", before: "", open: "" };

test("the plain address asks for the last 24 hours", () => {
  expect(searchOf(newest)).toEqual({ range: "24h" });
  expect(logHref(newest, {})).toBe("/log");
});

test("filters and the place in the list travel through the address", () => {
  const view: LogView = {
    ...newest,
    type: "category:kit",
    id: "BK-1042",
    before: "2026-11-23T12:00:00.000Z_17",
  };
  expect(searchOf(view)).toEqual({
    range: "24h",
    category: "kit",
    id: "BK-1042",
    cursor: { recordedAt: "2026-11-23T12:00:00.000Z", position: "17" },
  });
  expect(searchOf({ ...view, type: "BOOKING_APPROVED" })).toMatchObject({ types: ["BOOKING_APPROVED"] });
  expect(logHref(view, { open: "x" })).toContain("open=x");
});

test("what an address got wrong is left out", () => {
  expect(searchOf({ ...newest, type: "category:cake", before: "yesterday_x" })).toEqual({ range: "24h" });
  expect(searchOf({ ...newest, type: "drop table" })).toEqual({ range: "24h" });
});
