import { PageLink } from "@/components/ui/page-link";
import type { DayEntry } from "./calendar-items";
import { AssignableChip } from "./assignable-chip";
import type { TimelineProps } from "./timeline";

const SHOWN_MAX = 4;

export interface LaneCellProps extends Pick<TimelineProps, "hrefOf" | "dayHref" | "openId" | "onAssign"> {
  day: string;
  entries: readonly DayEntry[];
}

/** The events of one lane on one day. */
export function LaneCell({ day, entries, hrefOf, dayHref, openId, onAssign }: LaneCellProps) {
  const shown = entries.length > SHOWN_MAX ? entries.slice(0, SHOWN_MAX - 1) : entries;
  return (
    <td className="border-b border-l border-border p-1 align-top">
      <ul className="grid gap-1">
        {shown.map((entry) => (
          <li key={entry.event.id}>
            <AssignableChip
              entry={entry}
              href={hrefOf(entry.event.id)}
              isOpen={entry.event.id === openId}
              onAssign={onAssign}
            />
          </li>
        ))}
        {shown.length < entries.length ? (
          <li>
            <PageLink
              href={dayHref(day)}
              scroll={false}
              className="flex min-h-target items-center px-1.5 text-meta text-muted hover:text-text hover:underline"
            >
              {`+${entries.length - shown.length} more`}
            </PageLink>
          </li>
        ) : null}
      </ul>
    </td>
  );
}
