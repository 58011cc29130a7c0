import * as z from "zod";
import { photoIdsInput } from "@/commands/photos/input";
import { idSchema } from "@/values/ids";
import { staffRoles } from "@/values/staff-roles";
import { neededWords, writtenWords } from "@/values/written-words";

/** What a caller may say about activities. Never who did it, or when: the server sets those. */

/** A booking has at most this many dates, so no command names more events. */
const EVENTS_MAX = 366;
const LISTED_MAX = 500;
const METRICS_MAX = 100;
/** Beyond it a figure is a slip of the finger. */
const METRIC_MAX = 2_000_000_000;
/** Two years, in minutes, as in the plan of a booking. */
const DURATION_MAX = 1_054_080;

export const activityStatuses = ["planned", "in_progress", "completed", "cancelled"] as const;
export type ActivityStatus = (typeof activityStatuses)[number];

/** Every activity of the booking's plan, for each of these events that lacks it. */
export const layOutInput = z.strictObject({
  bookingId: idSchema,
  eventIds: z.array(idSchema).max(EVENTS_MAX),
});

export const releaseForEventInput = z.strictObject({
  eventId: idSchema,
  reason: neededWords("a reason", 4000),
});

export const createActivityInput = z.strictObject({
  eventId: idSchema,
  activityType: neededWords("what kind of activity this is", 80),
  description: writtenWords("the description", 1000).default(""),
  /** Minutes. */
  duration: z
    .int({ error: "Enter the length in whole minutes." })
    .min(1, { error: "Enter one minute at least." })
    .max(DURATION_MAX, { error: "This lasts too long for one activity. Split it." }),
  /** One entry per kit. */
  requiredKitTemplateIds: z.array(idSchema).max(LISTED_MAX).default([]),
  /** One entry per head. */
  requiredStaffRoles: z
    .array(z.enum(staffRoles, { error: "Choose a role from the list." }))
    .max(LISTED_MAX)
    .default([]),
});

export const startActivityInput = z.strictObject({ activityId: idSchema });

export const completeActivityInput = z.strictObject({
  activityId: idSchema,
  /** Measured outcomes by name; finite numbers only. */
  metrics: z
    .record(
      neededWords("what is measured", 100),
      z
        .number({ error: "Enter a number." })
        .min(-METRIC_MAX, { error: "This number is too small." })
        .max(METRIC_MAX, { error: "This number is too large." }),
    )
    .refine((record) => Object.keys(record).length <= METRICS_MAX, {
      error: `Enter ${METRICS_MAX} figures at most.`,
    }),
  notes: writtenWords("the notes", 4000).default(""),
  photoIds: photoIdsInput,
});

export const cancelActivityInput = z.strictObject({
  activityId: idSchema,
  reason: neededWords("a reason", 1000),
});

export const reportActivityIssueInput = z.strictObject({
  activityId: idSchema,
  issueType: neededWords("what kind of problem this is", 80),
  description: neededWords("what happened", 4000),
  impactLevel: z.enum(["minor", "moderate", "major"], { error: "Choose how bad it is." }),
  photoIds: photoIdsInput,
});

export const activitiesForEventInput = z.strictObject({ eventId: idSchema });
