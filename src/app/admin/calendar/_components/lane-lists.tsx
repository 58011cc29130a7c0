import { EmptyState } from "@/components/ui/empty-state";
import { counted } from "@/values/count-words";
import { formatDate } from "@/values/format-time";
import { AssignableChip } from "./assignable-chip";
import type { TimelineProps } from "./timeline";

type LaneListsProps = Pick<TimelineProps, "lanes" | "days" | "hrefOf" | "openId" | "onAssign" | "now">;

/** The timeline for a phone: those who have something one below the other, each with their days. */
export function LaneLists({ lanes, days, hrefOf, openId, onAssign, now }: LaneListsProps) {
  const busy = lanes.filter((lane) => lane.events > 0);
  if (busy.length === 0) return <EmptyState title="No events in these days" />;
  return (
    <ul className="grid gap-5">
      {busy.map((lane) => (
        <li key={lane.id ?? "nobody"} className="grid gap-1">
          <h3 className="text-cell font-semibold">
            {lane.name}
            <span className="font-normal text-muted">{`, ${counted(lane.events, "event")}`}</span>
          </h3>
          {days.map((day) => {
            const entries = lane.days.get(day) ?? [];
            if (entries.length === 0) return null;
            return (
              <div key={day} className="grid gap-1">
                <p className="text-meta text-muted">{formatDate(`${day}T12:00:00Z`, "UTC", now)}</p>
                {entries.map((entry) => (
                  <AssignableChip
                    key={entry.event.id}
                    entry={entry}
                    href={hrefOf(entry.event.id)}
                    isOpen={entry.event.id === openId}
                    onAssign={onAssign}
                  />
                ))}
              </div>
            );
          })}
        </li>
      ))}
    </ul>
  );
}
