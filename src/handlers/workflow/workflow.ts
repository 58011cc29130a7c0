import type { SystemActor } from "@/commands/actor";
import { type Cause, joinCommand } from "@/commands/run-command";
import type { Tx } from "@/db/database";
import type { DomainEvent } from "@/domain-events/catalog/catalog";
import type { HandlerContext } from "@/domain-events/dispatch/handler";
import type { HeardBy } from "@/domain-events/routing";
import { layOutInput, releaseForEventInput } from "@/modules/activities/inputs";
import { activitiesOfEvents } from "@/modules/activities/module";
import { cancelForBookingInput, generateInput, settleInput } from "@/modules/event-instances/inputs";
import { deriveReadinessInput, mergeIssueInput } from "@/modules/event-instances/inputs/life";
import {
  comingEventsAt,
  eventInstances,
  eventLife,
  type RememberedType,
  rememberFact,
} from "@/modules/event-instances/module";
import { followDamageInput } from "@/modules/kits/inputs/custody";
import {
  checkKitNeedsInput,
  layOutKitsInput,
  moveKitsInput,
  releaseKitsInput,
} from "@/modules/kits/inputs/needs";
import {
  hasKits,
  isKeptForKits,
  keepMovements,
  keepNeeds,
  kitCustody,
  kitNeedsThatFollow,
} from "@/modules/kits/module";
import {
  moveShiftsInput,
  releaseStaffInput,
  succeedInput,
  withdrawClashingInput,
} from "@/modules/staffing/inputs";
import { freeSlotOf, hasCommitments, isKept, keepSlots, shiftsThatFollow } from "@/modules/staffing/module";
import { activityReactions, type LaidOutType } from "./reactions/activities";
import { bookingReactions, type FollowedBookingType } from "./reactions/bookings";
import { type FollowedEventType, readinessReactions, touchesReadiness } from "./reactions/event-life";
import { type FollowedIssueType, issueReactions, venueInQuestion } from "./reactions/issues";
import { custodyReactions, type FollowedCustodyType, isCustody } from "./reactions/kit-custody";
import { type FollowedKitType, isKit, kitReactions, kitsReached } from "./reactions/kit-needs";
import type { KitNeedWish, Reaction } from "./reactions/reaction";
import {
  type FollowedStaffType,
  isStaffing,
  peopleReactions,
  type ReachingPeopleType,
  staffingReactions,
  touchesPeople,
} from "./reactions/staffing";

/** Heard, and nothing follows yet: what would follow belongs to subjects that have no commands. */
const withoutReaction = {
  ACTIVITY_ASSIGNED: "event-instances",
  STAFF_ASSIGNMENT_CREATED: "event-instances",
  STAFF_ASSIGNMENT_OFFERED: "staffing",
  STAFF_CHECKED_IN: "event-instances",
} as const satisfies Record<
  Exclude<
    HeardBy<"workflow">,
    | FollowedBookingType
    | FollowedCustodyType
    | FollowedEventType
    | FollowedIssueType
    | FollowedKitType
    | FollowedStaffType
    | LaidOutType
    | ReachingPeopleType
    | RememberedType
    | "KIT_COMPONENTS_MOVED"
  >,
  string
>;

type Followed = Exclude<HeardBy<"workflow">, keyof typeof withoutReaction>;

function isFollowed(event: DomainEvent<HeardBy<"workflow">>): event is DomainEvent<Followed> {
  return !Object.hasOwn(withoutReaction, event.type);
}

const actor: SystemActor = { kind: "system", handler: "workflow" };

/**
 * Issues the commands that follow from a fact, in the delivery's own transaction: they commit with the receipt.
 * Each compares what is with what should be, so a repeat and a replay find nothing left to do.
 */
export async function follow(
  event: DomainEvent<HeardBy<"workflow">>,
  context: HandlerContext,
): Promise<void> {
  if (!isFollowed(event)) return;
  if (isRemembered(event)) await rememberFact(context.tx, event);
  if (isKept(event)) await keepSlots(context.tx, event);
  if (event.type === "KIT_COMPONENTS_MOVED") await keepMovements(context.tx, event);
  if (isKeptForKits(event)) await keepNeeds(context.tx, event);
  for (const { step, source, wish } of await reactionsTo(event, context.tx)) {
    const cause: Cause = { eventId: event.id, depth: context.depth, source, step };
    await issue(context.tx, wish, { actor, cause, ...requestOf(event) });
  }
}

async function reactionsTo(event: DomainEvent<Followed>, tx: Tx): Promise<readonly Reaction[]> {
  if (isBooking(event)) return bookingReactions(event);
  if (isKit(event)) return [...(await aboutTheKit(event, tx)), ...kitReactions(event)];
  if (isStaffing(event)) {
    const ofKits = event.type === "ACTIVITY_CREATED" ? kitsReached(event, false) : [];
    return [...ofKits, ...staffingReactions(event, await freeSlotOf(tx, event.payload))];
  }
  if (touchesPeople(event)) {
    const { eventId } = event.payload;
    // Readiness is looked at last, when kits and people are what they will be.
    const ofKits = kitsReached(event, await hasKits(tx, eventId));
    return [...ofKits, ...peopleReactions(event, await hasCommitments(tx, eventId))];
  }
  if (isLaidOut(event)) return activityReactions(event);
  if (isIssue(event)) return aboutAnIssue(event, tx);
  return touchesReadiness(event) ? readinessReactions(event) : [];
}

/** What follows for the kit itself, before its coming uses are looked at. */
async function aboutTheKit(event: DomainEvent<FollowedKitType>, tx: Tx): Promise<readonly Reaction[]> {
  if (isCustody(event)) return custodyReactions(event);
  return isIssue(event) ? aboutAnIssue(event, tx) : [];
}

async function aboutAnIssue(event: DomainEvent<FollowedIssueType>, tx: Tx): Promise<readonly Reaction[]> {
  const locationId = venueInQuestion(event);
  return issueReactions(event, locationId === null ? [] : await comingEventsAt(tx, locationId));
}

function isBooking(event: DomainEvent<Followed>): event is DomainEvent<FollowedBookingType> {
  return event.type.startsWith("BOOKING_");
}

function isLaidOut(event: DomainEvent<Followed>): event is DomainEvent<LaidOutType> {
  return event.type === "EVENT_INSTANCES_GENERATED" || event.type === "EVENT_CANCELLED";
}

function isIssue(event: DomainEvent<Followed>): event is DomainEvent<FollowedIssueType> {
  return event.type.endsWith("_ISSUE_REPORTED") || event.type === "EVENT_ISSUE_RESOLVED";
}

const remembered = {
  EVENT_ISSUE_REPORTED: true,
  ACTIVITY_ISSUE_REPORTED: true,
  LOCATION_ISSUE_REPORTED: true,
  KIT_ISSUE_REPORTED: true,
  KIT_ISSUE_RESOLVED: true,
  LOCATION_CONFIRMED: true,
  LOCATION_CONFIRMATION_REVOKED: true,
  EVENT_RESCHEDULED: true,
  EVENT_PREPARATION_TASK_COMPLETED: true,
} as const satisfies Record<RememberedType, true>;

function isRemembered(event: DomainEvent<Followed>): event is DomainEvent<RememberedType> {
  return Object.hasOwn(remembered, event.type);
}

function requestOf(event: DomainEvent): { readonly requestId?: string } {
  const requestId = event.metadata?.requestId;
  return requestId === undefined ? {} : { requestId };
}

async function issue(
  tx: Tx,
  wish: Reaction["wish"],
  origin: Parameters<typeof joinCommand>[3],
): Promise<void> {
  switch (wish.type) {
    case "generate":
      await joinCommand(tx, eventInstances, { type: wish.type, ...generateInput.parse(wish.input) }, origin);
      return;
    case "settle":
      await joinCommand(tx, eventInstances, { type: wish.type, ...settleInput.parse(wish.input) }, origin);
      return;
    case "cancelForBooking": {
      const command = { type: wish.type, ...cancelForBookingInput.parse(wish.input) };
      await joinCommand(tx, eventInstances, command, origin);
      return;
    }
    case "deriveReadiness":
      await joinCommand(
        tx,
        eventLife,
        { type: wish.type, ...deriveReadinessInput.parse(wish.input) },
        origin,
      );
      return;
    case "mergeIssue":
      await joinCommand(tx, eventLife, { type: wish.type, ...mergeIssueInput.parse(wish.input) }, origin);
      return;
    case "layOut":
      await joinCommand(
        tx,
        activitiesOfEvents,
        { type: wish.type, ...layOutInput.parse(wish.input) },
        origin,
      );
      return;
    case "releaseForEvent": {
      const command = { type: wish.type, ...releaseForEventInput.parse(wish.input) };
      await joinCommand(tx, activitiesOfEvents, command, origin);
      return;
    }
    case "succeed":
      await joinCommand(tx, shiftsThatFollow, { type: wish.type, ...succeedInput.parse(wish.input) }, origin);
      return;
    case "moveShifts":
      await joinCommand(
        tx,
        shiftsThatFollow,
        { type: wish.type, ...moveShiftsInput.parse(wish.input) },
        origin,
      );
      return;
    case "releaseStaff": {
      const command = { type: wish.type, ...releaseStaffInput.parse(wish.input) };
      await joinCommand(tx, shiftsThatFollow, command, origin);
      return;
    }
    case "withdrawClashing": {
      const command = { type: wish.type, ...withdrawClashingInput.parse(wish.input) };
      await joinCommand(tx, shiftsThatFollow, command, origin);
      return;
    }
    case "followDamage":
      await joinCommand(tx, kitCustody, { type: wish.type, ...followDamageInput.parse(wish.input) }, origin);
      return;
    case "layOutKits":
    case "releaseKits":
    case "moveKits":
    case "checkKitNeeds":
      return issueForKits(tx, wish, origin);
    default:
      neverWish(wish);
  }
}

async function issueForKits(
  tx: Tx,
  wish: KitNeedWish,
  origin: Parameters<typeof joinCommand>[3],
): Promise<void> {
  await joinCommand(tx, kitNeedsThatFollow, kitCommandOf(wish), origin);
}

function kitCommandOf(wish: KitNeedWish) {
  switch (wish.type) {
    case "layOutKits":
      return { type: wish.type, ...layOutKitsInput.parse(wish.input) };
    case "releaseKits":
      return { type: wish.type, ...releaseKitsInput.parse(wish.input) };
    case "moveKits":
      return { type: wish.type, ...moveKitsInput.parse(wish.input) };
    case "checkKitNeeds":
      return { type: wish.type, ...checkKitNeedsInput.parse(wish.input) };
    default:
      return neverWish(wish);
  }
}

function neverWish(wish: never): never {
  throw new Error(`unknown command ${JSON.stringify(wish)}`);
}
