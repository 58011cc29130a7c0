"use client";

import { CloudOff, RefreshCw, Wifi } from "lucide-react";
import { type LiveConnection, useLiveConnection } from "@/trpc/live-store";
import { formatClock } from "@/values/format-time";
import { Badge } from "./ui/badge";

const LOOKS = {
  online: { label: "Online", tone: "neutral", icon: <Wifi /> },
  connecting: { label: "Connecting", tone: "neutral", icon: <RefreshCw /> },
  offline: { label: "Offline", tone: "caution", icon: <CloudOff /> },
} as const;

/** How the connection of a phone is, in a word (U-50); since when it is gone is said below the header. */
export function ConnectionChip() {
  const connection = useLiveConnection();
  const { label, tone, icon } = LOOKS[connection.state];
  return (
    <span role="status" title={syncedWords(connection)}>
      <Badge tone={tone} icon={icon}>
        {label}
      </Badge>
    </span>
  );
}

/** On the clock of this device; only the browser ever writes these words. */
function syncedWords({ lastSyncAt }: LiveConnection): string | undefined {
  if (lastSyncAt === null) return undefined;
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return `Last updated ${formatClock(lastSyncAt, timeZone)}`;
}
