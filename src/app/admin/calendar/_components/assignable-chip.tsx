import { Ellipsis, UserCheck } from "lucide-react";
import type { Route } from "next";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import type { CalendarEvent, DayEntry } from "./calendar-items";
import { DRAGGED_EVENT } from "./dragged-event";
import { EventChip } from "./event-chip";
import type { TimelineProps } from "./timeline";

export interface AssignableChipProps {
  entry: DayEntry;
  href: Route;
  isOpen: boolean;
  /** Left out where nothing can be assigned. */
  onAssign: TimelineProps["onAssign"];
}

/** An event that can be dragged onto a manager, with the twin of the drag: a menu that asks whom to give it to. */
export function AssignableChip({ entry, href, isOpen, onAssign }: AssignableChipProps) {
  const { event } = entry;
  const chip = (
    <EventChip entry={entry} href={href} isOpen={isOpen} below={event.venue.name} className="flex-1" />
  );
  if (!onAssign || !isAssignable(event)) return <div className="flex">{chip}</div>;
  return (
    <div
      draggable
      onDragStart={(drag) => {
        drag.dataTransfer.setData(DRAGGED_EVENT, event.id);
        drag.dataTransfer.effectAllowed = "move";
      }}
      className="flex cursor-grab items-start active:cursor-grabbing"
    >
      {chip}
      <Menu
        trigger={
          <IconButton label={`More for EV-${event.number}`} icon={<Ellipsis />} className="sm:size-6" />
        }
        entries={[
          {
            kind: "action",
            label: "Assign to…",
            icon: <UserCheck />,
            onSelect: () => onAssign(event.id, null),
          },
          { kind: "link", label: `Open EV-${event.number}`, href: `/admin/events/${event.id}` as Route },
        ]}
      />
    </div>
  );
}

/** As long as it has not begun (domain.md "States"). */
function isAssignable({ status }: CalendarEvent): boolean {
  return status === "scheduled" || status === "assigned" || status === "preparing" || status === "ready";
}
