"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { NotificationBell } from "./notification-bell";
import { PanelError } from "./ui/error-state";
import { SkeletonRows } from "./ui/skeleton";
import { useLatePart } from "./ui/use-late-part";

const loadMessages = () => import("./messages").then((part) => part.Messages);

interface LiveBellProps {
  readonly place: "bar" | "side";
  /** The moment the page was made, ISO 8601 UTC, so that server and browser write the same words. */
  readonly now: string;
  readonly timeZone: string;
}

/** The bell with how many messages wait; the messages come when it is opened. */
export function LiveBell({ place, now, timeZone }: LiveBellProps) {
  const trpc = useTRPC();
  const [isOpen, setIsOpen] = useState(false);
  const unread = useQuery(trpc.notifications.unread.queryOptions());
  const count = unread.data?.unread ?? 0;
  return (
    <NotificationBell unread={count} place={place} onOpenChange={setIsOpen}>
      {isOpen ? <LateMessages unread={count} now={now} timeZone={timeZone} /> : null}
    </NotificationBell>
  );
}

function LateMessages(props: { unread: number; now: string; timeZone: string }) {
  const { part: Messages, hasFailed, retry } = useLatePart(loadMessages);
  if (hasFailed) return <PanelError what="Your messages" onRetry={retry} />;
  return Messages ? <Messages {...props} /> : <SkeletonRows rows={3} />;
}
