import * as z from "zod";
import { reportIssueInput } from "@/modules/event-instances/inputs/life";
import { severities } from "./severities";

export const problemSchema = z.object({
  about: z.string().min(1, { error: "Choose what it is about." }),
  severity: z.enum(severities, { error: "Choose how bad it is." }),
  description: reportIssueInput.shape.description,
});

export type ProblemFields = z.infer<typeof problemSchema>;
