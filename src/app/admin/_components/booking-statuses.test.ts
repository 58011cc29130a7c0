import { expect, test } from "vitest";
import { bookingStatuses as known } from "@/modules/bookings/inputs";
import { bookingStatuses } from "./booking-statuses";

test("screens know the same statuses as the module, in the same order", () => {
  expect(bookingStatuses).toEqual(known);
});
