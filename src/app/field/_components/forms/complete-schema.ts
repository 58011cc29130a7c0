import * as z from "zod";
import { completeInput } from "@/modules/event-instances/inputs/life";
import { isLocalDateTime } from "@/values/civil";
import { figuresSchema } from "./figures-schema";

/** What an event came to. */
export const outcomeSchema = z.object({
  met: z.enum(["yes", "no"], { error: "Say whether it went as hoped for." }),
  figures: figuresSchema,
  notes: completeInput.shape.outcomes.shape.notes,
});

/** The outcome of an event. Times on the venue's clock count only when they are not as recorded. */
export const completeSchema = outcomeSchema
  .extend({
    times: z.enum(["recorded", "entered"]),
    startedAt: z.string(),
    endedAt: z.string(),
    /** Asked for once the server says that somebody is still checked in. */
    stillIn: z.string().trim().max(1000, { error: "Write 1000 characters at most." }),
  })
  .superRefine(({ times, startedAt, endedAt }, context) => {
    if (times === "recorded") return;
    const say = (field: string, message: string) =>
      context.addIssue({ code: "custom", message, path: [field] });
    if (!isLocalDateTime(startedAt)) say("startedAt", "Enter when it began.");
    if (!isLocalDateTime(endedAt)) say("endedAt", "Enter when it ended.");
    else if (isLocalDateTime(startedAt) && endedAt <= startedAt)
      say("endedAt", "Enter an end after the start.");
  });

export type OutcomeFields = z.infer<typeof outcomeSchema>;
export type CompleteFields = z.infer<typeof completeSchema>;
