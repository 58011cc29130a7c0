"use client";

import { ListFilter } from "lucide-react";
import { PlaceFilters, usePlaceNames } from "@/app/admin/_components/place-filters";
import { SearchBox } from "@/components/search-box";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { FilterBar, FilterChip } from "@/components/ui/filter-chips";
import { NativeSelect } from "@/components/ui/native-select";
import { Popover } from "@/components/ui/popover";
import { rangeWords } from "./event-words";
import { eventStatuses, type EventsView, isNarrowed, noFilters, ranges } from "./events-view";
import { eventLooks } from "@/components/status-looks/events";

const rangeOptions = ranges.map((value) => ({ value, label: rangeWords[value] }));

export interface EventsFiltersProps {
  view: EventsView;
  /** Takes a part of the view and leads back to the first page. */
  onFilter: (part: Partial<EventsView>) => void;
  /** "37 events". */
  summary: string | undefined;
  /** The number of the booking that is filtered by, once a row has told it. */
  bookingNumber: number | undefined;
}

/** Words, time and state; client and venue behind their buttons; what is on shows as chips (U-7). */
export function EventsFilters({ view, onFilter, summary, bookingNumber }: EventsFiltersProps) {
  return (
    <FilterBar
      {...(isNarrowed(view) && { onClear: () => onFilter(noFilters) })}
      {...(summary !== undefined && { summary })}
    >
      <SearchBox
        label="Find events by number, title, client or venue"
        placeholder="Number, title, client or venue"
        words={view.q}
        onSearch={(q) => onFilter({ q })}
      />
      <NativeSelect
        aria-label="Time"
        options={rangeOptions}
        value={view.range}
        onChange={(event) => {
          const range = ranges.find((known) => known === event.target.value);
          // An order chosen for one range would be wrong for the next.
          if (range) onFilter({ range, order: null });
        }}
      />
      <Popover align="start" title="Status" trigger={<Button icon={<ListFilter />}>Status</Button>}>
        <StatusChoice view={view} onFilter={onFilter} />
      </Popover>
      <PlaceFilters client={view.client} venue={view.venue} onFilter={onFilter} />
      <Chips view={view} onFilter={onFilter} bookingNumber={bookingNumber} />
    </FilterBar>
  );
}

type PartProps = Pick<EventsFiltersProps, "view" | "onFilter">;

function StatusChoice({ view, onFilter }: PartProps) {
  return (
    <div className="grid px-3 pb-2">
      {eventStatuses.map((status) => (
        <Checkbox
          key={status}
          label={eventLooks[status].label}
          checked={view.status.includes(status)}
          onChange={(event) =>
            onFilter({
              status: eventStatuses.filter((known) =>
                known === status ? event.target.checked : view.status.includes(known),
              ),
            })
          }
        />
      ))}
      <hr className="my-1 border-border" />
      <Checkbox
        label="Only those on hold"
        checked={view.hold}
        onChange={(event) => onFilter({ hold: event.target.checked })}
      />
    </div>
  );
}

function Chips({ view, onFilter, bookingNumber }: PartProps & Pick<EventsFiltersProps, "bookingNumber">) {
  const names = usePlaceNames(view);
  const states = view.status.map((status) => eventLooks[status].label).join(", ");
  return (
    <>
      {states === "" ? null : (
        <FilterChip label="Status" value={states} onRemove={() => onFilter({ status: [] })} />
      )}
      {view.hold ? (
        <FilterChip label="Flag" value="On hold" onRemove={() => onFilter({ hold: false })} />
      ) : null}
      {view.client === null ? null : (
        <FilterChip label="Client" value={names.client} onRemove={() => onFilter({ client: null })} />
      )}
      {view.venue === null ? null : (
        <FilterChip label="Venue" value={names.venue} onRemove={() => onFilter({ venue: null })} />
      )}
      {view.booking === null ? null : (
        <FilterChip
          label="Booking"
          value={bookingNumber === undefined ? "One booking" : `BK-${bookingNumber}`}
          onRemove={() => onFilter({ booking: null })}
        />
      )}
    </>
  );
}
