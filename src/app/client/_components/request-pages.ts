import type { RequestFormProps } from "@/components/booking-form/request-form";
import { bookingHref } from "./booking-href";

/** Where the request form leads in the portal. */
export const requestPages: RequestFormProps["pages"] = {
  saved: (bookingId) => bookingHref(bookingId),
  sent: (bookingId) => bookingHref(bookingId, "/sent"),
};
