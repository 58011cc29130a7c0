import { expect, test } from "vitest";
import { agent, testId } from "@/testing/builders/actors";
import { shareHours, workedHours } from "./hours";
import { payRuleOf, payRules } from "./pay-rules";
import { mondayOf, paidLines, type WorkedLine, wholeWeeks } from "./timesheet";

test("a night over the autumn change is nine hours, over the spring change seven", () => {
  // 22:00 to 06:00 in Berlin.
  expect(workedHours("2026-10-24T20:00:00.000Z", "2026-10-25T05:00:00.000Z", 0)).toBe(9);
  expect(workedHours("2026-03-28T21:00:00.000Z", "2026-03-29T04:00:00.000Z", 0)).toBe(7);
});

test("breaks are not paid, and nobody works less than no hours", () => {
  expect(workedHours("2026-10-31T13:41:00.000Z", "2026-10-31T22:11:00.000Z", 30)).toBe(8);
  expect(workedHours("2026-10-31T13:41:00.000Z", "2026-10-31T13:51:00.000Z", 30)).toBe(0);
});

test("one attendance is shared out by the length of the activities, and the shares add up", () => {
  const shares = shareHours(8, [
    { id: "a", activityMinutes: 100 },
    { id: "b", activityMinutes: 100 },
    { id: "c", activityMinutes: 100 },
  ]);
  expect([...shares.values()]).toEqual([2.6667, 2.6667, 2.6666]);
  expect(shareHours(7.5, [{ id: "a", activityMinutes: 0 }]).get("a")).toBe(0);
});

let made = 0;
function line(date: string, hours: number | null, change: Partial<WorkedLine> = {}): WorkedLine {
  made += 1;
  return {
    assignmentId: testId(13, made),
    userId: agent.id,
    date,
    startsAt: `${date}T14:00:00.000Z`,
    country: "United States",
    hours,
    ...change,
  };
}

function overtimeOf(lines: readonly WorkedLine[]): number[] {
  const paid = paidLines(lines);
  return lines.map(({ assignmentId }) => paid.get(assignmentId)?.overtimeHours ?? -1);
}

test("beyond the week's threshold is overtime, on the day on which it is passed", () => {
  const week = ["2026-10-26", "2026-10-27", "2026-10-28", "2026-10-29", "2026-10-30"];
  expect(overtimeOf(week.map((date) => line(date, 9)))).toEqual([0, 0, 0, 0, 5]);
  const sundayToMonday = [line("2026-10-25", 30), line("2026-10-26", 30)];
  expect(overtimeOf(sundayToMonday)).toEqual([0, 0]);
});

test("beyond the day's threshold is overtime once, whatever the week says", () => {
  const inPortugal = { country: "Portugal" };
  const days = ["2026-10-26", "2026-10-27", "2026-10-28", "2026-10-29", "2026-10-30", "2026-10-31"];
  expect(overtimeOf(days.map((date) => line(date, 9, inPortugal)))).toEqual([1, 1, 1, 1, 1, 9]);
});

test("two shifts of a day count together, and two people do not", () => {
  const germany = { country: "Germany" };
  const other = { ...germany, userId: testId(2, 9) };
  expect(
    overtimeOf([
      line("2026-10-26", 5, germany),
      line("2026-10-26", 5, { ...germany, startsAt: "2026-10-26T19:00:00.000Z" }),
      line("2026-10-26", 5, other),
    ]),
  ).toEqual([0, 2, 0]);
});

test("a short shift is paid with the least that the country says, unless nothing was worked", () => {
  const lines = [
    line("2026-10-26", 1.5, { country: "canada " }),
    line("2026-10-27", 0, { country: "Canada" }),
    line("2026-10-28", 1.5, { country: "Atlantis" }),
    line("2026-10-29", null),
  ];
  expect([...paidLines(lines).values()].map(({ paidHours }) => paidHours)).toEqual([3, 0, 1.5]);
});

test("no country has two rules", () => {
  expect(new Set(payRules.map(({ country }) => country.toLowerCase())).size).toBe(payRules.length);
  expect(payRuleOf("").country).toBe("Elsewhere");
});

test("weeks run from Monday to Sunday", () => {
  expect(mondayOf("2026-11-01")).toBe("2026-10-26");
  expect(mondayOf("2026-10-26")).toBe("2026-10-26");
  expect(wholeWeeks({ from: "2026-10-29", to: "2026-11-02" })).toEqual({
    from: "2026-10-26",
    to: "2026-11-08",
  });
});
