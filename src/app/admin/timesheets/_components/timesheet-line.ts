import type { RouterOutputs } from "@/trpc/client";

export type Timesheet = RouterOutputs["staffing"]["timesheet"];
export type TimesheetLine = Timesheet["lines"][number];

export interface Totals {
  readonly hours: number;
  readonly paidHours: number;
  readonly overtimeHours: number;
  /** By currency, in the order in which they come. */
  readonly amounts: ReadonlyMap<string, number>;
}

/** What the lines come to. */
export function totalsOf(lines: readonly TimesheetLine[]): Totals {
  const amounts = new Map<string, number>();
  for (const { pay } of lines) {
    if (pay?.amount != null) amounts.set(pay.currency, (amounts.get(pay.currency) ?? 0) + pay.amount);
  }
  const sum = (of: (line: TimesheetLine) => number | null) =>
    lines.reduce((total, line) => total + (of(line) ?? 0), 0);
  return {
    hours: sum(({ hoursWorked }) => hoursWorked),
    paidHours: sum(({ paidHours }) => paidHours),
    overtimeHours: sum(({ overtimeHours }) => overtimeHours),
    amounts,
  };
}

const figures = new Intl.NumberFormat("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** "7.50"; a dash where there are none. */
export function hoursFigure(hours: number | null): string {
  return hours === null ? "–" : figures.format(hours);
}

export function moneyFigure(amount: number, currency: string): string {
  return new Intl.NumberFormat("en", { style: "currency", currency }).format(amount);
}

/** "overtime beyond 40 h a week; at least 3 h for a shift". */
export function ruleWords(rule: Timesheet["rules"][number]): string {
  const parts = [
    ...(rule.dailyHours === null ? [] : [`overtime beyond ${rule.dailyHours} h a day`]),
    ...(rule.weeklyHours === null ? [] : [`overtime beyond ${rule.weeklyHours} h a week`]),
    ...(rule.minimumHours === 0 ? [] : [`at least ${rule.minimumHours} h for a shift that was worked`]),
  ];
  return parts.length === 0 ? "no overtime" : parts.join("; ");
}
