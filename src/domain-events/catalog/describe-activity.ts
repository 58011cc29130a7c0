import { formatDuration } from "@/values/format-time";
import type { activityEvents } from "./activity";
import { counted, type Describers, detail, listed, someone, told } from "./describe-parts";

const IMPACT = { minor: "neutral", moderate: "caution", major: "problem" } as const;

/** The facts of activities in words. */
export const activityWords: Describers<keyof typeof activityEvents> = {
  ACTIVITY_CREATED: ({ activityType, description, duration, requiredStaffRoles }) =>
    told(
      "circle-dashed",
      "neutral",
      `planned ${activityType === "" ? "an activity" : `the activity ${activityType}`}`,
      detail("Activity", description, "team"),
      detail("Length", formatDuration(duration), "team"),
      detail("People", requiredStaffRoles.length === 0 ? undefined : listed(requiredStaffRoles), "team"),
    ),
  ACTIVITY_ASSIGNED: ({ assignedTo, role, instructions }, telling) =>
    told(
      "user-check",
      "neutral",
      `gave ${someone(telling, assignedTo)} the role ${role} in an activity`,
      detail("Instructions", instructions, "team"),
    ),
  ACTIVITY_STARTED: ({ kitsInUse, staffExecuting }) =>
    told(
      "circle-play",
      "active",
      "started an activity",
      detail("People", counted(staffExecuting.length, "person", "people"), "team"),
      detail("Kits", counted(kitsInUse.length, "kit"), "team"),
    ),
  ACTIVITY_COMPLETED: ({ outcomes }) =>
    told(
      "check",
      "good",
      "completed an activity",
      detail("Notes", outcomes.notes, "team"),
      detail("Photos", outcomes.photoUrls && counted(outcomes.photoUrls.length, "photo"), "team"),
    ),
  ACTIVITY_ISSUE_REPORTED: ({ issueType, description, impactLevel }) =>
    told(
      "circle-alert",
      IMPACT[impactLevel],
      `reported a ${impactLevel} activity issue`,
      detail("Kind", issueType, "team"),
      detail("Issue", description, "team"),
    ),
  ACTIVITY_CANCELLED: ({ reason }) =>
    told("ban", "neutral", "cancelled an activity", detail("Reason", reason, "team")),
};
