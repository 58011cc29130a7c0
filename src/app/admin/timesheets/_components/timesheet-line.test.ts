import { expect, test } from "vitest";
import { hoursFigure, ruleWords, type TimesheetLine, totalsOf } from "./timesheet-line";

function line(hours: number | null, amount: number | null, currency = "USD"): TimesheetLine {
  return {
    assignmentId: `${hours}${amount}${currency}`,
    person: { id: "p", name: "Bo Lind" },
    date: "2026-10-31",
    event: { id: "e", number: 221, title: "Autumn tour", venueName: "Bryant Park" },
    timeZone: "America/New_York",
    country: "United States",
    role: "Host",
    startsAt: "2026-10-31T14:00:00.000Z",
    endsAt: "2026-10-31T22:00:00.000Z",
    checkedInAt: null,
    checkedOutAt: null,
    breakMinutes: 0,
    state: "recorded",
    hoursWorked: hours,
    paidHours: hours,
    overtimeHours: hours === null ? null : 1,
    correction: null,
    approval: null,
    pay: { rate: 20, currency, amount },
    can: { correctHours: true, approveHours: true },
  };
}

test("totals leave out what has no hours, and keep currencies apart", () => {
  expect(totalsOf([line(8, 160), line(null, null), line(2, 30, "EUR"), line(1, 20)])).toEqual({
    hours: 11,
    paidHours: 11,
    overtimeHours: 3,
    amounts: new Map([
      ["USD", 180],
      ["EUR", 30],
    ]),
  });
  expect([hoursFigure(7.5), hoursFigure(null)]).toEqual(["7.50", "–"]);
});

test("rules are said in words", () => {
  const rule = { country: "Canada", dailyHours: null, weeklyHours: 44, minimumHours: 3 };
  expect(ruleWords(rule)).toBe("overtime beyond 44 h a week; at least 3 h for a shift that was worked");
  expect(ruleWords({ ...rule, weeklyHours: null, minimumHours: 0 })).toBe("no overtime");
});
