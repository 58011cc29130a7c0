"use client";

import { useQuery } from "@tanstack/react-query";
import { CalendarDays, ListFilter, Users } from "lucide-react";
import { bookingStatuses } from "@/app/admin/_components/booking-statuses";
import { SearchBox } from "@/components/search-box";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { FilterBar, FilterChip } from "@/components/ui/filter-chips";
import { Input } from "@/components/ui/input";
import { LazyCombobox, loadCombobox } from "@/components/ui/lazy-combobox";
import { NativeSelect } from "@/components/ui/native-select";
import { Popover } from "@/components/ui/popover";
import type { BookingStatus } from "@/modules/bookings/inputs";
import { useTRPC } from "@/trpc/client";
import { type BookingsView, dayOf, isNarrowed, noFilters, sorts } from "./bookings-view";
import { filterChips } from "./filter-words";
import { bookingLooks } from "@/components/status-looks/bookings";

const SORT_WORDS = {
  waiting: "What needs deciding",
  next_date: "Next date",
  number: "Newest number",
  updated: "Last changed",
} as const satisfies Record<BookingsView["sort"], string>;

const sortOptions = sorts.map((value) => ({ value, label: SORT_WORDS[value] }));

/** A failure shows when the panel opens and asks again. */
const fetchAhead = () => void loadCombobox().catch(() => undefined);

export interface BookingsFiltersProps {
  view: BookingsView;
  /** Takes a part of the view and leads back to the first page. */
  onFilter: (part: Partial<BookingsView>) => void;
  /** "37 bookings". */
  summary: string | undefined;
}

/** Search, status, client and dates; what is on shows as chips (U-7). */
export function BookingsFilters({ view, onFilter, summary }: BookingsFiltersProps) {
  const trpc = useTRPC();
  const choices = useQuery(trpc.directory.choices.queryOptions({}));
  const clients = choices.data?.clients ?? [];
  const clientName = clients.find((client) => client.id === view.client)?.name;
  return (
    <FilterBar
      {...(isNarrowed(view) && { onClear: () => onFilter(noFilters) })}
      {...(summary !== undefined && { summary })}
    >
      <SearchBox
        label="Find bookings by number, title, client or venue"
        placeholder="Number, title, client or venue"
        words={view.q}
        onSearch={(q) => onFilter({ q })}
      />
      <Popover align="start" title="Status" trigger={<Button icon={<ListFilter />}>Status</Button>}>
        <StatusChoice view={view} onFilter={onFilter} />
      </Popover>
      <Popover
        align="start"
        title="Client"
        trigger={
          <Button icon={<Users />} onPointerEnter={fetchAhead} onFocus={fetchAhead}>
            Client
          </Button>
        }
      >
        <div className="p-3 pt-1">
          <LazyCombobox
            label="Client"
            placeholder="Name of the client"
            items={clients.map(({ id, name }) => ({ id, label: name }))}
            value={clientName === undefined ? null : { id: view.client, label: clientName }}
            onChange={(item) => onFilter({ client: item?.id ?? "" })}
          />
        </div>
      </Popover>
      <Popover
        align="start"
        title="Dates at the venue"
        trigger={<Button icon={<CalendarDays />}>Dates</Button>}
      >
        <DateChoice view={view} onFilter={onFilter} />
      </Popover>
      <label className="flex items-center gap-1.5 text-cell text-muted">
        Sort
        <NativeSelect
          options={sortOptions}
          value={view.sort}
          onChange={(event) => {
            const sort = sorts.find((known) => known === event.target.value);
            if (sort) onFilter({ sort });
          }}
        />
      </label>
      {filterChips(view, clientName).map((chip) => (
        <FilterChip
          key={chip.label}
          label={chip.label}
          value={chip.value}
          onRemove={() => onFilter(chip.without)}
        />
      ))}
    </FilterBar>
  );
}

function StatusChoice({ view, onFilter }: Omit<BookingsFiltersProps, "summary">) {
  const toggle = (status: BookingStatus, isOn: boolean) =>
    onFilter({
      status: bookingStatuses.filter((known) => (known === status ? isOn : view.status.includes(known))),
    });
  return (
    <div className="grid px-3 pb-2">
      {bookingStatuses.map((status) => (
        <Checkbox
          key={status}
          label={bookingLooks[status].label}
          checked={view.status.includes(status)}
          onChange={(event) => toggle(status, event.target.checked)}
        />
      ))}
    </div>
  );
}

function DateChoice({ view, onFilter }: Omit<BookingsFiltersProps, "summary">) {
  const read = (text: string) => (text === "" ? null : new Date(`${text}T00:00:00Z`));
  return (
    <div className="grid gap-2 p-3 pt-1">
      <label className="grid gap-1 text-cell">
        From
        <Input
          type="date"
          value={view.from ? dayOf(view.from) : ""}
          max={view.to ? dayOf(view.to) : undefined}
          onChange={(event) => onFilter({ from: read(event.target.value) })}
        />
      </label>
      <label className="grid gap-1 text-cell">
        To, included
        <Input
          type="date"
          value={view.to ? dayOf(view.to) : ""}
          min={view.from ? dayOf(view.from) : undefined}
          onChange={(event) => onFilter({ to: read(event.target.value) })}
        />
      </label>
    </div>
  );
}
