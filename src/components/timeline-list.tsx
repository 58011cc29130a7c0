import { ChevronRight, type LucideIcon } from "lucide-react";
import type { Route } from "next";
import { PageLink } from "@/components/ui/page-link";
import type { ReactNode } from "react";
import { type Tone, toneClass } from "@/components/ui/tone";
import { formatClock, formatDate } from "@/values/format-time";

export interface TimelineEntry {
  id: string;
  /** When it was done, as an ISO instant. */
  at: string;
  /** The event in plain words, without the actor: "approved 10 of 12 dates". */
  text: ReactNode;
  actor: ReactNode;
  icon: LucideIcon;
  tone?: Tone;
  /** A step of the system: neighbors of this kind fold into one line. */
  isSystem?: boolean;
  /** The log entry, for those who may open it. */
  href?: Route | undefined;
}

export interface TimelineListProps {
  entries: readonly TimelineEntry[];
  /** Zone of the times shown; said once by the page. */
  timeZone: string;
  now: string;
}

/** What happened to a record, newest first or last as given, system steps folded (U-44). */
export function TimelineList({ entries, timeZone, now }: TimelineListProps) {
  return (
    <ol className="grid">
      {foldSystemSteps(entries).map((group) => {
        const [first] = group;
        if (!first) return null;
        if (group.length === 1) return <Entry key={first.id} entry={first} timeZone={timeZone} now={now} />;
        return (
          <li
            key={first.id}
            className="relative py-1 pl-9 before:absolute before:inset-y-0 before:left-3 before:w-px before:bg-border last:before:hidden"
          >
            <details className="group">
              <summary className="inline-flex min-h-target items-center gap-1 rounded-badge text-meta text-muted hover:text-text">
                <ChevronRight className="size-3.5! transition-transform duration-120 group-open:rotate-90" />
                {`${group.length} steps by Muster`}
              </summary>
              <ol className="-ml-9">
                {group.map((entry) => (
                  <Entry key={entry.id} entry={entry} timeZone={timeZone} now={now} />
                ))}
              </ol>
            </details>
          </li>
        );
      })}
    </ol>
  );
}

function Entry({ entry, timeZone, now }: { entry: TimelineEntry; timeZone: string; now: string }) {
  const { at, icon: Icon, tone = "neutral" } = entry;
  return (
    <li className="relative flex gap-3 py-1.5 before:absolute before:top-8 before:bottom-[-6px] before:left-3 before:w-px before:bg-border last:before:hidden">
      <span
        className={`relative inline-flex size-6 shrink-0 items-center justify-center rounded-full [&_.lucide]:size-3.5 ${toneClass[tone]}`}
      >
        <Icon />
      </span>
      <div className="min-w-0 flex-1 text-cell wrap-anywhere">
        <p className="flex flex-wrap justify-between gap-x-3">
          <span className="min-w-0">
            <span className="font-medium">{entry.actor}</span> {entry.text}
          </span>
          <EntryTime at={at} href={entry.href} timeZone={timeZone} now={now} />
        </p>
      </div>
    </li>
  );
}

function EntryTime(props: { at: string; href: Route | undefined; timeZone: string; now: string }) {
  const { at, href, timeZone, now } = props;
  const time = (
    <time dateTime={at} className="text-meta leading-(--lead-cell) whitespace-nowrap text-muted">
      {`${formatDate(at, timeZone, now)} ${formatClock(at, timeZone)}`}
    </time>
  );
  if (href === undefined) return time;
  return (
    <PageLink href={href} className="hover:underline">
      <span className="sr-only">Log entry of </span>
      {time}
    </PageLink>
  );
}

/** Neighboring system steps become one group; everything else stands alone. */
export function foldSystemSteps(entries: readonly TimelineEntry[]): TimelineEntry[][] {
  const groups: TimelineEntry[][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    const joins = entry.isSystem === true && last?.every((other) => other.isSystem === true) === true;
    if (joins) last?.push(entry);
    else groups.push([entry]);
  }
  return groups;
}
