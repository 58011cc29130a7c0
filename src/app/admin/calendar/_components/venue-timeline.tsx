import type { DayEntry } from "./calendar-items";
import { venueLanes } from "./lanes";
import { Timeline, type TimelineProps } from "./timeline";

export interface LanesProps extends Omit<TimelineProps, "head" | "lanes" | "onAssign"> {
  entries: readonly DayEntry[];
}

/** What goes on where. */
export function VenueTimeline({ entries, ...timeline }: LanesProps) {
  return <Timeline head="Venue" lanes={venueLanes(entries)} {...timeline} />;
}
