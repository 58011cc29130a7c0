import { eventHref } from "@/app/admin/_components/event-href";
import { kitAssignmentLooks, kitFlagLooks } from "@/components/status-looks/kits";
import { cn } from "@/components/ui/cn";
import { PageLink } from "@/components/ui/page-link";
import { toneClass } from "@/components/ui/tone";
import { formatWindow } from "@/values/format-time";
import type { Bar } from "./board-bars";

/** One use of a kit, from its preparation to its inspected return; leads to its event. */
export function UseBar({ bar, isUnbound, now }: { bar: Bar; isUnbound: boolean; now: string }) {
  const { use, first, last, isOverdue } = bar;
  const look = isOverdue ? kitFlagLooks.overdue : kitAssignmentLooks[use.status];
  const tone = use.against === null ? look.tone : "problem";
  const Icon = look.icon;
  const words = [
    isUnbound ? "No kit bound" : look.label,
    formatWindow(use, use.timeZone, now),
    ...(use.against === null ? [] : [use.against]),
  ].join(". ");
  return (
    <PageLink
      href={eventHref(use.eventId)}
      title={words}
      style={{ gridColumn: `${first} / ${last + 1}` }}
      className={cn(
        "mx-px flex min-h-target min-w-0 items-center gap-1.5 rounded-badge px-1.5 text-meta font-medium hover:underline max-sm:col-span-full!",
        toneClass[tone],
      )}
    >
      <Icon aria-hidden="true" className="size-3.5 shrink-0" />
      <span className="truncate">
        {`EV-${use.number} ${isUnbound ? `${use.templateName} · ` : ""}${use.title}`}
        <span className="sr-only">{`. ${words}`}</span>
      </span>
    </PageLink>
  );
}
