import { CirclePause } from "lucide-react";
import type { Route } from "next";
import type { CSSProperties, ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { PageLink } from "@/components/ui/page-link";
import { toneClass } from "@/components/ui/tone";
import { eventLooks } from "@/components/status-looks/events";
import type { DayEntry } from "./calendar-items";

export interface EventChipProps {
  entry: DayEntry;
  href: Route;
  isOpen: boolean;
  /** A further line: where it is, or who has it. */
  below?: ReactNode;
  className?: string;
  style?: CSSProperties;
}

/** One event on one day: its clock, its title, its state as icon, word and color. */
export function EventChip({ entry, href, isOpen, below, className, style }: EventChipProps) {
  const { event, clock } = entry;
  const { label, tone, icon: Icon } = eventLooks[event.status];
  return (
    <PageLink
      href={href}
      scroll={false}
      draggable={false}
      style={style}
      aria-current={isOpen || undefined}
      title={`${clock} ${event.title}, ${event.venue.name}, ${label}${event.onHold ? ", on hold" : ""}`}
      className={cn(
        "block min-w-0 overflow-hidden rounded-badge px-1.5 py-1 text-meta -outline-offset-1 hover:underline [&_.lucide]:size-3.5",
        toneClass[tone],
        isOpen && "ring-2 ring-accent",
        className,
      )}
    >
      <span className="flex items-center gap-1">
        <Icon />
        <span className="sr-only">{`${label}, `}</span>
        <span className="whitespace-nowrap tabular-nums">{clock}</span>
        {event.onHold ? (
          <span className="ml-auto text-on-caution">
            <CirclePause />
            <span className="sr-only">On hold</span>
          </span>
        ) : null}
      </span>
      <span className={cn("block truncate font-medium", event.status === "cancelled" && "line-through")}>
        {event.title}
      </span>
      {below === undefined ? null : <span className="block truncate">{below}</span>}
    </PageLink>
  );
}
