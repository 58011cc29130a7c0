import fc from "fast-check";
import { expect, test } from "vitest";
import { testId } from "@/testing/builders/actors";
import { commitment, shift } from "@/testing/builders/candidates";
import { laborBlockers } from "./labor";
import type { Commitment, Shift } from "./shapes";

/** On days of October 2035, hours in UTC: `on(10, 14)` is 10 October, 14:00. */
const on = (day: number, hour: number) => new Date(Date.UTC(2035, 9, day) + hour * 3_600_000).toISOString();
const work = (start: string, end: string, changes: Partial<Commitment> = {}) =>
  commitment({ startsAt: start, endsAt: end, ...changes });
const sentences = (others: readonly Commitment[], of: Partial<Shift> = {}) =>
  laborBlockers(shift(of), others).map(({ sentence }) => sentence);
const brooklyn = { locationId: testId(3, 2), position: { latitude: 40.6782, longitude: -73.9442 } };

test("between two venues there has to be time for the way, on either side", () => {
  const after = work(on(10, 18.5), on(10, 20), brooklyn);
  expect(sentences([after])).toEqual(["Only 30 min for the way to EV-221 Winter market."]);
  const before = work(on(10, 12), on(10, 13.5), brooklyn);
  expect(sentences([before])).toEqual(["Only 30 min for the way from EV-221 Winter market."]);
  expect(sentences([work(on(10, 19), on(10, 20), brooklyn)])).toEqual([]);
});

test("a divided day is allowed while the rest fits into the same 24 hours", () => {
  // From 14:00 to 03:00 are thirteen hours: eleven are left.
  expect(sentences([work(on(11, 0), on(11, 3))])).toEqual([]);
  expect(sentences([work(on(11, 0), on(11, 3.5))])).toEqual([
    "Only 6 h of rest before EV-221 Winter market, 11 h are due.",
  ]);
});

test("rest is due over midnight, whatever the dates say", () => {
  expect(sentences([work(on(10, -1), on(10, 4))])).toEqual([
    "Only 10 h of rest after EV-221 Winter market, 11 h are due.",
  ]);
  expect(sentences([work(on(10, -2), on(10, 3))])).toEqual([]);
});

test("the way is no rest", () => {
  expect(sentences([work(on(10, -2), on(10, 3), brooklyn)])).toEqual([
    "Only 10 h 18 min of rest after EV-221 Winter market, 11 h are due.",
  ]);
});

test("the strictest rules of the countries that meet count", () => {
  const night = { start: on(10, -1.5), end: on(10, 3.5) };
  const american = { country: "united states" };
  expect(sentences([work(night.start, night.end, american)], american)).toEqual([]);
  expect(sentences([work(night.start, night.end, american)], { country: "Germany" })).toHaveLength(1);
});

test("ten hours of work within 24 are the most, across events and within one", () => {
  expect(sentences([], { endsAt: on(11, 0) })).toEqual([]);
  expect(sentences([], { endsAt: on(11, 0.5) })).toEqual([
    "Would work 10 h 30 min within 24 hours, 10 h at most are allowed.",
  ]);
  expect(sentences([work(on(10, 18), on(11, 0.5))])).toEqual([
    "Would work 10 h 30 min within 24 hours, 10 h at most are allowed.",
  ]);
  // Two roles at one event are one attendance.
  expect(sentences([work(on(10, 14), on(11, 0), { eventId: shift().eventId })])).toEqual([]);
});

test("48 hours of work within seven days are the most, wherever the week begins", () => {
  const days = (hours: number) =>
    [4, 5, 6, 7, 8, 9].map((day) =>
      work(on(day, 14), on(day, 14 + hours), { eventId: testId(7, 10 + day), assignmentId: testId(8, day) }),
    );
  expect(sentences(days(7))).toEqual([]);
  expect(sentences(days(7.5))).toEqual(["Would work 49 h within 7 days, 48 h at most are allowed."]);
  // What lies a week back is out of the same seven days.
  const old = days(7.5).slice(1);
  expect(sentences([...old, work(on(3, 14), on(3, 22), { eventId: testId(7, 30) })])).toEqual([]);
});

test("hours that rest on what clashes are not counted twice: the clash alone is said", () => {
  expect(sentences([work(on(10, 10), on(10, 20))])).toEqual(["Is at EV-221 Winter market at that time."]);
});

test("whichever of two shifts is asked about, both rules answer alike", () => {
  fc.assert(
    fc.property(fc.integer({ min: -60, max: 60 }), fc.integer({ min: 1, max: 20 }), (start, half) => {
      const other = work(on(10, start / 2), on(10, start / 2 + half / 2));
      const mirrored = laborBlockers(shift({ ...other, role: "Host" }), [
        commitment({ startsAt: shift().startsAt, endsAt: shift().endsAt, eventId: shift().eventId }),
      ]);
      const kinds = laborBlockers(shift(), [other]).map(({ kind }) => kind);
      expect(kinds).toEqual(mirrored.map(({ kind }) => kind));
    }),
  );
});
