import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { invalid } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { CustodyCommandOf } from "@/modules/kits/custody/commands";
import { type KitCustody, needOf } from "@/modules/kits/custody/custody";
import { named } from "@/modules/kits/custody/facts";
import {
  holderOf,
  inState,
  kitInHand,
  refuseEventOver,
  refuseNeededElsewhere,
  refuseUnusable,
} from "@/modules/kits/custody/guards";
import { type KitAssignment, kittedEventOf } from "@/modules/kits/kits";
import { instantAtVenue, toOffsetDateTime } from "@/values/venue-time";

/** To somebody named, with the moment at which it is expected back. */
export function decideCheckOut(
  command: CustodyCommandOf<"checkOut">,
  state: KitCustody,
  context: DecisionContext,
): readonly Fact[] {
  const assignment = needOf(state, command);
  inState(state, assignment, ["prepared"]);
  refuseEventOver(state, assignment);
  const unit = kitInHand(state, assignment, command.kitInstanceId);
  refuseUnusable(state, unit);
  refuseNeededElsewhere(state, unit, assignment, context.now);
  const holder = holderOf(state, command.holderId, "holderId");
  return [
    fact("KIT_CHECKED_OUT", {
      ...named(assignment, unit),
      checkedOutBy: actorId(context.actor),
      checkedOutAt: context.now,
      checkedOutTo: holder.id,
      expectedReturnDate: returnMoment(state, assignment, command.expectedReturn, context.now),
    }),
  ];
}

/** Later than planned, or earlier: whoever needs the kit next has to know. */
export function decideExpectReturn(
  command: CustodyCommandOf<"expectReturn">,
  state: KitCustody,
  context: DecisionContext,
): readonly Fact[] {
  const assignment = needOf(state, command);
  inState(state, assignment, ["checked_out", "partly_returned"]);
  const unit = kitInHand(state, assignment, undefined);
  return [
    fact("KIT_RETURN_EXPECTED", {
      ...named(assignment, unit),
      expectedReturnDate: returnMoment(state, assignment, command.expectedReturn, context.now),
      changedBy: actorId(context.actor),
      changedAt: context.now,
      reason: command.reason,
    }),
  ];
}

/** With the venue's offset, as payloads spell it. Throws `INVALID` for what is over. */
function returnMoment(
  state: KitCustody,
  { eventId }: KitAssignment,
  expectedReturn: string,
  now: string,
): string {
  const { timeZone } = kittedEventOf(state, eventId);
  const instant = instantAtVenue(expectedReturn, timeZone);
  if (instant <= now) {
    throw invalid("A kit is expected back in the future.", { expectedReturn: "Enter a later time." });
  }
  return toOffsetDateTime(instant, timeZone);
}
