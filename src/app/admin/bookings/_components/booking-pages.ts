import { bookingHref } from "./booking-href";

/** Where the booking form leads on the desk. */
export const bookingPages = {
  saved: (bookingId: string) => bookingHref(bookingId),
  sent: (bookingId: string) => bookingHref(bookingId),
};
