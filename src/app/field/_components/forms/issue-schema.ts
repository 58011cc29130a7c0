import * as z from "zod";
import { venueProblems } from "@/app/field/_components/issue-wish";
import { severities } from "@/components/problem/severities";
import { reportIssueInput } from "@/modules/event-instances/inputs/life";

export const issueSchema = z.object({
  about: z.string().min(1, { error: "Choose what it is about." }),
  venueProblem: z.enum(venueProblems),
  severity: z.enum(severities, { error: "Choose how bad it is." }),
  description: reportIssueInput.shape.description,
  actionTaken: z.string().trim().max(1000, { error: "Write 1000 characters at most." }),
});

export type IssueFields = z.infer<typeof issueSchema>;
