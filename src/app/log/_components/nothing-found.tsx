import { EmptyState, NothingMatches } from "@/components/ui/empty-state";
import type { RouterOutputs } from "@/trpc/client";
import { isNarrowed, type LogView, NO_FILTERS } from "./log-view";

export interface NothingFoundProps {
  readonly found: RouterOutputs["log"]["search"]["found"];
  readonly view: LogView;
  readonly onChange: (change: Partial<LogView>) => void;
}

/** Why the list is empty, and what leads on (U-40). */
export function NothingFound({ found, view, onChange }: NothingFoundProps) {
  if (found?.kind === "nothing") {
    return (
      <EmptyState title={`The log holds nothing about “${view.id}”`}>
        It may have expired, or it is no id, no number like BK-1042 and no part of a name.
      </EmptyState>
    );
  }
  if (isNarrowed(view)) {
    return <NothingMatches what="log entries" onClear={() => onChange(NO_FILTERS)} />;
  }
  return <EmptyState title="No log entries in this time">Choose a longer time to see older ones.</EmptyState>;
}
