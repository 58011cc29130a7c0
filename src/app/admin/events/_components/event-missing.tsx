import { EmptyState } from "@/components/ui/empty-state";

/** The same words for an event that never was and for one that is gone. */
export function EventMissing() {
  return (
    <EmptyState title="This event is not here">
      The link may be mistyped, or the event was removed.
    </EmptyState>
  );
}
