import "server-only";
import type { Subject } from "@/commands/decider";
import type { LocationCommand } from "./commands";
import { decide } from "./decide";
import { locationPolicy } from "./policy";
import { load } from "./store/load";
import { save } from "./store/save";
import { type EventVenue, evolve, isConfirmed, type VenueOutside } from "./venue";

export interface LocationAnswer {
  readonly eventId: string;
  readonly locationId: string;
  readonly confirmed: boolean;
}

export const locations: Subject<LocationCommand, EventVenue, VenueOutside, LocationAnswer> = {
  name: "locations",
  recordName: "event",
  policy: locationPolicy,
  decide,
  evolve,
  load,
  save,
  correlationId: (state) => state.bookingId,
  result: (state) => ({
    eventId: state.eventId,
    locationId: state.locationId,
    confirmed: isConfirmed(state),
  }),
};
