import { hoursFigure, moneyFigure, ruleWords, type Timesheet, totalsOf } from "./timesheet-line";

/** What the period comes to, and by which rules. */
export function TimesheetSummary({ sheet }: { sheet: Timesheet }) {
  const totals = totalsOf(sheet.lines);
  const pay = [...totals.amounts].map(([currency, amount]) => moneyFigure(amount, currency)).join(" + ");
  const figures = [
    ["Hours worked", hoursFigure(totals.hours)],
    ["Paid hours", hoursFigure(totals.paidHours)],
    ["Of these overtime", hoursFigure(totals.overtimeHours)],
    ["Pay without premiums", pay === "" ? "–" : pay],
  ] as const;
  return (
    <section aria-label="Totals" className="grid gap-2">
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt className="text-meta text-muted">{label}</dt>
            <dd className="text-title tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="text-meta text-muted">
        {sheet.rules.map((rule) => `${rule.country}: ${ruleWords(rule)}`).join(". ")}.
      </p>
    </section>
  );
}
