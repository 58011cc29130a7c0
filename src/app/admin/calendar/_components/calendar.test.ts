import fc from "fast-check";
import { createLoader } from "nuqs/server";
import { expect, test } from "vitest";
import { type CalendarEvent, dayEntries } from "./calendar-items";
import {
  calendarInputOf,
  type CalendarView,
  daysOf,
  shownDays,
  shows,
  spanOf,
  viewHref,
  viewParsers,
} from "./calendar-view";

const load = createLoader(viewParsers);
const read = (href: string): CalendarView => load(new URL(href, "http://muster.test"));
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const someMonth = fc
  .tuple(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}`);

const someDay = fc
  .tuple(someMonth, fc.integer({ min: 10, max: 28 }))
  .map(([month, day]) => `${month}-${day}`);

const anyView: fc.Arbitrary<CalendarView> = fc.record({
  show: fc.constantFrom(...shows),
  month: orNull(someMonth),
  on: orNull(someDay),
  client: orNull(fc.uuid()),
  venue: orNull(fc.uuid()),
  day: orNull(someDay),
  open: orNull(fc.uuid()),
});

test("U-5: state to address to state is identity", () => {
  fc.assert(
    fc.property(anyView, (view) => {
      expect(read(viewHref(view))).toEqual(view);
    }),
  );
});

test("what an address cannot mean is as if it were not there", () => {
  expect(read("/admin/calendar?month=2026-13&day=2026-02-30&open=x")).toEqual(read("/admin/calendar"));
});

test("a week is Monday to Sunday around its day, and a day is itself", () => {
  const today = "2026-10-14";
  const week = { first: "2026-10-12", last: "2026-10-18" };
  expect(spanOf({ show: "week", month: null, on: null }, today)).toEqual(week);
  expect(spanOf({ show: "managers", month: "2031-01", on: "2026-10-18" }, today)).toEqual(week);
  expect(daysOf(week)).toHaveLength(7);
  expect(spanOf({ show: "day", month: null, on: "2026-11-01" }, today)).toEqual({
    first: "2026-11-01",
    last: "2026-11-01",
  });
  expect(spanOf({ show: "month", month: null, on: "2031-01-01" }, today)).toEqual(shownDays("2026-10"));
});

test("the asked range holds every shown day of every zone, within what the server answers", () => {
  fc.assert(
    fc.property(anyView, (view) => {
      const { first, last } = spanOf(view, "2026-10-14");
      const { from, to } = calendarInputOf(view, { first, last });
      expect(Date.parse(from)).toBe(Date.parse(`${first}T00:00:00+14:00`));
      expect(Date.parse(to)).toBe(Date.parse(`${last}T24:00:00-12:00`));
      expect(Date.parse(to) - Date.parse(from)).toBeLessThanOrEqual(62 * 86_400_000);
    }),
  );
});

function event(id: string, startsAt: string, endsAt: string, timeZone: string): CalendarEvent {
  const shared = { number: 1, title: id, onHold: false, bookingId: "", manager: null };
  return { ...shared, venue: { id: "", name: "" }, status: "scheduled", id, startsAt, endsAt, timeZone };
}

test("an event over midnight stands on both days, and a day is ordered by the clock of its venues", () => {
  const night = event("night", "2026-10-14T20:00:00.000Z", "2026-10-15T04:00:00.000Z", "Europe/Berlin");
  const tokyo = event("tokyo", "2026-10-15T01:00:00.000Z", "2026-10-15T03:00:00.000Z", "Asia/Tokyo");
  const berlin = event("berlin", "2026-10-15T07:30:00.000Z", "2026-10-15T09:00:00.000Z", "Europe/Berlin");
  const entries = dayEntries([night, tokyo, berlin], shownDays("2026-10"));
  expect(entries.map(({ event: { id }, date, clock }) => `${date} ${clock} ${id}`)).toEqual([
    "2026-10-14 22:00 night",
    "2026-10-15 to 06:00 night",
    "2026-10-15 09:30 berlin",
    "2026-10-15 10:00 tokyo",
  ]);
});

test("a long event fills the days between, within the shown weeks", () => {
  const long = event("long", "2026-09-01T08:00:00.000Z", "2026-10-02T08:00:00.000Z", "Europe/Berlin");
  const entries = dayEntries([long], shownDays("2026-10"));
  expect(entries.map(({ date, clock }) => `${date} ${clock}`)).toEqual([
    "2026-09-28 all day",
    "2026-09-29 all day",
    "2026-09-30 all day",
    "2026-10-01 all day",
    "2026-10-02 to 10:00",
  ]);
});
