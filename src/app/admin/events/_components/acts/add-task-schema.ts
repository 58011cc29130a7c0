import * as z from "zod";
import { addTaskInput } from "@/modules/event-instances/inputs/life";
import { isLocalDateTime } from "@/values/civil";

const { shape } = addTaskInput;

/** The fields of a task; the due date is on the venue's clock. */
export const addTaskSchema = z.object({
  description: shape.description,
  kind: z.enum(shape.kind.options, { error: "Say whether the event waits for it." }),
  assignedTo: z.string(),
  dueDay: z.string().refine((text) => isLocalDateTime(`${text}T00:00`), {
    error: "Enter a real date, for example 14 Oct 2026.",
  }),
  dueTime: z.string().refine((text) => isLocalDateTime(`2000-01-01T${text}`), {
    error: "Enter a time, for example 9:30.",
  }),
});

export type AddTaskFields = z.infer<typeof addTaskSchema>;
