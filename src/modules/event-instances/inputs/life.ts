import * as z from "zod";
import { photoIdsInput } from "@/commands/photos/input";
import { isLocalDateTime } from "@/values/civil";
import { idSchema, versionMax } from "@/values/ids";
import { venueMomentSchema } from "@/values/usable-instant";
import { neededWords, writtenWords } from "@/values/written-words";

/** What a caller may say about the life of one event. Never who did it, or when: the server sets those. */

const METRICS_MAX = 50;
const METRIC_VALUE_MAX = 2_000_000_000;

const reason = neededWords("a reason", 1000);
const version = z.int({ error: "Reload the event." }).min(1).max(versionMax);
/** A warning is pushed through with a reason, which is kept with the fact. */
const override = z.strictObject({ reason }).optional();

const ofEvent = { eventId: idSchema };
/** Where a decision on stale data would do harm, the caller says which version they looked at. */
const ofVersion = { eventId: idSchema, version };

export const assignManagerInput = z.strictObject({ ...ofVersion, managerId: idSchema, override });
export const startPreparationInput = z.strictObject(ofVersion);

export const addTaskInput = z.strictObject({
  ...ofEvent,
  description: neededWords("what is to be done", 500),
  /** Tasks of the other kinds tick themselves, so nobody adds them by hand. */
  kind: z.enum(["logistics", "other"]),
  assignedTo: idSchema.optional(),
  dueDate: venueMomentSchema,
});

export const taskInput = z.strictObject({ ...ofEvent, taskId: idSchema });
export const startInput = z.strictObject({ ...ofVersion, override });

export const completeInput = z.strictObject({
  ...ofVersion,
  /** Why it ends although somebody is still checked in. */
  override,
  /** When it really began and ended; what was recorded at the start, and now, when not said. */
  actualStartTime: venueMomentSchema.optional(),
  actualEndTime: venueMomentSchema.optional(),
  outcomes: z.strictObject({
    metExpectations: z.boolean(),
    metrics: z
      .record(
        neededWords("a name for the figure", 100),
        z
          .number({ error: "Enter a number." })
          .min(-METRIC_VALUE_MAX, { error: "This number is too small." })
          .max(METRIC_VALUE_MAX, { error: "This number is too large." }),
      )
      .refine((metrics) => Object.keys(metrics).length <= METRICS_MAX, {
        error: `Record ${METRICS_MAX} figures at most.`,
      }),
    notes: writtenWords("notes", 4000),
  }),
});

/** Figures that came late, or an outcome that was recorded wrong. */
export const reviseOutcomeInput = z.strictObject({ ...ofVersion, outcomes: completeInput.shape.outcomes });

export const cancelInput = z.strictObject({ ...ofVersion, reason, notifyClient: z.boolean() });

/** A start on the venue's clock: `YYYY-MM-DDTHH:mm`. */
const newDate = z
  .string()
  .refine(isLocalDateTime, { error: "Enter a real date and time." })
  .refine((text) => text >= "1900" && text < "2200", { error: "Enter a date between 1900 and 2199." });

export const previewRescheduleInput = z.strictObject({ ...ofEvent, newDate });
export const rescheduleInput = z.strictObject({
  ...ofVersion,
  newDate,
  reason,
  notifyStaff: z.boolean(),
  notifyClient: z.boolean(),
  override,
});

/** Two events trade their starts. */
const pair = { eventId: idSchema, otherEventId: idSchema };
export const previewSwapInput = z.strictObject(pair);
export const swapSlotsInput = z.strictObject({
  ...pair,
  version,
  otherVersion: version,
  reason,
  notifyStaff: z.boolean(),
  notifyClient: z.boolean(),
  override,
});

export const reportIssueInput = z.strictObject({
  ...ofEvent,
  issueType: z.enum(["venue", "staff", "kit", "logistics", "client", "other"]),
  severity: z.enum(["low", "medium", "high", "critical"]),
  description: neededWords("what is wrong", 2000),
  immediateActionTaken: neededWords("what was done at once", 1000).optional(),
  photoIds: photoIdsInput,
});

export const acknowledgeIssueInput = z.strictObject({ ...ofEvent, issueId: idSchema });
export const resolveIssueInput = z.strictObject({
  ...ofEvent,
  issueId: idSchema,
  resolution: neededWords("how it was resolved", 1000).optional(),
});

/** The workflow's own: some fact touched what readiness rests on. */
export const deriveReadinessInput = z.strictObject(ofEvent);

/** The workflow's own: a report was kept, and may say what an open issue says. */
export const mergeIssueInput = z.strictObject({ ...ofEvent, issueId: idSchema });
/** The workflow's own: the time of an issue may be over. */
export const escalateIssueInput = z.strictObject({ ...ofEvent, issueId: idSchema });
