import { ButtonLink } from "@/components/ui/button";
import { EmptyState, NothingMatches } from "@/components/ui/empty-state";
import { type BookingsView, isNarrowed, noFilters, viewHref } from "./bookings-view";

export interface BookingsEmptyProps {
  view: BookingsView;
  onFilter: (part: Partial<BookingsView>) => void;
}

/** Nothing matches, nothing waits, or nothing is there yet. */
export function BookingsEmpty({ view, onFilter }: BookingsEmptyProps) {
  if (isNarrowed(view)) {
    return <NothingMatches what="bookings" onClear={() => onFilter(noFilters)} />;
  }
  if (view.waiting !== "all") {
    const whom = view.waiting === "agency" ? "you" : "a client";
    return (
      <EmptyState
        title={`No booking waits for ${whom}`}
        action={<ButtonLink href={viewHref({ waiting: "all" })}>Show all bookings</ButtonLink>}
      >
        {view.waiting === "agency"
          ? "Requests that need a decision appear here, the longest waiting first."
          : "Drafts, change requests and proposed times that clients have to answer appear here."}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Bookings of all clients belong here"
      action={
        <ButtonLink variant="primary" href="/admin/bookings/new">
          New booking
        </ButtonLink>
      }
    >
      Clients send them from their own pages, an import brings them in, or you make one for a client.
    </EmptyState>
  );
}
