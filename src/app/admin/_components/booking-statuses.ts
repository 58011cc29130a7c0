import type { BookingStatus } from "@/modules/bookings/inputs";

/** The statuses of bookings in the module's order, without its schemas: zod is heavy on a list's first load. */
export const bookingStatuses = [
  "draft",
  "submitted",
  "changes_requested",
  "partially_approved",
  "approved",
  "rejected",
  "cancelled",
] as const satisfies readonly BookingStatus[];
