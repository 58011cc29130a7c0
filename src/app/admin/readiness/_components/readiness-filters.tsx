"use client";

import { useQuery } from "@tanstack/react-query";
import { PlaceFilters, usePlaceNames } from "@/app/admin/_components/place-filters";
import { Checkbox } from "@/components/ui/checkbox";
import { FilterBar, FilterChip } from "@/components/ui/filter-chips";
import { NativeSelect } from "@/components/ui/native-select";
import { useTRPC } from "@/trpc/client";
import { zoneCity } from "@/values/format-time";
import { isNarrowed, noFilters, type ReadinessRange, type ReadinessView, ranges } from "./readiness-view";

export const rangeWords: Readonly<Record<ReadinessRange, string>> = {
  "3d": "Next 3 days",
  "7d": "Next 7 days",
  "14d": "Next 14 days",
  "30d": "Next 30 days",
  all: "All ahead",
};

const rangeOptions = ranges.map((value) => ({ value, label: rangeWords[value] }));
const UNASSIGNED = "nobody";

export interface ReadinessFiltersProps {
  view: ReadinessView;
  onFilter: (part: Partial<ReadinessView>) => void;
  /** "37 events, 12 ready". */
  summary: string | undefined;
}

/** Time, manager and region; client and venue behind their buttons (U-7). */
export function ReadinessFilters({ view, onFilter, summary }: ReadinessFiltersProps) {
  const trpc = useTRPC();
  const choices = useQuery(trpc.events.choices.queryOptions());
  const { managers = [], zones = [] } = choices.data ?? {};
  return (
    <FilterBar
      {...(isNarrowed(view) && { onClear: () => onFilter(noFilters) })}
      {...(summary !== undefined && { summary })}
    >
      <NativeSelect
        aria-label="Time"
        options={rangeOptions}
        value={view.range}
        onChange={(event) => {
          const range = ranges.find((known) => known === event.target.value);
          if (range) onFilter({ range });
        }}
      />
      <NativeSelect
        aria-label="Manager"
        placeholder="All managers"
        options={[
          { value: UNASSIGNED, label: "Nobody yet" },
          ...managers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={view.unassigned ? UNASSIGNED : (view.manager ?? "")}
        onChange={({ target: { value } }) => onFilter(managerFilter(value))}
      />
      <NativeSelect
        aria-label="Region"
        placeholder="All regions"
        options={zones.map((zone) => ({ value: zone, label: `${zoneCity(zone)} time` }))}
        value={view.zone ?? ""}
        onChange={(event) => onFilter({ zone: event.target.value === "" ? null : event.target.value })}
      />
      <PlaceFilters client={view.client} venue={view.venue} onFilter={onFilter} />
      <Checkbox
        label="Not ready only"
        checked={view.unready}
        onChange={(event) => onFilter({ unready: event.target.checked })}
      />
      <PlaceChips view={view} onFilter={onFilter} />
    </FilterBar>
  );
}

function managerFilter(value: string): Partial<ReadinessView> {
  if (value === UNASSIGNED) return { manager: null, unassigned: true };
  return { manager: value === "" ? null : value, unassigned: false };
}

function PlaceChips({ view, onFilter }: Pick<ReadinessFiltersProps, "view" | "onFilter">) {
  const names = usePlaceNames(view);
  return (
    <>
      {view.client === null ? null : (
        <FilterChip label="Client" value={names.client} onRemove={() => onFilter({ client: null })} />
      )}
      {view.venue === null ? null : (
        <FilterChip label="Venue" value={names.venue} onRemove={() => onFilter({ venue: null })} />
      )}
    </>
  );
}
