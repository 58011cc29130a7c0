import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { invalid, ruleViolated } from "@/commands/errors";
import { attachedUrls } from "@/commands/photos/usable";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { PayloadOf } from "@/domain-events/catalog/catalog";
import {
  ACTIVITIES_MAX,
  type Activities,
  type ActivitiesOutside,
  type Activity,
  activityOf,
  type EventNow,
  isOpen,
} from "./activity";
import type { ActivityCommand, CommandOf } from "./commands";
import { plannedActivities } from "./planned";

/** The rules of activities (domain.md "States"). */
export function decide(
  command: ActivityCommand,
  state: Activities,
  outside: ActivitiesOutside,
  context: DecisionContext,
): readonly Fact[] {
  switch (command.type) {
    case "layOut":
      return decideLayOut(state, context);
    case "releaseForEvent":
      return decideRelease(command, state, context);
    case "create":
      return [decideCreate(command, state, outside, context)];
    case "start":
      return [decideStart(activityOf(state, command.activityId), state, outside, context)];
    case "complete":
      return [decideComplete(command, state, outside, context)];
    case "cancel":
      return [decideCancel(command, state, context)];
    case "reportIssue":
      return [decideReportIssue(command, state, outside, context)];
    default:
      return neverCommand(command);
  }
}

function neverCommand(command: never): never {
  throw new Error(`unknown activity command ${JSON.stringify(command)}`);
}

function isOver({ status }: EventNow): boolean {
  return status === "completed" || status === "cancelled";
}

/** One fact per event and activity of the plan that it still lacks; none when they lack nothing. */
function decideLayOut(state: Activities, context: DecisionContext): readonly Fact[] {
  const laidOut = new Set(state.activities.map((activity) => activity.id));
  return state.events
    .filter((event) => !isOver(event))
    .flatMap((event) => plannedActivities(state, event.id).map((planned) => ({ event, planned })))
    .filter(({ planned }) => !laidOut.has(planned.id))
    .map(({ event, planned }) => created(state, { ...planned, eventId: event.id }, context));
}

/** What is left of a cancelled event's activities is called off; what was completed stays. */
function decideRelease(
  { reason }: CommandOf<"releaseForEvent">,
  state: Activities,
  context: DecisionContext,
): readonly Fact[] {
  return state.activities.filter(isOpen).map((activity) => cancelled(activity, reason, context));
}

function decideCreate(
  command: CommandOf<"create">,
  state: Activities,
  outside: ActivitiesOutside,
  context: DecisionContext,
): Fact {
  const event = eventOf(state, command.eventId);
  if (isOver(event)) {
    throw ruleViolated("event_over", "This event is over, so nothing can be added to it.");
  }
  if (state.activities.length >= ACTIVITIES_MAX) {
    throw ruleViolated(
      "too_many_activities",
      `This event has ${ACTIVITIES_MAX} activities, and cannot have more.`,
    );
  }
  const unknown = command.requiredKitTemplateIds.flatMap((id, index) =>
    outside.kitTemplateIds.includes(id) ? [] : [index],
  );
  if (unknown.length > 0) {
    throw invalid(
      "A kit is not in the directory any more. Choose another one.",
      Object.fromEntries(unknown.map((index) => [`requiredKitTemplateIds.${index}`, "Choose another kit."])),
    );
  }
  return created(state, { ...command, id: context.newId() }, context);
}

function eventOf(state: Activities, eventId: string): EventNow {
  const event = state.events.find(({ id }) => id === eventId);
  if (!event) throw new Error("the event was not loaded");
  return event;
}

/** The contract's lists end here; the row keeps all of them. */
const LISTED_MAX = 500;

function created(
  { bookingId }: Activities,
  activity: Pick<
    Activity,
    | "id"
    | "eventId"
    | "activityType"
    | "description"
    | "duration"
    | "requiredKitTemplateIds"
    | "requiredStaffRoles"
  >,
  context: DecisionContext,
): Fact {
  return fact("ACTIVITY_CREATED", {
    activityId: activity.id,
    eventId: activity.eventId,
    bookingId,
    createdBy: actorId(context.actor),
    createdAt: context.now,
    activityType: activity.activityType,
    description: activity.description,
    duration: activity.duration,
    requiredKitTemplateIds: activity.requiredKitTemplateIds.slice(0, LISTED_MAX),
    requiredStaffRoles: activity.requiredStaffRoles.slice(0, LISTED_MAX),
  });
}

function decideStart(
  activity: Activity,
  state: Activities,
  { staffIds, kitIds }: Pick<ActivitiesOutside, "staffIds" | "kitIds">,
  context: DecisionContext,
): Fact {
  if (activity.status !== "planned") {
    throw ruleViolated("activity_not_planned", `This activity ${STATE_WORDS[activity.status]}.`);
  }
  if (eventOf(state, activity.eventId).status !== "in_progress") {
    throw ruleViolated("event_not_running", "The event is not running. Start the event first.");
  }
  return fact("ACTIVITY_STARTED", {
    ...idsOf(activity),
    startedBy: actorId(context.actor),
    startedAt: context.now,
    kitsInUse: kitIds.slice(0, LISTED_MAX),
    staffExecuting: staffIds.slice(0, LISTED_MAX),
  });
}

const STATE_WORDS = {
  planned: "has not begun",
  in_progress: "is running already",
  completed: "is completed already",
  cancelled: "was cancelled",
} as const;

/** Also after the event was completed: outcomes may come late (domain.md rule 48). */
function decideComplete(
  command: CommandOf<"complete">,
  state: Activities,
  outside: ActivitiesOutside,
  context: DecisionContext,
): Fact {
  const activity = activityOf(state, command.activityId);
  if (activity.status !== "in_progress") {
    throw ruleViolated("activity_not_running", `This activity ${STATE_WORDS[activity.status]}.`);
  }
  return fact("ACTIVITY_COMPLETED", {
    ...idsOf(activity),
    completedBy: actorId(context.actor),
    completedAt: context.now,
    outcomes: { metrics: command.metrics, notes: command.notes, ...photosOf(command, outside, context) },
  });
}

function photosOf(
  { photoIds, activityId }: Pick<CommandOf<"complete">, "photoIds" | "activityId">,
  { photos }: ActivitiesOutside,
  { actor }: DecisionContext,
): { photoUrls?: string[] } {
  const photoUrls = attachedUrls(photoIds, photos, { actor, recordId: activityId });
  return photoUrls.length === 0 ? {} : { photoUrls };
}

function decideCancel(command: CommandOf<"cancel">, state: Activities, context: DecisionContext): Fact {
  const activity = activityOf(state, command.activityId);
  if (!isOpen(activity)) {
    throw ruleViolated("activity_over", `This activity ${STATE_WORDS[activity.status]}.`);
  }
  return cancelled(activity, command.reason, context);
}

function cancelled(activity: Activity, reason: string, context: DecisionContext): Fact {
  return fact("ACTIVITY_CANCELLED", {
    ...idsOf(activity),
    cancelledBy: actorId(context.actor),
    cancelledAt: context.now,
    reason,
  });
}

function idsOf({ id, eventId }: Activity): Pick<PayloadOf<"ACTIVITY_CANCELLED">, "activityId" | "eventId"> {
  return { activityId: id, eventId };
}

/** In every state: a problem may be found before it begins and after it ended. */
function decideReportIssue(
  command: CommandOf<"reportIssue">,
  state: Activities,
  outside: ActivitiesOutside,
  context: DecisionContext,
): Fact {
  const activity = activityOf(state, command.activityId);
  return fact("ACTIVITY_ISSUE_REPORTED", {
    ...idsOf(activity),
    reportedBy: actorId(context.actor),
    reportedAt: context.now,
    issueType: command.issueType,
    description: command.description,
    impactLevel: command.impactLevel,
    ...photosOf(command, outside, context),
  });
}
