import { Ellipsis, UserPlus } from "lucide-react";
import type { Route } from "next";
import { eventHref } from "@/app/admin/_components/event-href";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { PageLink } from "@/components/ui/page-link";
import { toneClass } from "@/components/ui/tone";
import { clockOn, type OpenEvent, type OpenRole, openWords, rolesOf } from "./board-days";
import type { BoardProps } from "./board-table";
import { DRAGGED_SLOT } from "./dragged-slot";

/** More of them would push the people off the screen; the day alone shows all. */
const SHOWN_MAX = 2;

interface OpenCellProps extends Pick<BoardProps, "onAsk"> {
  day: string;
  events: readonly OpenEvent[];
  /** The day is shown alone, with all that is open. */
  isWide: boolean;
  dayHref: (day: string) => Route;
}

/** What is open on one day, by event with how many places have somebody. */
export function OpenCell({ day, events, isWide, dayHref, onAsk }: OpenCellProps) {
  const shown = isWide || events.length <= SHOWN_MAX + 1 ? events : events.slice(0, SHOWN_MAX);
  return (
    <td className="border-b border-l border-border bg-canvas p-1 align-top">
      <ul className={cn("grid grid-cols-1 gap-1", isWide && "sm:grid-cols-2 xl:grid-cols-3")}>
        {shown.map((event) => (
          <li key={event.eventId} className="min-w-0">
            <OpenEventCard event={event} day={day} onAsk={onAsk} />
          </li>
        ))}
        {shown.length < events.length ? (
          <li>
            <PageLink
              href={dayHref(day)}
              className="flex min-h-target items-center px-1.5 text-meta text-muted hover:text-text hover:underline"
            >
              {`+${events.length - shown.length} more events`}
            </PageLink>
          </li>
        ) : null}
      </ul>
    </td>
  );
}

interface OpenEventCardProps extends Pick<BoardProps, "onAsk"> {
  event: OpenEvent;
  day: string;
}

/** An event with its coverage and its open places by role. */
export function OpenEventCard({ event, day, onAsk }: OpenEventCardProps) {
  const { eventId, number, title, venueName, needed, filled } = event;
  return (
    <article className="grid grid-cols-1 gap-0.5 rounded-badge border border-border bg-surface p-1.5 text-meta">
      <PageLink
        href={eventHref(eventId)}
        title={`EV-${number} ${title}, ${venueName}`}
        className="block truncate font-medium hover:underline"
      >
        {title}
      </PageLink>
      <p className="flex flex-wrap items-center gap-x-1.5 text-muted tabular-nums">
        {clockOn(day, event)}
        <span className={cn("rounded-badge px-1", toneClass[filled === 0 ? "problem" : "caution"])}>
          {`${filled} of ${needed}`}
          <span className="sr-only"> filled</span>
        </span>
      </p>
      <ul>
        {rolesOf(event).map((role) => (
          <li key={role.role}>
            <OpenRoleLine role={role} event={event} onAsk={onAsk} />
          </li>
        ))}
      </ul>
    </article>
  );
}

/** Open places of one role: dragged onto a person, or asked for from the menu, which is the twin of the drag. */
function OpenRoleLine({
  role,
  event,
  onAsk,
}: Pick<OpenEventCardProps, "event" | "onAsk"> & { role: OpenRole }) {
  const [first] = role.slots;
  if (!first) return null;
  return (
    <div
      draggable
      onDragStart={(drag) => {
        drag.dataTransfer.setData(DRAGGED_SLOT, first.id);
        drag.dataTransfer.effectAllowed = "move";
      }}
      className="flex cursor-grab items-center gap-1 rounded-badge hover:bg-selected active:cursor-grabbing"
    >
      <p className="min-w-0 flex-1">
        <span className="block truncate">{role.role}</span>
        <span className="block text-muted">{openWords(role)}</span>
      </p>
      <Menu
        trigger={
          <IconButton
            label={`Fill ${role.role} of EV-${event.number}`}
            icon={<Ellipsis />}
            className="sm:size-6"
          />
        }
        entries={[
          ...role.slots.map(({ id, seat }) => ({
            kind: "action" as const,
            label: `Ask somebody as ${role.role} ${seat}…`,
            icon: <UserPlus />,
            onSelect: () => onAsk(id, null),
          })),
          { kind: "link", label: `Open EV-${event.number}`, href: eventHref(event.eventId) },
        ]}
      />
    </div>
  );
}
