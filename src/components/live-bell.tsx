"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Route } from "next";
import { useTRPC } from "@/trpc/client";
import { NotificationBell } from "./notification-bell";
import { NotificationList } from "./notification-list";
import { PanelError } from "./ui/error-state";
import { SkeletonRows } from "./ui/skeleton";

interface LiveBellProps {
  readonly place: "bar" | "side";
  /** The moment the page was made, ISO 8601 UTC, so that server and browser write the same words. */
  readonly now: string;
  readonly timeZone: string;
}

/** The bell with the signed-in person's own messages, grouped by record (U-46). */
export function LiveBell({ place, now, timeZone }: LiveBellProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const unread = useQuery(trpc.notifications.unread.queryOptions());
  const list = useQuery(trpc.notifications.list.queryOptions({ limit: 20 }));
  const mark = useMutation(
    trpc.notifications.markRead.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.notifications.pathFilter()),
    }),
  );
  const count = unread.data?.unread ?? 0;
  return (
    <NotificationBell unread={count} place={place}>
      {list.isPending ? <SkeletonRows rows={3} /> : null}
      {list.isError ? <PanelError what="your messages" onRetry={() => list.refetch()} /> : null}
      {list.data ? (
        <NotificationList
          groups={list.data.groups.map((group) => ({
            id: `${group.subjectType} ${group.subjectId}`,
            title: group.count > 1 ? `${group.title} (${group.count})` : group.title,
            // The handler writes only addresses of our own pages; a check constraint holds it to that.
            href: group.link as Route,
            entries: [{ id: group.id, text: group.body, at: group.createdAt, isRead: group.unread === 0 }],
          }))}
          now={now}
          timeZone={timeZone}
          onOpen={(group) => {
            const [type = "", id = ""] = group.id.split(" ");
            mark.mutate({ kind: "subject", type, id });
          }}
          onMarkAll={count > 0 ? () => mark.mutate({ kind: "all" }) : undefined}
        />
      ) : null}
    </NotificationBell>
  );
}
