"use client";

import { ListFilter } from "lucide-react";
import { issueSeverityLooks } from "@/components/status-looks/venues";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { FilterBar, FilterChip } from "@/components/ui/filter-chips";
import { Popover } from "@/components/ui/popover";
import { Tabs } from "@/components/ui/tabs";
import { issueSeverities } from "@/modules/event-instances/inputs/issues";
import { firstPage, type IssuesView, shows, viewHref } from "./issues-view";

const SHOW_WORDS = { open: "Open", resolved: "Resolved" } as const satisfies Record<
  IssuesView["show"],
  string
>;

/** What is open and what is not; the filters stay. */
export function IssuesTabs({ view }: { view: IssuesView }) {
  return (
    <Tabs
      label="Open or resolved"
      items={shows.map((show) => ({
        label: SHOW_WORDS[show],
        href: viewHref({ ...view, ...firstPage, show }),
        isCurrent: view.show === show,
      }))}
    />
  );
}

export interface IssuesFiltersProps {
  view: IssuesView;
  onFilter: (part: Partial<IssuesView>) => void;
  /** "3 issues". */
  summary: string | undefined;
}

export function IssuesFilters({ view, onFilter, summary }: IssuesFiltersProps) {
  const chosen = view.severity.map((severity) => issueSeverityLooks[severity].label).join(", ");
  return (
    <FilterBar
      {...(view.severity.length > 0 && { onClear: () => onFilter({ severity: [] }) })}
      {...(summary !== undefined && { summary })}
    >
      <Popover align="start" title="Severity" trigger={<Button icon={<ListFilter />}>Severity</Button>}>
        <div className="grid px-3 pb-2">
          {issueSeverities.map((severity) => (
            <Checkbox
              key={severity}
              label={issueSeverityLooks[severity].label}
              checked={view.severity.includes(severity)}
              onChange={(event) =>
                onFilter({
                  severity: issueSeverities.filter((known) =>
                    known === severity ? event.target.checked : view.severity.includes(known),
                  ),
                })
              }
            />
          ))}
        </div>
      </Popover>
      {chosen === "" ? null : (
        <FilterChip label="Severity" value={chosen} onRemove={() => onFilter({ severity: [] })} />
      )}
    </FilterBar>
  );
}
