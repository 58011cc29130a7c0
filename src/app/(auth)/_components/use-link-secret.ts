"use client";

import { useSyncExternalStore } from "react";

/**
 * The secret of the link that was opened, from the address's fragment, which no server and no log ever sees; ""
 * when there is none, null while the page is not yet in a browser.
 */
export function useLinkSecret(): string | null {
  return useSyncExternalStore(subscribe, readLinkSecret, () => null);
}

export function readLinkSecret(): string {
  return window.location.hash.slice(1);
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener("hashchange", onChange);
  return () => window.removeEventListener("hashchange", onChange);
}
