import type { Actor, PersonActor } from "@/commands/actor";
import type { PolicyAnswer } from "@/commands/decider";

/** What follows from a booking is done by the workflow; persons change the booking itself. */
export function eventInstancePolicy(actor: Actor): PolicyAnswer {
  return actor.kind === "system" && actor.handler === "workflow"
    ? "allow"
    : { deny: "Events follow from their booking. Change the booking instead." };
}

/** What the reader may do with an event now; sent with the record, so that no screen has to guess. */
export interface EventAbilities {
  /** Open the booking behind it. */
  readonly openBooking: boolean;
  /** See why it is held or was cancelled, and who manages it: the agency's own words. */
  readonly seeInternals: boolean;
}

/** Clients see date, state and outcome of an event; the rest is the agency's (domain.md "People"). */
export function eventAbilities(actor: PersonActor): EventAbilities {
  return {
    openBooking: actor.role === "admin" || actor.role === "client",
    seeInternals: actor.role === "admin" || actor.role === "manager",
  };
}
