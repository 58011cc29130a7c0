import { expect, test } from "vitest";
import { monthlyRuleWords, seriesWords } from "./series-words";

test.each([
  ["2027-01-31", "On day 31, or the last day of a shorter month", "On the last Sunday of the month"],
  ["2027-03-12", "On day 12", "On the second Friday of the month"],
  ["soon", "On the same day of the month", "On the same weekday of the month"],
])("monthly from %s", (firstDate, dayOfMonth, weekdayPosition) => {
  expect(monthlyRuleWords(firstDate)).toEqual({ dayOfMonth, weekdayPosition });
});

const common = { startLocal: "2027-03-12T10:00", until: "Wed 30 Jun 2027" };

test.each([
  [{ frequency: "daily", interval: 1 }, "Every day, until Wed 30 Jun 2027"],
  [
    { frequency: "weekly", interval: 2, weekdays: ["TU", "TH"] },
    "Every 2 weeks on Tue and Thu, until Wed 30 Jun 2027",
  ],
  [
    { frequency: "monthly", interval: 1, monthlyRule: "weekday-position" },
    "Every month on the second Friday of the month, until Wed 30 Jun 2027",
  ],
] as const)("%o reads %s", (series, words) => {
  expect(seriesWords({ ...common, ...series })).toBe(words);
});
