"use client";

import { Clock, ListFilter, Plus } from "lucide-react";
import { SearchBox } from "@/components/search-box";
import { Button } from "@/components/ui/button";
import { FilterBar, FilterChip } from "@/components/ui/filter-chips";
import { loadCombobox } from "@/components/ui/lazy-combobox";
import { Popover } from "@/components/ui/popover";
import { filterChips, timeWords } from "./filter-words";
import { isNarrowed, type LogView, NO_FILTERS } from "./log-view";
import { MoreFilters } from "./more-filters";
import type { PayloadChoices } from "./payload-filter";
import { TimeFilter } from "./time-filter";
import { TypeFilter, type TypesByCategory } from "./type-filter";

export interface LogFiltersProps {
  readonly view: LogView;
  readonly typesByCategory: TypesByCategory;
  readonly payloadChoices: PayloadChoices;
  readonly handlers: readonly string[];
  /** The name of the actor in the filter, where it is known. */
  readonly actorName: string | undefined;
  /** "37 entries". */
  readonly summary: string | undefined;
  readonly onChange: (change: Partial<LogView>) => void;
}

/** A failure shows when the panel opens and asks again. */
const fetchAhead = () => void loadCombobox().catch(() => undefined);

/** Words, time and type; the rest behind "Add filter", what is on as chips (U-7). */
export function LogFilters(props: LogFiltersProps) {
  const { view, typesByCategory, payloadChoices, handlers, actorName, summary, onChange } = props;
  const ahead = { onPointerEnter: fetchAhead, onFocus: fetchAhead };
  return (
    <FilterBar
      {...(isNarrowed(view) && { onClear: () => onChange(NO_FILTERS) })}
      {...(summary !== undefined && { summary })}
    >
      <SearchBox
        label="Find entries by an id, a number or a name"
        placeholder="BK-1042, a name or any id"
        words={view.id}
        onSearch={(id) => onChange({ id })}
      />
      <Popover
        align="start"
        title="Time"
        trigger={
          <Button icon={<Clock />}>{view.from === "" && view.to === "" ? timeWords(view) : "Time"}</Button>
        }
      >
        <TimeFilter view={view} onChange={onChange} />
      </Popover>
      <Popover
        align="start"
        title="Type"
        trigger={
          <Button icon={<ListFilter />} {...ahead}>
            Type
          </Button>
        }
      >
        <TypeFilter view={view} typesByCategory={typesByCategory} onChange={onChange} />
      </Popover>
      <Popover
        align="start"
        title="Add filter"
        trigger={
          <Button variant="quiet" icon={<Plus />} {...ahead}>
            Add filter
          </Button>
        }
      >
        <MoreFilters view={view} handlers={handlers} choices={payloadChoices} onChange={onChange} />
      </Popover>
      {filterChips(view, actorName).map((chip) => (
        <FilterChip
          key={chip.label}
          label={chip.label}
          value={chip.value}
          onRemove={() => onChange(chip.without)}
        />
      ))}
    </FilterBar>
  );
}
