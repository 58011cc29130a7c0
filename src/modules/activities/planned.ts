import { derivedId } from "@/values/derived-id";
import type { Activities, Activity, PlannedPart } from "./activity";

export type PlannedActivity = Pick<
  Activity,
  | "id"
  | "planIndex"
  | "activityType"
  | "description"
  | "duration"
  | "requiredKitTemplateIds"
  | "requiredStaffRoles"
>;

/**
 * What the booking's plan asks of one event. Ids follow from the event and the place in the plan, so that laying
 * out twice finds its work done, also when the plan has grown in between.
 */
export function plannedActivities(
  { plan }: Pick<Activities, "plan">,
  eventId: string,
): readonly PlannedActivity[] {
  return plan.map((part, planIndex) => ({
    id: derivedId(eventId, `activity:${planIndex}`),
    planIndex,
    activityType: part.type,
    description: part.description,
    duration: part.durationMinutes,
    requiredKitTemplateIds: kitsOf(part),
    requiredStaffRoles: rolesOf(part),
  }));
}

function kitsOf({ kits }: PlannedPart): string[] {
  return kits.flatMap(({ kitTemplateId, quantity }) => Array.from({ length: quantity }, () => kitTemplateId));
}

function rolesOf({ roles }: PlannedPart): string[] {
  return roles.flatMap(({ role, headcount }) => Array.from({ length: headcount }, () => role));
}
