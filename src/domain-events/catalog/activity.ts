import * as z from "zod";
import { extension, inCategory, seed } from "./define";
import { exampleIds } from "./example-ids";
import { id, ids, impactLevel, instant, label, labels, metrics, photoUrls, text } from "./fields";

const activity = { activityId: id, eventId: id };
const activityClasses = { activityId: "business", eventId: "business" } as const;
const activityExample = { activityId: exampleIds.activity, eventId: exampleIds.event };

/** The activity events of event-schema.md section 3, and their extensions. */
export const activityEvents = inCategory("activity", {
  ACTIVITY_CREATED: seed({
    meaning: "An activity was planned for an event instance.",
    sources: ["activities.create", "workflow.lay-out-instances"],
    schema: z.strictObject({
      ...activity,
      bookingId: id,
      createdBy: id,
      createdAt: instant,
      activityType: label,
      description: text,
      duration: z.number().min(0).max(1_054_080),
      requiredKitTemplateIds: ids,
      requiredStaffRoles: labels,
    }),
    classes: {
      ...activityClasses,
      bookingId: "business",
      createdBy: "person-id",
      createdAt: "business",
      activityType: "business",
      description: "free-text",
      duration: "business",
      requiredKitTemplateIds: "business",
      requiredStaffRoles: "business",
    },
    example: {
      ...activityExample,
      bookingId: exampleIds.booking,
      createdBy: "system",
      createdAt: "2026-09-29T09:30:02.000Z",
      activityType: "sampling",
      description: "Hand out tea samples at the north entrance.",
      duration: 240,
      requiredKitTemplateIds: [exampleIds.kitTemplate],
      requiredStaffRoles: ["brand ambassador", "brand ambassador"],
    },
  }),
  ACTIVITY_ASSIGNED: seed({
    meaning: "A person was given a role in an activity.",
    sources: ["activities.assign"],
    schema: z.strictObject({
      ...activity,
      assignmentId: id,
      assignedTo: id,
      assignedBy: id,
      assignedAt: instant,
      role: label,
      instructions: text.exactOptional(),
    }),
    classes: {
      ...activityClasses,
      assignmentId: "business",
      assignedTo: "person-id",
      assignedBy: "person-id",
      assignedAt: "business",
      role: "business",
      instructions: "free-text",
    },
    example: {
      ...activityExample,
      assignmentId: exampleIds.assignment,
      assignedTo: exampleIds.agent,
      assignedBy: exampleIds.manager,
      assignedAt: "2026-10-10T12:00:00.000Z",
      role: "brand ambassador",
      instructions: "Start at the fountain.",
    },
  }),
  ACTIVITY_STARTED: seed({
    meaning: "An activity began, with these kits and people.",
    sources: ["activities.start"],
    schema: z.strictObject({
      ...activity,
      startedBy: id,
      startedAt: instant,
      kitsInUse: ids,
      staffExecuting: ids,
    }),
    classes: {
      ...activityClasses,
      startedBy: "person-id",
      startedAt: "business",
      kitsInUse: "business",
      staffExecuting: "person-id",
    },
    example: {
      ...activityExample,
      startedBy: exampleIds.agent,
      startedAt: "2026-10-31T14:30:00.000Z",
      kitsInUse: [exampleIds.kitInstance],
      staffExecuting: [exampleIds.agent],
    },
  }),
  ACTIVITY_COMPLETED: seed({
    meaning: "An activity ended, with its outcome.",
    sources: ["activities.complete"],
    schema: z.strictObject({
      ...activity,
      completedBy: id,
      completedAt: instant,
      outcomes: z.strictObject({ metrics, notes: text, photoUrls: photoUrls.exactOptional() }),
    }),
    classes: {
      ...activityClasses,
      completedBy: "person-id",
      completedAt: "business",
      outcomes: { metrics: "business", notes: "free-text", photoUrls: "image" },
    },
    example: {
      ...activityExample,
      completedBy: exampleIds.agent,
      completedAt: "2026-10-31T18:30:00.000Z",
      outcomes: {
        metrics: { samplesGiven: 620 },
        notes: "All samples were handed out.",
        photoUrls: ["/photos/0199c8a0-1000-7000-8000-0000000000f1"],
      },
    },
  }),
  ACTIVITY_ISSUE_REPORTED: seed({
    meaning: "Somebody reported a problem with an activity.",
    sources: ["activities.report-issue"],
    schema: z.strictObject({
      ...activity,
      reportedBy: id,
      reportedAt: instant,
      issueType: label,
      description: text,
      impactLevel,
      photoUrls: photoUrls.exactOptional(),
    }),
    classes: {
      ...activityClasses,
      reportedBy: "person-id",
      reportedAt: "business",
      issueType: "business",
      description: "free-text",
      impactLevel: "business",
      photoUrls: "image",
    },
    example: {
      ...activityExample,
      reportedBy: exampleIds.agent,
      reportedAt: "2026-10-31T15:20:00.000Z",
      issueType: "crowding",
      description: "The line blocks the path.",
      impactLevel: "moderate",
      photoUrls: ["/photos/0199c8a0-1000-7000-8000-0000000000f2"],
    },
  }),
  ACTIVITY_CANCELLED: extension({
    meaning: "An activity was called off.",
    sources: ["activities.cancel", "workflow.release-commitments"],
    schema: z.strictObject({ ...activity, cancelledBy: id, cancelledAt: instant, reason: text }),
    classes: {
      ...activityClasses,
      cancelledBy: "person-id",
      cancelledAt: "business",
      reason: "free-text",
    },
    example: {
      ...activityExample,
      cancelledBy: exampleIds.manager,
      cancelledAt: "2026-10-29T10:00:01.000Z",
      reason: "The event was cancelled.",
    },
  }),
});
