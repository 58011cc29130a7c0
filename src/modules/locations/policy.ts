import type { Actor } from "@/commands/actor";
import type { PolicyAnswer } from "@/commands/decider";
import type { LocationCommand } from "./commands";
import type { EventVenue } from "./venue";

/**
 * Venues are agreed by the admins and the event's manager; an agent reports on one where a shift of theirs is
 * (domain.md "People"). Nobody else knows of it.
 */
export function locationPolicy(
  actor: Actor,
  { type }: Pick<LocationCommand, "type">,
  { managerId, crewIds }: Pick<EventVenue, "managerId" | "crewIds">,
): PolicyAnswer {
  if (actor.kind === "system") return "deny";
  if (actor.role === "admin") return "allow";
  if (actor.role === "agent")
    return type === "reportIssue" && crewIds.includes(actor.id) ? "allow" : "not-found";
  return actor.role === "manager" && managerId === actor.id ? "allow" : "not-found";
}

/** What a reader who may know of the event may do with its venue now; sent with the record. */
export interface VenueAbilities {
  readonly confirm: boolean;
  readonly revoke: boolean;
  readonly reportIssue: boolean;
}

/** For an event that is not over. */
export function venueAbilities({ confirmed }: { readonly confirmed: boolean }): VenueAbilities {
  return { confirm: true, revoke: confirmed, reportIssue: true };
}
