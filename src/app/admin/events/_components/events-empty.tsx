import { ButtonLink } from "@/components/ui/button";
import { EmptyState, NothingMatches } from "@/components/ui/empty-state";
import { rangeWords } from "./event-words";
import { type EventsView, isNarrowed, noFilters, viewHref } from "./events-view";

export interface EventsEmptyProps {
  view: EventsView;
  onFilter: (part: Partial<EventsView>) => void;
}

/** Nothing matches, nothing in this time, or nothing is there yet. */
export function EventsEmpty({ view, onFilter }: EventsEmptyProps) {
  if (isNarrowed(view)) {
    return (
      <NothingMatches what="events" onClear={() => onFilter({ ...noFilters, range: "all", order: null })} />
    );
  }
  if (view.range !== "all") {
    return (
      <EmptyState
        title="No events in this time"
        action={<ButtonLink href={viewHref({ range: "all" })}>Show all times</ButtonLink>}
      >
        {`The list shows: ${rangeWords[view.range].toLowerCase()}.`}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Events of all clients belong here"
      action={<ButtonLink href="/admin/bookings">Open the bookings</ButtonLink>}
    >
      Each date of a booking becomes an event when you approve it.
    </EmptyState>
  );
}
