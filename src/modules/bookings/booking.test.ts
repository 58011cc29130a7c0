import { expect, test } from "vitest";
import type { BookingDateStatus, BookingStatus } from "./inputs";
import { datesToDecide } from "./booking";

const booking = (status: BookingStatus, ...dates: BookingDateStatus[]) => ({
  status,
  dates: dates.map((date, index) => ({ id: index, status: date })),
});
const ids = (of: ReturnType<typeof booking>) => datesToDecide(of).map((date) => date.id);

test("undecided dates wait for the agency; one with another time on offer waits for the client", () => {
  expect(ids(booking("partially_approved", "approved", "undecided", "proposed", "declined"))).toEqual([1]);
});

test("a re-approval without a new date asks about the dates that were approved before", () => {
  expect(ids(booking("submitted", "approved", "declined", "approved"))).toEqual([0, 2]);
  expect(ids(booking("submitted", "approved", "proposed"))).toEqual([]);
  expect(ids(booking("approved", "approved"))).toEqual([]);
});
