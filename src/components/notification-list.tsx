import type { Route } from "next";
import { PageLink } from "@/components/ui/page-link";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { closeDisclosure } from "@/components/ui/disclosure-menu";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "./relative-time";

export interface NotificationEntry {
  id: string;
  text: ReactNode;
  at: string;
  isRead: boolean;
}

export interface NotificationGroup {
  /** The record the entries are about: "BK-1042 Autumn sampling tour". */
  id: string;
  title: string;
  href: Route;
  entries: readonly NotificationEntry[];
}

export interface NotificationListProps {
  groups: readonly NotificationGroup[];
  now: string;
  timeZone: string;
  onOpen: (group: NotificationGroup) => void;
  /** Present while anything is unread. */
  onMarkAll?: (() => void) | undefined;
}

/** Messages grouped by record, newest group first (U-46). */
export function NotificationList({ groups, now, timeZone, onOpen, onMarkAll }: NotificationListProps) {
  if (groups.length === 0) {
    return (
      <EmptyState title="No messages">What changes on your bookings and events shows up here.</EmptyState>
    );
  }
  return (
    <div>
      <div className="flex min-h-control items-center justify-between gap-2 pr-1 pl-3">
        <h2 className="text-cell font-semibold">Notifications</h2>
        {onMarkAll ? (
          <Button variant="quiet" size="small" onClick={onMarkAll}>
            Mark all as read
          </Button>
        ) : null}
      </div>
      <ul className="divide-y divide-border">
        {groups.map((group) => (
          <li key={group.id} className="px-3 py-2">
            <PageLink
              href={group.href}
              onClick={(event) => {
                closeDisclosure(event);
                onOpen(group);
              }}
              className="block truncate text-cell font-semibold hover:underline"
            >
              {group.title}
            </PageLink>
            <ul className="mt-0.5 grid gap-1">
              {group.entries.map((entry) => (
                <li key={entry.id} className="flex gap-2 text-cell">
                  <span
                    className={cn(
                      "mt-1.5 size-2 shrink-0 rounded-full",
                      entry.isRead ? "bg-transparent" : "bg-accent",
                    )}
                  >
                    <span className="sr-only">{entry.isRead ? "" : "Unread: "}</span>
                  </span>
                  <span className={cn("min-w-0 flex-1", entry.isRead && "text-muted")}>{entry.text}</span>
                  <span className="text-meta text-muted">
                    <RelativeTime at={entry.at} now={now} timeZone={timeZone} tipSide="end" />
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}
