import * as z from "zod";
import { reportLocationIssueInput } from "@/modules/locations/inputs";

const { shape } = reportLocationIssueInput;

export const venueIssueSchema = z.object({
  issueType: shape.issueType,
  impactLevel: shape.impactLevel,
  description: shape.description,
  needsImmediate: shape.needsImmediate,
});

export type VenueIssueFields = z.infer<typeof venueIssueSchema>;
