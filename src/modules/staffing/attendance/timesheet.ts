import { dayNumber, isoWeekday, parseLocalDate } from "@/values/civil";
import { shiftDay } from "@/values/local-day";
import { keptHours } from "./hours";
import { type PayRule, payRuleOf } from "./pay-rules";

/** What is paid for hours that were worked: the least that a shift is paid with, and overtime. */

export interface WorkedLine {
  readonly assignmentId: string;
  readonly userId: string;
  /** The day of the planned start on the venue's clock, `YYYY-MM-DD`: overnight belongs to it (rule 7). */
  readonly date: string;
  readonly startsAt: string;
  readonly country: string;
  /** Null while nobody checked out. */
  readonly hours: number | null;
}

export interface PaidLine {
  readonly assignmentId: string;
  /** Worked, or the least that the country pays a shift with. */
  readonly paidHours: number;
  /** Of those, what lies beyond the day's or the week's threshold; hours that are added to reach a minimum never do. */
  readonly overtimeHours: number;
}

/**
 * The paid hours of every line that has any, by assignment. Lines of one person count together, in the order of their
 * starts; a day and a week are those of the start. An hour is overtime once, by the day first.
 * A week that the lines hold in part is counted as far as they go: ask for whole weeks (`wholeWeeks`).
 */
export function paidLines(lines: readonly WorkedLine[]): ReadonlyMap<string, PaidLine> {
  const days = new Map<string, number>();
  const weeks = new Map<string, number>();
  const paid = new Map<string, PaidLine>();
  const inOrder = [...lines].sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  for (const { assignmentId, userId, date, country, hours } of inOrder) {
    if (hours === null) continue;
    const rule = payRuleOf(country);
    const [day, week] = [`${userId} ${date}`, `${userId} ${mondayOf(date)}`];
    const byDay = beyond(days.get(day) ?? 0, hours, rule.dailyHours);
    const byWeek = beyond(weeks.get(week) ?? 0, hours - byDay, rule.weeklyHours);
    days.set(day, (days.get(day) ?? 0) + hours);
    // What the day made overtime does not fill the week as well.
    weeks.set(week, (weeks.get(week) ?? 0) + hours - byDay);
    paid.set(assignmentId, {
      assignmentId,
      paidHours: atLeast(hours, rule),
      overtimeHours: keptHours(byDay + byWeek),
    });
  }
  return paid;
}

/** How much of what is added lies beyond a threshold. */
function beyond(before: number, added: number, threshold: number | null): number {
  if (threshold === null) return 0;
  return Math.min(added, Math.max(0, before + added - threshold));
}

function atLeast(hours: number, { minimumHours }: PayRule): number {
  return hours === 0 ? 0 : Math.max(hours, minimumHours);
}

/** The Monday of the week of a date, `YYYY-MM-DD`. Throws RangeError for what is no date. */
export function mondayOf(date: string): string {
  const civil = parseLocalDate(date);
  if (!civil) throw new RangeError("Not a calendar date.");
  return shiftDay(date, 1 - isoWeekday(dayNumber(civil)));
}

/** A period widened to whole weeks, both ends inclusive, so that overtime by the week comes out right. */
export function wholeWeeks({ from, to }: { readonly from: string; readonly to: string }) {
  return { from: mondayOf(from), to: shiftDay(mondayOf(to), 6) };
}
