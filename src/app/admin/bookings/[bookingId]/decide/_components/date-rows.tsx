"use client";

import { useState } from "react";
import { useFormState } from "react-hook-form";
import type { BookingDetail, DateView } from "@/app/admin/bookings/_components/booking-dates";
import { dateSummary } from "@/components/date-summary";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { RadioGroup } from "@/components/ui/radio-group";
import { ApplyToSelected } from "./apply-to-selected";
import { DateDecision } from "./date-decision";
import type { DecisionValues, Verdicts } from "./decision";

const ROWS_SHOWN = 50;

type Shown = "all" | "blocked" | "note" | "clear";

export interface DateRowsProps {
  booking: BookingDetail;
  dates: readonly DateView[];
  verdicts: Verdicts;
  now: string;
  timeZone: string;
}

/** A row per date that can be decided, fifty at a time, narrowed to what needs a look. */
export function DateRows({ booking, dates, verdicts, now, timeZone }: DateRowsProps) {
  const [wanted, setWanted] = useState<Shown>("all");
  const [count, setCount] = useState(ROWS_SHOWN);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const { errors } = useFormState<DecisionValues>();
  const verdictOf = (date: DateView) => verdicts.get(date.dateId)?.verdict ?? "clear";
  const matching = wanted === "all" ? dates : dates.filter((date) => verdictOf(date) === wanted);
  // A row that the check complains about has to be there, or its message leads nowhere.
  const shown = dates.filter(
    (date) => matching.slice(0, count).includes(date) || errors.dates?.[date.dateId] !== undefined,
  );
  const toggle = (dateId: string, isOn: boolean) => {
    const next = new Set(selected);
    if (isOn) next.add(dateId);
    else next.delete(dateId);
    setSelected(next);
  };
  const isAll = matching.length > 0 && matching.every((date) => selected.has(date.dateId));
  const options = (["all", "blocked", "note", "clear"] as const)
    .map((value) => ({ value, count: countOf(value, dates, verdictOf) }))
    .filter((option) => option.value === "all" || option.count > 0)
    .map((option) => ({ value: option.value, label: `${SHOWN_WORDS[option.value]} ${option.count}` }));
  const settled = booking.dates.length - dates.length;
  return (
    <Card
      title="Dates"
      aside={<span className="text-cell text-muted">{dateSummary(booking.dates)}</span>}
      isFlush
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-border px-4 py-2">
        <Checkbox
          label={matching.length === 1 ? "Select the date" : `Select all ${matching.length}`}
          checked={isAll}
          isMixed={!isAll && matching.some((date) => selected.has(date.dateId))}
          onChange={(event) =>
            setSelected(event.target.checked ? new Set(matching.map((date) => date.dateId)) : new Set())
          }
        />
        {options.length > 2 ? (
          <RadioGroup
            name="shown-dates"
            label="Show"
            options={options}
            value={wanted}
            onChange={setWanted}
            look="segments"
          />
        ) : null}
        <ApplyToSelected dates={dates.filter(({ dateId }) => selected.has(dateId))} />
      </div>
      <ul aria-label="Dates to decide" className="divide-y divide-border">
        {shown.map((date) => (
          <DateDecision
            key={date.dateId}
            date={date}
            verdict={verdicts.get(date.dateId)}
            zones={{ venue: booking.timeZone, viewer: timeZone }}
            now={now}
            isSelected={selected.has(date.dateId)}
            onSelect={(isOn) => toggle(date.dateId, isOn)}
          />
        ))}
      </ul>
      {matching.length > count || settled > 0 ? (
        <div className="flex flex-wrap items-center gap-3 border-t border-border px-4 py-2 text-cell text-muted">
          {matching.length > count ? (
            <Button onClick={() => setCount(count + ROWS_SHOWN)}>
              {`Show ${Math.min(ROWS_SHOWN, matching.length - count)} more of ${matching.length}`}
            </Button>
          ) : null}
          {settled > 0 ? <p>{`${settled} of ${booking.dates.length} dates are decided already.`}</p> : null}
        </div>
      ) : null}
    </Card>
  );
}

const SHOWN_WORDS: Record<Shown, string> = {
  all: "All",
  blocked: "Blocked",
  note: "Worth a look",
  clear: "Free",
};

function countOf(shown: Shown, dates: readonly DateView[], verdictOf: (date: DateView) => Shown): number {
  return shown === "all" ? dates.length : dates.filter((date) => verdictOf(date) === shown).length;
}
