"use client";

import { useQuery } from "@tanstack/react-query";
import { SearchBox } from "@/components/search-box";
import { kitUnitLooks } from "@/components/status-looks/kits";
import { Checkbox } from "@/components/ui/checkbox";
import { FilterBar } from "@/components/ui/filter-chips";
import { NativeSelect } from "@/components/ui/native-select";
import { kitUnitStatuses } from "@/modules/kits/inputs";
import { useTRPC } from "@/trpc/client";
import { everything, isNarrowed, type KitsView } from "./kits-view";

const STATUS_OPTIONS = kitUnitStatuses.map((status) => ({
  value: status,
  label: kitUnitLooks[status].label,
}));

export interface KitFiltersProps {
  view: KitsView;
  onNarrow: (part: Partial<KitsView>) => void;
  /** "37 kits". */
  summary?: string;
}

/** Which kits the list shows. */
export function KitFilters({ view, onNarrow, summary }: KitFiltersProps) {
  const trpc = useTRPC();
  const templates = useQuery(trpc.kits.templates.queryOptions({ includeArchived: true }));
  return (
    <FilterBar
      {...(isNarrowed(view) && { onClear: () => onNarrow(everything) })}
      {...(summary !== undefined && { summary })}
    >
      <SearchBox
        label="Find kits by code, template or home"
        placeholder="Code, template, home"
        words={view.q}
        onSearch={(q) => onNarrow({ q })}
      />
      <NativeSelect
        aria-label="Only kits of the template"
        className="w-52"
        placeholder="Any template"
        options={(templates.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={view.template ?? ""}
        onChange={(event) => onNarrow({ template: event.target.value === "" ? null : event.target.value })}
      />
      <NativeSelect
        aria-label="Only kits in the state"
        className="w-40"
        placeholder="Any state"
        options={STATUS_OPTIONS}
        value={view.status ?? ""}
        onChange={(event) =>
          onNarrow({ status: kitUnitStatuses.find((status) => status === event.target.value) ?? null })
        }
      />
      <Checkbox
        label="Differ from template"
        checked={view.differs}
        onChange={(event) => onNarrow({ differs: event.target.checked })}
      />
      <Checkbox
        label="Not found"
        checked={view.lost}
        onChange={(event) => onNarrow({ lost: event.target.checked })}
      />
      <Checkbox
        label="Retired too"
        checked={view.retired}
        onChange={(event) => onNarrow({ retired: event.target.checked })}
      />
    </FilterBar>
  );
}
