import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { conflict, ruleViolated } from "@/commands/errors";
import { attachedUrls } from "@/commands/photos/usable";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { CommandOf, LocationCommand } from "./commands";
import { type EventVenue, isConfirmed, type VenueOutside } from "./venue";

/** The rules of venues of events. */
export function decide(
  command: LocationCommand,
  state: EventVenue,
  outside: VenueOutside,
  context: DecisionContext,
): readonly Fact[] {
  if (command.locationId !== state.locationId) {
    throw conflict("This event has another venue by now. Reload it.");
  }
  switch (command.type) {
    case "confirm":
      return decideConfirm(command, state, context);
    case "revokeConfirmation":
      return decideRevoke(command, state, context);
    case "reportIssue":
      return [decideReportIssue(command, state, outside, context)];
    default:
      return neverCommand(command);
  }
}

function neverCommand(command: never): never {
  throw new Error(`unknown venue command ${JSON.stringify(command)}`);
}

/** A second confirmation restates contact and instructions; one that says the same is no news. */
function decideConfirm(
  { contactPerson, specialInstructions, accessDetails }: CommandOf<"confirm">,
  state: EventVenue,
  context: DecisionContext,
): readonly Fact[] {
  if (state.isOver)
    throw ruleViolated("event_over", "This event is over, so its venue needs no confirmation.");
  const words = {
    ...(contactPerson && { contactPerson }),
    ...(specialInstructions && { specialInstructions }),
    ...(accessDetails && { accessDetails }),
  };
  if (isConfirmed(state) && saysTheSame(state, words)) return [];
  return [
    fact("LOCATION_CONFIRMED", {
      ...idsOf(state),
      confirmedBy: actorId(context.actor),
      confirmedAt: context.now,
      ...words,
    }),
  ];
}

type Words = Partial<Pick<CommandOf<"confirm">, "contactPerson" | "specialInstructions" | "accessDetails">>;

function saysTheSame({ confirmation }: EventVenue, words: Words): boolean {
  const { name, phone, email } = confirmation?.contactPerson ?? {};
  return (
    name === words.contactPerson?.name &&
    phone === words.contactPerson?.phone &&
    email === words.contactPerson?.email &&
    confirmation?.specialInstructions === (words.specialInstructions ?? null) &&
    confirmation.accessDetails === (words.accessDetails ?? null)
  );
}

function decideRevoke(
  { reason }: CommandOf<"revokeConfirmation">,
  state: EventVenue,
  context: DecisionContext,
): readonly Fact[] {
  if (state.isOver) throw ruleViolated("event_over", "This event is over, so nothing can be taken back.");
  if (!isConfirmed(state)) throw ruleViolated("venue_not_confirmed", "This venue is not confirmed.");
  return [
    fact("LOCATION_CONFIRMATION_REVOKED", {
      ...idsOf(state),
      revokedBy: actorId(context.actor),
      revokedAt: context.now,
      reason,
    }),
  ];
}

function decideReportIssue(
  command: CommandOf<"reportIssue">,
  state: EventVenue,
  { photos }: VenueOutside,
  { actor, now }: DecisionContext,
): Fact {
  const photoUrls = attachedUrls(command.photoIds, photos, { actor, recordId: state.eventId });
  return fact("LOCATION_ISSUE_REPORTED", {
    ...idsOf(state),
    reportedBy: actorId(actor),
    reportedAt: now,
    issueType: command.issueType,
    description: command.description,
    impactLevel: command.impactLevel,
    needsImmediate: command.needsImmediate,
    ...(photoUrls.length > 0 && { photoUrls }),
  });
}

function idsOf({ eventId, locationId }: EventVenue): { eventId: string; locationId: string } {
  return { eventId, locationId };
}
