import { ButtonLink } from "@/components/ui/button";
import { EmptyState, NothingMatches } from "@/components/ui/empty-state";
import { type IssuesView, viewHref } from "./issues-view";

export interface IssuesEmptyProps {
  view: IssuesView;
  onFilter: (part: Partial<IssuesView>) => void;
}

/** Nothing matches, nothing is open, or nothing was resolved yet. */
export function IssuesEmpty({ view, onFilter }: IssuesEmptyProps) {
  if (view.severity.length > 0) {
    return <NothingMatches what="issues" onClear={() => onFilter({ severity: [] })} />;
  }
  if (view.show === "open") {
    return (
      <EmptyState
        title="No open issues"
        action={<ButtonLink href={viewHref({ show: "resolved" })}>Show resolved ones</ButtonLink>}
      >
        What goes wrong with events, activities and venues shows here as soon as somebody reports it.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Nothing was resolved yet"
      action={<ButtonLink href={viewHref({})}>Show open ones</ButtonLink>}
    >
      An issue moves here once somebody says how it was resolved.
    </EmptyState>
  );
}
