import { partLabel } from "./event-parts";
import type { Activity, EventPart, EventRecord } from "./event-record";

export interface PartJumpsProps {
  event: EventRecord;
  activities: readonly Activity[];
  order: readonly EventPart[];
}

/** Links to the parts, which work without a connection. */
export function PartJumps({ event, activities, order }: PartJumpsProps) {
  return (
    <nav
      aria-label="Parts of the event"
      className="no-scrollbar -mx-4 flex gap-2 overflow-x-auto px-4 py-0.5"
    >
      {order.map((part) => (
        <a
          key={part}
          href={`#${part}`}
          className="inline-flex min-h-target shrink-0 items-center rounded-full border border-border-control bg-surface px-3 tabular-nums"
        >
          {partLabel(part, event, activities)}
        </a>
      ))}
    </nav>
  );
}
