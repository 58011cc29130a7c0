"use client";

import { useLiveConnection } from "@/trpc/live-store";

/** Before somebody presses in vain: nothing is kept back here, so what is sent has to arrive. */
export function FormOffline() {
  const { state } = useLiveConnection();
  if (state !== "offline") return null;
  return (
    <p role="status" className="text-meta text-muted">
      You are offline. What you enter stays here; send it when the connection is back.
    </p>
  );
}
