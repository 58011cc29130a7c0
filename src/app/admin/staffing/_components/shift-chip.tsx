import { TriangleAlert } from "lucide-react";
import { eventHref } from "@/app/admin/_components/event-href";
import { shiftLooks } from "@/components/status-looks/shifts";
import { cn } from "@/components/ui/cn";
import { PageLink } from "@/components/ui/page-link";
import { toneClass } from "@/components/ui/tone";
import { type BoardShift, clockOn } from "./board-days";

/** One shift on one day: its clock, its role and event, its state, and what is in its way in words. */
export function ShiftChip({ shift, day }: { shift: BoardShift; day: string }) {
  const { eventId, number, title, role, status, venueName, isMeant, conflicts } = shift;
  const { label, tone, icon: Icon } = shiftLooks[status];
  return (
    <div className={cn("overflow-hidden rounded-badge text-meta", !isMeant && "opacity-60")}>
      <PageLink
        href={eventHref(eventId)}
        draggable={false}
        title={`${clockOn(day, shift)} ${role}, EV-${number} ${title}, ${venueName}, ${label}`}
        className={cn(
          "block min-w-0 px-1.5 py-1 -outline-offset-1 hover:underline [&_.lucide]:size-3.5",
          toneClass[tone],
        )}
      >
        <span className="flex items-center gap-1">
          <Icon />
          <span className="sr-only">{`${label}, `}</span>
          <span className="truncate tabular-nums">{clockOn(day, shift)}</span>
        </span>
        <span className="block truncate font-medium">{title}</span>
        <span className="block truncate">{role}</span>
      </PageLink>
      {conflicts.length === 0 ? null : (
        <ul className={cn("px-1.5 py-1 [&_.lucide]:size-3.5", toneClass.problem)}>
          {conflicts.map((sentence) => (
            <li key={sentence} className="flex gap-1 wrap-anywhere">
              <TriangleAlert />
              <span className="min-w-0">{sentence}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
