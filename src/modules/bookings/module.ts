import "server-only";
import type { Subject } from "@/commands/decider";
import { conflict, invalid } from "@/commands/errors";
import type { BookingState } from "./booking";
import type { BookingCommand } from "./commands";
import { decide } from "./decide";
import { evolve } from "./evolve";
import type { BookingStatus } from "./inputs";
import type { BookingOutside } from "./outside";
import { bookingPolicy } from "./policy";
import { load } from "./store/load";
import { save } from "./store/save";

/** What every booking command answers: enough to open the record and to send the next command. */
export interface BookingAnswer {
  readonly bookingId: string;
  readonly version: number;
  readonly status: BookingStatus;
}

export const bookings: Subject<BookingCommand, BookingState, BookingOutside, BookingAnswer | null> = {
  name: "bookings",
  recordName: "booking",
  policy: bookingPolicy,
  decide,
  evolve,
  load,
  save,
  correlationId: (state) => {
    if (!state.exists) throw new Error("a fact of a booking that does not exist");
    return state.id;
  },
  result: (state) =>
    state.exists ? { bookingId: state.id, version: state.version, status: state.status } : null,
  refusals: {
    booking_import_key: () => conflict("This row group is being imported by somebody else right now."),
    booking_date_start_key: () =>
      invalid("Two dates start at the same time.", { schedule: "Each date needs its own start." }),
  },
};
