import { expect, test } from "vitest";
import { testId } from "@/testing/builders/actors";
import { candidate, shift } from "@/testing/builders/candidates";
import { availabilityOf } from "./availability";
import type { Candidate, Exception, Shift } from "./shapes";

const wednesdays = (from: string, to: string) => [{ weekday: 3, from, to }];
const answerOf = (changes: Partial<Candidate>, of: Partial<Shift> = {}) =>
  availabilityOf(candidate(changes), shift(of));
const blockersOf = (changes: Partial<Candidate>, of: Partial<Shift> = {}) =>
  answerOf(changes, of).blockers.map(({ sentence }) => sentence);
const exception = (changes: Partial<Exception>): Exception => ({
  id: testId(9, 1),
  kind: "off",
  fromDate: "2035-10-10",
  untilDate: "2035-10-10",
  hours: null,
  note: "",
  ...changes,
});

test("the hours of the weekday have to hold all of the shift", () => {
  expect(blockersOf({ weekly: wednesdays("10:00", "14:00") })).toEqual([]);
  expect(blockersOf({ weekly: wednesdays("10:01", "14:00") })).toEqual([
    "Not free for all of Wed 10 Oct 10:00–14:00, New York time.",
  ]);
  expect(blockersOf({ weekly: wednesdays("10:00", "13:59") })).toHaveLength(1);
  expect(blockersOf({ weekly: [{ weekday: 4, from: "00:00", to: "24:00" }] })).toHaveLength(1);
});

test("hours that touch or overlap count as one, a gap between them does not", () => {
  const halves = (end: string, start: string) => [
    { weekday: 3, from: start, to: "15:00" },
    { weekday: 3, from: "09:00", to: end },
  ];
  expect(blockersOf({ weekly: halves("12:00", "12:00") })).toEqual([]);
  expect(blockersOf({ weekly: halves("12:30", "12:00") })).toEqual([]);
  expect(blockersOf({ weekly: halves("12:00", "12:01") })).toHaveLength(1);
});

test("a shift over midnight needs the hours of both days", () => {
  const night = { startsAt: "2035-10-11T02:00:00.000Z", endsAt: "2035-10-11T10:00:00.000Z" };
  const evening = { weekday: 3, from: "22:00", to: "24:00" };
  const morning = { weekday: 4, from: "00:00", to: "06:00" };
  expect(blockersOf({ weekly: [evening, morning] }, night)).toEqual([]);
  expect(blockersOf({ weekly: [evening] }, night)).toHaveLength(1);
});

test("the person's own clock counts, not the venue's", () => {
  const inBerlin = { timeZone: "Europe/Berlin", weekly: wednesdays("16:00", "20:00") };
  expect(blockersOf(inBerlin)).toEqual([]);
  expect(blockersOf({ ...inBerlin, timeZone: null })).toHaveLength(1);
});

test("hours are read off the clock on the days on which it is changed", () => {
  // New York's clocks go back on Sunday 4 November 2035 at 02:00: the night has nine hours.
  const sunday = [{ weekday: 7, from: "00:00", to: "06:00" }];
  const autumn = { startsAt: "2035-11-04T04:00:00.000Z", endsAt: "2035-11-04T11:00:00.000Z" };
  expect(blockersOf({ weekly: sunday }, autumn)).toEqual([]);
  expect(blockersOf({ weekly: sunday }, { ...autumn, endsAt: "2035-11-04T11:01:00.000Z" })).toHaveLength(1);
  // They go forward on 11 March 2035 at 02:00: what begins at 02:30 begins at 03:30.
  const early = [{ weekday: 7, from: "02:30", to: "06:00" }];
  const spring = { startsAt: "2035-03-11T07:30:00.000Z", endsAt: "2035-03-11T10:00:00.000Z" };
  expect(blockersOf({ weekly: early }, spring)).toEqual([]);
  expect(blockersOf({ weekly: early }, { ...spring, startsAt: "2035-03-11T07:29:00.000Z" })).toHaveLength(1);
});

test("time off blocks on each of its days and for its hours only, with its note", () => {
  const off = exception({ fromDate: "2035-10-08", untilDate: "2035-10-10", note: "Holiday" });
  expect(answerOf({ exceptions: [off] }).blockers).toEqual([
    {
      kind: "availability",
      sentence: "Time off during Wed 10 Oct 10:00–14:00, New York time: Holiday.",
      cause: { kind: "exception", exceptionId: off.id },
      isOverridable: true,
    },
  ]);
  expect(
    blockersOf({ exceptions: [exception({ untilDate: "2035-10-09", fromDate: "2035-10-08" })] }),
  ).toEqual([]);
  const hours = (from: string, to: string) => [exception({ hours: { from, to } })];
  expect(blockersOf({ exceptions: hours("13:59", "18:00") })).toHaveLength(1);
  expect(blockersOf({ exceptions: hours("14:00", "18:00") })).toEqual([]);
});

test("hours that are added for a day hold beside the weekly pattern, not against time off", () => {
  const added = exception({ id: testId(9, 2), kind: "available", hours: { from: "10:00", to: "14:00" } });
  expect(blockersOf({ weekly: [], exceptions: [added] })).toEqual([]);
  expect(blockersOf({ weekly: [], exceptions: [added, exception({})] })).toHaveLength(1);
});

test("who has said nothing is warned of, unless the day is settled", () => {
  expect(answerOf({ weekly: null })).toEqual({
    blockers: [],
    warnings: [
      { kind: "availability", sentence: "Ada has not said when they are free.", cause: { kind: "weekly" } },
    ],
  });
  const settled = [exception({ kind: "available" })];
  expect(answerOf({ weekly: null, exceptions: settled })).toEqual({ blockers: [], warnings: [] });
});
