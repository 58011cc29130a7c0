import { expect, test } from "vitest";
import { acceptedSchedule } from "./accepted-schedule";

function dateOn(day: string, proposedLocalStart: string | null = null) {
  return {
    dateId: day,
    date: `${day}T10:00:00Z`,
    localStart: `${day}T10:00`,
    startsAt: `${day}T10:00:00.000Z`,
    endsAt: `${day}T14:00:00.000Z`,
    status: proposedLocalStart === null ? ("approved" as const) : ("proposed" as const),
    clockNote: null,
    reason: null,
    proposedLocalStart,
    event: null,
  };
}

const first = dateOn("2027-03-01");
const second = dateOn("2027-03-08", "2027-03-09T12:00");
const third = dateOn("2027-03-15", "2027-03-16T12:00");
const weekly = {
  frequency: "weekly",
  interval: 1,
  startLocal: "2027-03-01T10:00",
  durationMinutes: 240,
  endDate: "2027-03-15",
} as const;

test("of single dates only the accepted one moves, and keeps its length", () => {
  const booking = { dates: [first, second, third], recurrence: null };
  expect(acceptedSchedule(booking, new Set(["2027-03-08"]))).toEqual({
    kind: "dates",
    dates: [
      { localStart: "2027-03-01T10:00", durationMinutes: 240 },
      { localStart: "2027-03-09T12:00", durationMinutes: 240 },
      { localStart: "2027-03-15T10:00", durationMinutes: 240 },
    ],
  });
});

test("a date of a series leaves the rule and stands beside it", () => {
  const booking = { dates: [first, second, third], recurrence: weekly };
  expect(acceptedSchedule(booking, new Set(["2027-03-08", "2027-03-15"]))).toEqual({
    kind: "recurring",
    recurrence: {
      ...weekly,
      excludeDates: ["2027-03-08", "2027-03-15"],
      extraDates: ["2027-03-09T12:00", "2027-03-16T12:00"],
    },
  });
});

test("a date beside the rule is replaced there", () => {
  const recurrence = { ...weekly, extraDates: ["2027-03-08T10:00"] };
  expect(acceptedSchedule({ dates: [second], recurrence }, new Set(["2027-03-08"]))).toMatchObject({
    recurrence: { excludeDates: [], extraDates: ["2027-03-09T12:00"] },
  });
});

test("a date without a proposal stays", () => {
  const booking = { dates: [first], recurrence: null };
  expect(acceptedSchedule(booking, new Set(["2027-03-01"]))).toMatchObject({
    dates: [{ localStart: "2027-03-01T10:00" }],
  });
});
