import * as z from "zod";
import { reportIssueInput } from "@/modules/event-instances/inputs/life";
import { abouts, severities } from "./report-wish";

export const reportSchema = z.object({
  eventId: z.string().min(1, { error: "Choose the event." }),
  about: z.enum(abouts, { error: "Choose what it is about." }),
  severity: z.enum(severities, { error: "Choose how bad it is." }),
  description: reportIssueInput.shape.description,
  actionTaken: z.string().trim().max(1000, { error: "Write 1000 characters at most." }),
});

export type ReportFields = z.infer<typeof reportSchema>;
