"use client";

import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Route } from "next";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import { type NotificationGroup, NotificationList } from "./notification-list";
import { Button } from "./ui/button";
import { PanelError } from "./ui/error-state";
import { SkeletonRows } from "./ui/skeleton";

const RECORDS_AT_ONCE = 20;

interface MessagesProps {
  readonly unread: number;
  readonly now: string;
  readonly timeZone: string;
}

/** The signed-in person's own messages, grouped by record (U-46). */
export function Messages({ unread, now, timeZone }: MessagesProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const list = useInfiniteQuery(
    trpc.notifications.list.infiniteQueryOptions(
      { limit: RECORDS_AT_ONCE },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
  );
  const mark = useMutation(
    trpc.notifications.markRead.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.notifications.pathFilter()),
    }),
  );
  if (list.isPending) return <SkeletonRows rows={3} />;
  if (!list.data) return <PanelError what="Your messages" onRetry={() => void list.refetch()} />;
  return (
    <>
      {mark.isError ? (
        <p role="alert" className="px-3 pt-2 text-cell text-on-problem">
          Muster could not be reached: the messages are still unread. Try again.
        </p>
      ) : null}
      <NotificationList
        groups={list.data.pages.flatMap(({ groups }) => groups.map(toGroup))}
        now={now}
        timeZone={timeZone}
        onOpen={(group) => {
          const [type = "", id = ""] = group.id.split(" ");
          mark.mutate({ kind: "subject", type, id });
        }}
        onMarkAll={unread > 0 ? () => mark.mutate({ kind: "all" }) : undefined}
      />
      {list.hasNextPage ? (
        <div className="border-t border-border p-2">
          <Button
            variant="quiet"
            isPending={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            Show older messages
          </Button>
        </div>
      ) : null}
    </>
  );
}

function toGroup(group: RouterOutputs["notifications"]["list"]["groups"][number]): NotificationGroup {
  const { subjectType, subjectId, title, count, messages, link } = group;
  return {
    id: `${subjectType} ${subjectId}`,
    title: count > messages.length ? `${title} (newest ${messages.length} of ${count})` : title,
    // The handler writes only addresses of our own pages; a check constraint holds it to that.
    href: link as Route,
    // The newest one's title stands above them all.
    entries: messages.map(({ id, title: own, body, createdAt, isRead }, index) => ({
      id,
      text: index === 0 ? body : `${own}. ${body}`,
      at: createdAt,
      isRead,
    })),
  };
}
