import { Card } from "@/components/ui/card";
import { EmptyState, NothingMatches } from "@/components/ui/empty-state";
import type { TimesheetsView } from "./timesheets-view";

export interface TimesheetsEmptyProps {
  view: TimesheetsView;
  onFilter: (part: Partial<TimesheetsView>) => void;
}

export function TimesheetsEmpty({ view, onFilter }: TimesheetsEmptyProps) {
  return (
    <Card isFlush>
      {view.state !== null || view.person !== null ? (
        <NothingMatches what="shifts" onClear={() => onFilter({ state: null, person: null })} />
      ) : (
        <EmptyState title="No shifts in this period">
          A shift stands here from its check-in on, and one that nobody checked in to once it is over.
        </EmptyState>
      )}
    </Card>
  );
}
