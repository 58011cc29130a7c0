import { useSyncExternalStore } from "react";

/** What the browser knows of its live connection (U-50). */
export interface LiveConnection {
  readonly state: "connecting" | "online" | "offline";
  /** When the screens were last known to be current, ISO 8601 UTC; null before the first connection. */
  readonly lastSyncAt: string | null;
  /** The server answered last that nobody is signed in. */
  readonly isSignedOut: boolean;
}

const beforeConnecting: LiveConnection = { state: "connecting", lastSyncAt: null, isSignedOut: false };

let connection = beforeConnecting;
const watchers = new Set<() => void>();

/** Tells every screen what became of the connection. */
export function setLiveState(state: LiveConnection["state"]): void {
  put(state === "online" ? { state, lastSyncAt: new Date().toISOString() } : { state });
}

/** Everything on screen was asked for again and answered, without the live connection. */
export function setSynced(): void {
  put({ lastSyncAt: new Date().toISOString() });
}

/** What the last answer of the server said of the session. */
export function setSignedOut(isSignedOut: boolean): void {
  if (isSignedOut !== connection.isSignedOut) put({ isSignedOut });
}

function put(change: Partial<LiveConnection>): void {
  connection = { ...connection, ...change };
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
