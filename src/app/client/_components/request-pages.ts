import type { RequestFormProps } from "@/components/booking-form/request-form";

/** Where the request form leads in the portal. */
export const requestPages: RequestFormProps["pages"] = {
  saved: (bookingId) => `/client/bookings/${bookingId}`,
  sent: (bookingId) => `/client/bookings/${bookingId}/sent`,
};
