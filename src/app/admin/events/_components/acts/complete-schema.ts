import * as z from "zod";
import { completeInput } from "@/modules/event-instances/inputs/life";
import { isLocalDateTime } from "@/values/civil";

const { notes } = completeInput.shape.outcomes.shape;

const day = z.string().refine((text) => isLocalDateTime(`${text}T00:00`), {
  error: "Enter a real date, for example 14 Oct 2026.",
});
const time = z
  .string()
  .refine((text) => isLocalDateTime(`2000-01-01T${text}`), { error: "Enter a time, for example 9:30." });

const figure = z.object({
  name: z.string().trim().min(1, { error: "Enter what is counted." }).max(100, {
    error: "Write 100 characters at most.",
  }),
  value: z
    .number({ error: "Enter a number." })
    .min(-2_000_000_000, { error: "This number is too small." })
    .max(2_000_000_000, { error: "This number is too large." }),
});

/** What an event came to. */
export const outcomeSchema = z.object({
  met: z.enum(["yes", "no"], { error: "Say whether it met the expectations." }),
  figures: z
    .array(figure)
    .max(50, { error: "Record 50 figures at most." })
    .superRefine((figures, context) => {
      figures.forEach(({ name }, index) => {
        if (figures.findIndex((other) => other.name === name) < index) {
          context.addIssue({
            code: "custom",
            path: [index, "name"],
            message: `“${name}” stands above already. Choose another name.`,
          });
        }
      });
    }),
  notes,
});

/** The fields of a completion; times are on the venue's clock. */
export const completeSchema = outcomeSchema.extend({
  startDay: day,
  startTime: time,
  endDay: day,
  endTime: time,
});

export type OutcomeFields = z.infer<typeof outcomeSchema>;
export type CompleteFields = z.infer<typeof completeSchema>;
