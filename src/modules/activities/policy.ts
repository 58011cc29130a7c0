import type { Actor, PersonActor } from "@/commands/actor";
import type { PolicyAnswer } from "@/commands/decider";
import type { Activities, Activity, EventNow } from "./activity";
import type { ActivityCommand } from "./commands";

/**
 * Laying out and releasing follow from facts; the rest is the admins' and the event's manager's, and an agent reports on
 * an activity of theirs (domain.md "People").
 */
export function activityPolicy(
  actor: Actor,
  command: Pick<ActivityCommand, "type">,
  { events, crewIds }: Pick<Activities, "events" | "crewIds">,
): PolicyAnswer {
  const isReaction = command.type === "layOut" || command.type === "releaseForEvent";
  if (actor.kind === "system") return isReaction && actor.handler === "workflow" ? "allow" : "deny";
  if (isReaction) return { deny: "Activities follow from their event's booking. Add one by hand instead." };
  if (actor.role === "agent" && command.type === "reportIssue") {
    return crewIds.includes(actor.id) ? "allow" : "not-found";
  }
  return events.every((event) => runs(actor, event)) ? "allow" : "not-found";
}

/** True for whoever prepares and runs the event. */
function runs(actor: PersonActor, { managerId }: Pick<EventNow, "managerId">): boolean {
  return actor.role === "admin" || (actor.role === "manager" && managerId === actor.id);
}

/** What the reader may do with an activity now; sent with the record. */
export interface ActivityAbilities {
  readonly start: boolean;
  readonly complete: boolean;
  readonly cancel: boolean;
  readonly reportIssue: boolean;
}

/** For a reader who runs the event. */
export function activityAbilities(
  { status }: Pick<Activity, "status">,
  event: Pick<EventNow, "status">,
): ActivityAbilities {
  return {
    start: status === "planned" && event.status === "in_progress",
    complete: status === "in_progress",
    cancel: status === "planned" || status === "in_progress",
    reportIssue: true,
  };
}

/** Whether an activity may be added to the event now. */
export function mayAddActivity({ status }: Pick<EventNow, "status">): boolean {
  return status !== "completed" && status !== "cancelled";
}
