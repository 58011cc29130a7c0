import * as z from "zod";
import { idSchema } from "@/values/ids";

export const issueSeverities = ["critical", "high", "medium", "low"] as const;

/** What a list of issues is asked for. */
export const listIssuesInput = z.strictObject({
  /** Open ones, acknowledged or not, the worst and then the oldest first; resolved ones from the latest back. */
  show: z.enum(["open", "resolved"]).default("open"),
  severity: z.array(z.enum(issueSeverities)).max(issueSeverities.length).optional(),
  eventId: idSchema.optional(),
  locationId: idSchema.optional(),
  /** The id of the last issue of the page before. */
  cursor: idSchema.optional(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListIssuesInput = z.infer<typeof listIssuesInput>;

export const issueByIdInput = z.strictObject({ issueId: idSchema });
