"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useLiveConnection, setSynced } from "@/trpc/live-store";
import { formatClock } from "@/values/format-time";
import { SignInAgain } from "./sign-in-again";
import { Button } from "./ui/button";

/** Above a screen whose data may be old: since when, and the way on. The data stays. */
export function StaleLine() {
  const queryClient = useQueryClient();
  const { state, lastSyncAt, isSignedOut } = useLiveConnection();
  if (!isSignedOut && state !== "offline") return null;
  const refresh = () =>
    queryClient.refetchQueries({ type: "active" }, { throwOnError: true }).then(setSynced, () => undefined);
  return (
    <div
      role="status"
      className="flex min-h-control flex-wrap items-center gap-x-3 gap-y-1 bg-caution px-4 py-1 text-cell text-on-caution lg:px-6"
    >
      {isSignedOut ? "You are signed out." : staleWords(lastSyncAt)}
      {isSignedOut ? (
        <SignInAgain />
      ) : (
        <Button size="small" onClick={() => void refresh()}>
          Try again
        </Button>
      )}
    </div>
  );
}

/** On the clock of this device; only the browser ever writes these words. */
function staleWords(lastSyncAt: string | null): string {
  if (lastSyncAt === null) return "Not connected: what is shown may have changed since.";
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return `Not connected. Last updated ${formatClock(lastSyncAt, timeZone)}.`;
}
