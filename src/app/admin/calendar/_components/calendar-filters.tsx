"use client";

import { PlaceFilters, usePlaceNames } from "@/app/admin/_components/place-filters";
import { FilterBar, FilterChip } from "@/components/ui/filter-chips";
import type { CalendarView } from "./calendar-view";

export interface CalendarFiltersProps {
  view: CalendarView;
  onFilter: (part: Partial<CalendarView>) => void;
}

/** A client and a venue behind their buttons; what is on shows as a chip (U-7). */
export function CalendarFilters({ view, onFilter }: CalendarFiltersProps) {
  const { client, venue } = view;
  const names = usePlaceNames(view);
  const isNarrowed = client !== null || venue !== null;
  return (
    <FilterBar {...(isNarrowed && { onClear: () => onFilter({ client: null, venue: null }) })}>
      <PlaceFilters client={client} venue={venue} onFilter={onFilter} />
      {client === null ? null : (
        <FilterChip label="Client" value={names.client} onRemove={() => onFilter({ client: null })} />
      )}
      {venue === null ? null : (
        <FilterChip label="Venue" value={names.venue} onRemove={() => onFilter({ venue: null })} />
      )}
    </FilterBar>
  );
}
