import type { Route } from "next";

/** The page of an event, or one of the pages below it. */
export function eventHref(eventId: string, part?: "reschedule" | "cancel" | "swap" | "run-sheet"): Route {
  // Typed routes cannot tell an id from a path, so that the compiler takes no address with a part that varies.
  return `/admin/events/${eventId}${part === undefined ? "" : `/${part}`}` as Route;
}
