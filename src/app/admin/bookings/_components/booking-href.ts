import type { Route } from "next";

/** The page of a booking, or one of the pages below it. */
export function bookingHref(bookingId: string, part?: "decide" | "changes" | "edit"): Route {
  // Typed routes cannot tell an id from a path, so that the compiler takes no address with a part that varies.
  return `/admin/bookings/${bookingId}${part === undefined ? "" : `/${part}`}` as Route;
}
