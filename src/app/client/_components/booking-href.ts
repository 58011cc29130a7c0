import type { Route } from "next";

type Page = "" | "/edit" | "/edit?step=dates" | "/edit?step=plan" | "/sent";

/** The address of one booking's page. Next's own type of addresses knows no built ones: the only cast is here. */
export function bookingHref(bookingId: string, page: Page = ""): Route {
  return `/client/bookings/${bookingId}${page}` as Route;
}
