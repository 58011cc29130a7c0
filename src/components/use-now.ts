"use client";

import { useSyncExternalStore } from "react";
import { readClock, watchClock } from "./clock";

/**
 * Now, ISO 8601 UTC, moving on while the screen is open. `made` is when the server made the page: what it wrote
 * is what the browser writes first, and no moment before it is believed, since clocks of phones are off.
 */
export function useNow(made: string): string {
  const moment = useSyncExternalStore(watchClock, readClock, () => made);
  return moment > made ? moment : made;
}
