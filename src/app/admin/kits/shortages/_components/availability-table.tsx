"use client";

import { useQuery } from "@tanstack/react-query";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { formatDate } from "@/values/format-time";
import { type TemplateAvailability, weekPeaks, weeksFrom } from "./availability-weeks";

/** How many kits of each kind are wanted at once, week by week, beside how many there are (domain.md rule 36). */
export function AvailabilityTable({ from, timeZone, now }: { from: string; timeZone: string; now: string }) {
  const trpc = useTRPC();
  const availability = useQuery(trpc.kits.availability.queryOptions({ from }));
  const { data } = availability;
  const weeks = weeksFrom(from, data?.days ?? 0, timeZone);
  return (
    <Card title="The next 90 days" isFlush>
      {data === undefined && availability.isError ? (
        <PanelError what="The days ahead" onRetry={() => void availability.refetch()} />
      ) : null}
      {availability.isPending ? <SkeletonRows rows={4} label="Counting kits" /> : null}
      {data === undefined ? null : (
        <div className="overflow-x-auto">
          <table
            aria-label="Kits wanted at once, by week"
            className="w-full min-w-4xl border-separate border-spacing-0 text-cell"
          >
            <thead>
              <tr>
                <th scope="col" className={cn(headClass, "sticky left-0 z-bar w-56 text-left")}>
                  Kind
                </th>
                <th scope="col" className={cn(headClass, "text-right")}>
                  Kits
                </th>
                {weeks.map((day) => (
                  <th key={day} scope="col" className={cn(headClass, "text-right whitespace-nowrap")}>
                    <time dateTime={day}>{shortDay(day, now)}</time>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.templates.map((template) => (
                <Row key={template.kitTemplateId} template={template} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}

const headClass = "h-8 border-b border-border bg-sunken px-2 text-meta font-medium text-muted";
const cellClass = "border-b border-border px-2 py-1.5 text-right tabular-nums";

function Row({ template }: { template: TemplateAvailability }) {
  const { name, kits, quarantined } = template;
  return (
    <tr>
      <th
        scope="row"
        className="sticky left-0 z-bar border-b border-border bg-surface px-2 py-1.5 text-left font-medium wrap-anywhere"
      >
        {name}
        {quarantined === 0 ? null : (
          <span className="block text-meta font-normal text-muted">{`${quarantined} more in quarantine`}</span>
        )}
      </th>
      <td className={cellClass}>{kits}</td>
      {weekPeaks(template).map((peak, week) => (
        // A week has no other name than its place.
        <td
          key={`${template.kitTemplateId}-${String(week)}`}
          className={cn(
            cellClass,
            peak > kits && "bg-problem font-semibold text-on-problem",
            peak === 0 && "text-subtle",
          )}
        >
          {peak}
          {peak > kits ? <span className="sr-only">{`, ${peak - kits} too many`}</span> : null}
        </td>
      ))}
    </tr>
  );
}

/** "14 Oct". */
function shortDay(day: string, now: string): string {
  return formatDate(`${day}T12:00:00Z`, "UTC", now).split(" ").slice(1).join(" ");
}
