import * as z from "zod";
import { reportIssueInput } from "@/modules/event-instances/inputs/life";

const { shape } = reportIssueInput;

export const reportSchema = z.object({
  issueType: z.enum(shape.issueType.options, { error: "Choose what it is about." }),
  severity: z.enum(shape.severity.options, { error: "Choose how bad it is." }),
  description: shape.description,
  immediateActionTaken: z.literal("").or(shape.immediateActionTaken.unwrap()),
});

export type ReportFields = z.infer<typeof reportSchema>;
