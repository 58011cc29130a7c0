import * as z from "zod";
import { rescheduleInput } from "@/modules/event-instances/inputs/life";
import { isLocalDateTime } from "@/values/civil";

/** The fields of a move; the new start is on the venue's clock. With clashes it takes a word about them. */
export function rescheduleSchema(isClashing: boolean) {
  return z.object({
    newDay: z.string().refine((text) => isLocalDateTime(`${text}T00:00`), {
      error: "Enter a real date, for example 14 Oct 2026.",
    }),
    newTime: z.string().refine((text) => isLocalDateTime(`2000-01-01T${text}`), {
      error: "Enter a time, for example 9:30.",
    }),
    reason: rescheduleInput.shape.reason,
    notifyStaff: z.boolean(),
    notifyClient: z.boolean(),
    override: isClashing
      ? z.string().trim().min(1, { error: "Enter why the clash is all right." }).max(1000, {
          error: "Write 1,000 characters at most.",
        })
      : z.string(),
  });
}

export type RescheduleFields = z.infer<ReturnType<typeof rescheduleSchema>>;
