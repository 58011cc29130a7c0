import * as z from "zod";
import { extension } from "./define";
import { event, eventClasses, eventExample, severity } from "./event-fields";
import { exampleIds } from "./example-ids";
import { count, id, instant, text } from "./fields";

const issue = {
  schema: {
    ...event,
    issueId: id,
    // A problem with a kit is one of its event; which kit it is stands beside it.
    subject: z.enum(["event", "activity", "location"]),
    activityId: id.exactOptional(),
    locationId: id.exactOptional(),
    kitInstanceId: id.exactOptional(),
  },
  classes: {
    ...eventClasses,
    issueId: "business",
    subject: "business",
    activityId: "business",
    locationId: "business",
    kitInstanceId: "business",
  } as const,
};

/** What becomes of an issue of an event, its activities, venue and kits (event-catalogue.md, Extensions). */
export const issueExtensions = {
  EVENT_ISSUE_ACKNOWLEDGED: extension({
    meaning: "Somebody took charge of an event, activity, location or kit issue.",
    sources: ["event-instances.acknowledge-issue"],
    schema: z.strictObject({ ...issue.schema, acknowledgedBy: id, acknowledgedAt: instant }),
    classes: { ...issue.classes, acknowledgedBy: "person-id", acknowledgedAt: "business" },
    example: {
      ...eventExample,
      issueId: exampleIds.issue,
      subject: "activity",
      activityId: exampleIds.activity,
      locationId: exampleIds.location,
      kitInstanceId: exampleIds.kitInstance,
      acknowledgedBy: exampleIds.manager,
      acknowledgedAt: "2026-10-31T15:15:00.000Z",
    },
  }),
  EVENT_ISSUE_RESOLVED: extension({
    meaning: "An event, activity, location or kit issue is settled.",
    sources: ["event-instances.resolve-issue"],
    schema: z.strictObject({
      ...issue.schema,
      resolvedBy: id,
      resolvedAt: instant,
      resolution: text.exactOptional(),
    }),
    classes: {
      ...issue.classes,
      resolvedBy: "person-id",
      resolvedAt: "business",
      resolution: "free-text",
    },
    example: {
      ...eventExample,
      issueId: exampleIds.issue,
      subject: "location",
      activityId: exampleIds.activity,
      locationId: exampleIds.location,
      kitInstanceId: exampleIds.kitInstance,
      resolvedBy: exampleIds.manager,
      resolvedAt: "2026-10-31T16:00:00.000Z",
      resolution: "The side gate was opened.",
    },
  }),
  EVENT_ISSUE_ESCALATED: extension({
    meaning: "Nobody acknowledged or resolved an issue within the time that its severity allows.",
    sources: ["workflow.escalate-issue"],
    schema: z.strictObject({
      ...issue.schema,
      escalatedBy: id,
      escalatedAt: instant,
      severity,
      waitsFor: z.enum(["acknowledgement", "resolution"]),
      escalation: count,
    }),
    classes: {
      ...issue.classes,
      escalatedBy: "person-id",
      escalatedAt: "business",
      severity: "business",
      waitsFor: "business",
      escalation: "business",
    },
    example: {
      ...eventExample,
      issueId: exampleIds.issue,
      subject: "location",
      activityId: exampleIds.activity,
      locationId: exampleIds.location,
      kitInstanceId: exampleIds.kitInstance,
      escalatedBy: "system",
      escalatedAt: "2026-10-31T15:25:00.000Z",
      severity: "critical",
      waitsFor: "acknowledgement",
      escalation: 1,
    },
  }),
  EVENT_ISSUE_MERGED: extension({
    meaning: "A report said again what an open issue says: it joins it and keeps its reporter.",
    sources: ["workflow.merge-issue"],
    schema: z.strictObject({ ...issue.schema, mergedIssueId: id, mergedBy: id, mergedAt: instant, severity }),
    classes: {
      ...issue.classes,
      mergedIssueId: "business",
      mergedBy: "person-id",
      mergedAt: "business",
      severity: "business",
    },
    example: {
      ...eventExample,
      issueId: exampleIds.issue,
      subject: "location",
      activityId: exampleIds.activity,
      locationId: exampleIds.location,
      kitInstanceId: exampleIds.kitInstance,
      mergedIssueId: exampleIds.secondIssue,
      mergedBy: "system",
      mergedAt: "2026-10-31T15:12:00.000Z",
      severity: "critical",
    },
  }),
};
