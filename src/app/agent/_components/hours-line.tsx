import { StatusBadge } from "@/components/status-badge";
import { hoursLooks } from "@/components/status-looks/hours";
import type { RouterOutputs } from "@/trpc/client";
import { formatClock, formatDate, formatMoment, zoneLabel } from "@/values/format-time";
import { hoursWords } from "./arrival";

type Line = RouterOutputs["staffing"]["timesheet"]["lines"][number];

/** One shift: when, how long, whether it is approved, and what somebody changed about it. */
export function HoursLine({ line, now }: { line: Line; now: string }) {
  const { timeZone, hoursWorked, pay } = line;
  return (
    <li className="grid gap-2 rounded-card border border-border bg-surface p-4">
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="min-w-0 text-title wrap-anywhere">{formatDate(line.startsAt, timeZone, now)}</h2>
        <StatusBadge look={hoursLooks[line.state]} />
      </div>
      <p className="text-muted wrap-anywhere">{`${line.role}: ${line.event.title}`}</p>
      {hoursWorked === null ? null : (
        <p>
          <span className="font-medium tabular-nums">{hoursWords(hoursWorked)}</span>
          <span className="text-muted">{`, ${timesOf(line)}`}</span>
        </p>
      )}
      {pay === null || pay.amount === null ? null : (
        <p className="text-muted tabular-nums">
          {`${money(pay.amount, pay.currency)} at ${money(pay.rate, pay.currency)} an hour`}
        </p>
      )}
      {line.correction === null ? null : (
        <p className="text-meta text-muted wrap-anywhere">
          {`${line.correction.byName ?? "The agency"} changed ${hoursWords(line.correction.previousHours)}, ${formatMoment(line.correction.at, timeZone, now)}: “${line.correction.reason}”`}
        </p>
      )}
    </li>
  );
}

function timesOf({ checkedInAt, checkedOutAt, breakMinutes, timeZone, state }: Line): string {
  if (checkedInAt === null || checkedOutAt === null) return zoneLabel(timeZone);
  const end = `${formatClock(checkedOutAt, timeZone)}${state === "assumed" ? " assumed" : ""}`;
  const pause = breakMinutes === 0 ? "" : `, ${breakMinutes} min of break`;
  return `${formatClock(checkedInAt, timeZone)}–${end}, ${zoneLabel(timeZone)}${pause}`;
}

function money(amount: number, currency: string): string {
  return new Intl.NumberFormat("en", { style: "currency", currency }).format(amount);
}
