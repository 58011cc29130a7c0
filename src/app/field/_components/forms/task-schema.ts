import * as z from "zod";
import { isLocalDateTime } from "@/values/civil";
import { addTaskInput } from "@/modules/event-instances/inputs/life";

const { description, kind } = addTaskInput.shape;

/** A further task; the due time is what the venue's clock shows then. */
export const taskSchema = z.object({
  description,
  kind,
  dueDate: z.string().refine(isLocalDateTime, { error: "Enter the day and the time by which it is due." }),
});

export type TaskFields = z.infer<typeof taskSchema>;
