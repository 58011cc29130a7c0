import fc from "fast-check";
import { expect, test } from "vitest";
import type { CalendarEvent, DayEntry } from "./calendar-items";
import { dayEntries } from "./calendar-items";
import { layOutDay, shownHours } from "./time-grid-layout";

const day = "2026-10-14";

function event(id: string, startsAt: string, endsAt: string, timeZone = "UTC"): CalendarEvent {
  const shared = { number: 1, title: id, onHold: false, bookingId: "", manager: null };
  const venue = { id: "", name: "" };
  return { ...shared, venue, status: "scheduled", id, startsAt, endsAt, timeZone };
}
/** Minutes of the day, on a clock of UTC. */
const at = (minute: number) => new Date(Date.parse(`${day}T00:00:00Z`) + minute * 60_000).toISOString();
const entry = (id: string, from: number, to: number): DayEntry => ({
  event: event(id, at(from), at(to)),
  date: day,
  clock: "",
});
const places = (entries: readonly DayEntry[], columnsMax = 4) =>
  layOutDay(entries, columnsMax).blocks.map(
    ({ entry: { event: one }, column, columns }) => `${one.id} ${column}/${columns}`,
  );

test("events that share time stand side by side, and those after them have the whole width again", () => {
  const entries = [entry("a", 600, 720), entry("b", 660, 780), entry("c", 720, 800), entry("d", 900, 960)];
  expect(places(entries)).toEqual(["a 0/2", "b 1/2", "c 0/2", "d 0/1"]);
});

test("back to back is not beside each other", () => {
  expect(places([entry("a", 600, 720), entry("b", 720, 780)])).toEqual(["a 0/1", "b 0/1"]);
});

test("what finds no room is counted", () => {
  const layout = layOutDay(
    ["a", "b", "c"].map((id) => entry(id, 600, 700)),
    2,
  );
  expect(layout.blocks).toHaveLength(2);
  expect(layout.hidden).toBe(1);
});

test("rule 7: an event over midnight has a part on each of its days, on the clock of its venue", () => {
  const night = event("night", "2026-10-14T20:00:00.000Z", "2026-10-15T04:00:00.000Z", "Europe/Berlin");
  const parts = dayEntries([night], { first: "2026-10-14", last: "2026-10-15" }).map((one) => {
    const [block] = layOutDay([one], 4).blocks;
    return [one.date, block?.fromMinute, block?.toMinute];
  });
  expect(parts).toEqual([
    ["2026-10-14", 22 * 60, 1440],
    ["2026-10-15", 0, 6 * 60],
  ]);
});

test("the working day is always shown, and whatever lies outside of it", () => {
  const hours = (...entries: DayEntry[]) => shownHours([layOutDay(entries, 4)]);
  expect(hours()).toEqual({ first: 8, last: 20 });
  expect(hours(entry("a", 390, 500), entry("b", 1260, 1290))).toEqual({ first: 6, last: 22 });
});

test("no two blocks of a column share time, and every block is within the day", () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 600 }))
    .map(([from, minutes]) => [from, Math.min(from + minutes, 1440)] as const);
  fc.assert(
    fc.property(fc.array(span, { maxLength: 30 }), fc.integer({ min: 1, max: 6 }), (spans, columnsMax) => {
      const entries = spans.map(([from, to], index) => entry(String(index), from, to));
      const { blocks, hidden } = layOutDay(entries, columnsMax);
      expect(blocks.length + hidden).toBe(entries.length);
      for (const one of blocks) {
        expect(one.fromMinute).toBeGreaterThanOrEqual(0);
        expect(one.toMinute).toBeLessThanOrEqual(1440);
        expect(one.column).toBeLessThan(Math.min(one.columns, columnsMax));
        for (const other of blocks) {
          if (one === other || one.column !== other.column) continue;
          expect(one.toMinute <= other.fromMinute || other.toMinute <= one.fromMinute).toBe(true);
        }
      }
    }),
  );
});
