"use client";

import { hoursLooks } from "@/components/status-looks/hours";
import { FilterBar, FilterChip } from "@/components/ui/filter-chips";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Tabs } from "@/components/ui/tabs";
import { parseLocalDate } from "@/values/civil";
import { namedPeriods, type Period } from "./periods";
import { states, type TimesheetsView, viewHref } from "./timesheets-view";

/** The usual stretches of time; the other filters stay. */
export function PeriodTabs({ view, period, now }: { view: TimesheetsView; period: Period; now: string }) {
  return (
    <Tabs
      label="Period"
      items={namedPeriods(now).map(({ label, from, to }) => ({
        label,
        href: viewHref({ ...view, from, to, page: 1 }),
        isCurrent: period.from === from && period.to === to,
      }))}
    />
  );
}

export interface TimesheetFiltersProps {
  view: TimesheetsView;
  period: Period;
  /** Of the chosen person, where one is. */
  personName: string | null;
  onFilter: (part: Partial<TimesheetsView>) => void;
  /** "37 shifts". */
  summary: string | undefined;
}

export function TimesheetFilters({ view, period, personName, onFilter, summary }: TimesheetFiltersProps) {
  const isFiltered = view.state !== null || view.person !== null;
  const set = (part: "from" | "to") => (event: { readonly target: { readonly value: string } }) => {
    if (parseLocalDate(event.target.value) !== null) onFilter({ ...period, [part]: event.target.value });
  };
  return (
    <FilterBar
      {...(isFiltered && { onClear: () => onFilter({ state: null, person: null }) })}
      {...(summary !== undefined && { summary })}
    >
      <label className="flex items-center gap-2 text-cell">
        <span className="text-muted">From</span>
        <Input type="date" value={period.from} onChange={set("from")} className="w-36!" />
      </label>
      <label className="flex items-center gap-2 text-cell">
        <span className="text-muted">to</span>
        <Input type="date" value={period.to} onChange={set("to")} className="w-36!" />
      </label>
      <NativeSelect
        aria-label="State of the hours"
        placeholder="Every state"
        value={view.state ?? ""}
        onChange={(event) =>
          onFilter({ state: states.find((state) => state === event.target.value) ?? null })
        }
        options={states.map((state) => ({ value: state, label: hoursLooks[state].label }))}
        className="w-40"
      />
      {view.person === null ? null : (
        <FilterChip
          label="Person"
          value={personName ?? "Somebody without shifts here"}
          onRemove={() => onFilter({ person: null })}
        />
      )}
    </FilterBar>
  );
}
