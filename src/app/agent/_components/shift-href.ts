import type { Route } from "next";

/** The page of one shift. */
export function shiftHref(shiftId: string): Route {
  // Typed routes cannot tell an id from a path, so that the compiler takes no address with a part that varies.
  return `/agent/offers/${shiftId}` as Route;
}
