import { useSyncExternalStore } from "react";

/** What the browser knows of its live connection (U-50). */
export interface LiveConnection {
  readonly state: "connecting" | "online" | "offline";
  /** When the screens were last known to be current, ISO 8601 UTC; null before the first connection. */
  readonly lastSyncAt: string | null;
}

const beforeConnecting: LiveConnection = { state: "connecting", lastSyncAt: null };

let connection = beforeConnecting;
const watchers = new Set<() => void>();

/** Tells every screen what became of the connection. */
export function setLiveState(state: LiveConnection["state"]): void {
  const lastSyncAt = state === "online" ? new Date().toISOString() : connection.lastSyncAt;
  connection = { state, lastSyncAt };
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** The state of the live connection, for a chip that says so. */
export function useLiveConnection(): LiveConnection {
  return useSyncExternalStore(
    watch,
    () => connection,
    () => beforeConnecting,
  );
}
