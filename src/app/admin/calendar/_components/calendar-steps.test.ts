import { createLoader } from "nuqs/server";
import { expect, test } from "vitest";
import { rangeTitle } from "./calendar-title";
import { isAtToday, shownAs, step } from "./calendar-steps";
import { type CalendarView, viewHref, viewParsers } from "./calendar-view";

const today = "2026-10-14";
const load = createLoader(viewParsers);
const read = (query: string): CalendarView => load(new URL(`/admin/calendar${query}`, "http://muster.test"));

test("one goes on by what is shown, and nothing stays open", () => {
  const goOn = (query: string, by: number) => viewHref(step(read(query), by, today));
  expect(goOn("?open=01993e80-0000-7000-8000-000000000001", 1)).toBe("/admin/calendar?month=2026-11");
  expect(goOn("?show=week", -1)).toBe("/admin/calendar?show=week&on=2026-10-07");
  expect(goOn("?show=day&on=2026-10-31", 1)).toBe("/admin/calendar?show=day&on=2026-11-01");
});

test("another view shows the same time", () => {
  const as = (query: string, show: CalendarView["show"]) => viewHref(shownAs(read(query), show, today));
  expect(as("?month=2027-03", "week")).toBe("/admin/calendar?show=week&on=2027-03-01");
  expect(as("?month=2026-10", "week")).toBe("/admin/calendar?show=week");
  expect(as("?show=week&on=2027-03-09", "month")).toBe("/admin/calendar?month=2027-03");
  expect(as("?show=week&on=2027-03-09", "managers")).toBe("/admin/calendar?show=managers&on=2027-03-09");
});

test("the title names the days, and the year where it is another", () => {
  const title = (query: string) => rangeTitle(read(query), today);
  expect(title("")).toBe("October 2026");
  expect(title("?show=week")).toBe("Mon 12 Oct – Sun 18 Oct");
  expect(title("?show=day&on=2027-01-01")).toBe("Fri 1 Jan 2027");
});

test("an address that names no time is at today", () => {
  expect(isAtToday(read("?show=week&month=2027-01"))).toBe(true);
  expect(isAtToday(read("?on=2027-01-01"))).toBe(true);
  expect(isAtToday(read("?show=day&on=2027-01-01"))).toBe(false);
});
