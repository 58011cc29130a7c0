import type { PhotoNow } from "@/commands/photos/usable";
import type { Fact } from "@/domain-events/catalog/fact";
import type { PayloadOf } from "@/domain-events/catalog/catalog";

/** The venue of one event and whether it is agreed. Instants are ISO 8601 UTC with milliseconds. */

export interface Confirmation {
  readonly locationId: string;
  readonly startsAt: string;
  readonly status: "confirmed" | "revoked";
  readonly contactPerson: { readonly name: string; readonly phone: string; readonly email: string } | null;
  readonly specialInstructions: string | null;
  readonly accessDetails: string | null;
  readonly confirmedBy: string;
  readonly confirmedAt: string;
  readonly revokedReason: string | null;
  /** Raised by every change. */
  readonly version: number;
}

export interface EventVenue {
  readonly eventId: string;
  readonly bookingId: string;
  readonly locationId: string;
  readonly startsAt: string;
  readonly isOver: boolean;
  readonly managerId: string | null;
  /** Who has or had a shift there, where a report asks for it. */
  readonly crewIds: readonly string[];
  /** The latest one, whatever it was for; null when there never was any. */
  readonly confirmation: Confirmation | null;
  /** The event was moved after that, wherever it is now: what was agreed does not come back with the old date. */
  readonly movedSince: boolean;
}

/** What `load` brings besides the state: those of the named photos that there are. */
export interface VenueOutside {
  readonly photos: readonly PhotoNow[];
}

/** True while the confirmation is for the venue and the start that the event has had since (domain.md rule 50). */
export function isConfirmed({ confirmation, locationId, startsAt, movedSince }: EventVenue): boolean {
  return (
    !movedSince &&
    confirmation?.status === "confirmed" &&
    confirmation.locationId === locationId &&
    confirmation.startsAt === startsAt
  );
}

/** The next state after one fact of the venue; a report of an issue leaves it as it is. */
export function evolve(state: EventVenue, fact: Fact): EventVenue {
  switch (fact.type) {
    case "LOCATION_CONFIRMED":
      return { ...state, confirmation: confirmed(state, fact.payload), movedSince: false };
    case "LOCATION_CONFIRMATION_REVOKED":
      return state.confirmation === null
        ? state
        : {
            ...state,
            confirmation: {
              ...state.confirmation,
              status: "revoked",
              revokedReason: fact.payload.reason,
              version: state.confirmation.version + 1,
            },
          };
    default:
      return state;
  }
}

function confirmed(state: EventVenue, payload: PayloadOf<"LOCATION_CONFIRMED">): Confirmation {
  return {
    locationId: state.locationId,
    startsAt: state.startsAt,
    status: "confirmed",
    contactPerson: payload.contactPerson ?? null,
    specialInstructions: payload.specialInstructions ?? null,
    accessDetails: payload.accessDetails ?? null,
    confirmedBy: payload.confirmedBy,
    confirmedAt: payload.confirmedAt,
    revokedReason: null,
    version: (state.confirmation?.version ?? 0) + 1,
  };
}
