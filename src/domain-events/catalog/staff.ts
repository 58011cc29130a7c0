import * as z from "zod";
import { extension, inCategory, seed } from "./define";
import { exampleIds } from "./example-ids";
import { addressedLocation, count, hours, id, instant, label, moment, position, text } from "./fields";

const assignment = { assignmentId: id, eventId: id, userId: id };
const assignmentClasses = { assignmentId: "business", eventId: "business", userId: "person-id" } as const;
const assignmentExample = {
  assignmentId: exampleIds.assignment,
  eventId: exampleIds.event,
  userId: exampleIds.agent,
};
const positionClasses = { latitude: "position", longitude: "position", accuracy: "position" } as const;
const positionExample = { latitude: 40.7536, longitude: -73.9832, accuracy: 12 };

/** The staff-assignment events of event-schema.md section 4, and their extensions. */
export const staffEvents = inCategory("staff", {
  STAFF_ASSIGNMENT_CREATED: seed({
    meaning: "A person was planned for a shift; nothing was offered yet.",
    sources: ["staffing.create-assignment", "workflow.succeed"],
    schema: z.strictObject({
      ...assignment,
      activityId: id.exactOptional(),
      role: label,
      createdBy: id,
      createdAt: instant,
      startTime: moment,
      endTime: moment,
      instructions: text.exactOptional(),
    }),
    classes: {
      ...assignmentClasses,
      activityId: "business",
      role: "business",
      createdBy: "person-id",
      createdAt: "business",
      startTime: "business",
      endTime: "business",
      instructions: "free-text",
    },
    example: {
      ...assignmentExample,
      activityId: exampleIds.activity,
      role: "brand ambassador",
      createdBy: exampleIds.manager,
      createdAt: "2026-10-08T12:00:00.000Z",
      startTime: "2026-10-31T09:30:00-04:00",
      endTime: "2026-10-31T18:00:00-04:00",
      instructions: "Wear closed shoes.",
    },
  }),
  STAFF_ASSIGNMENT_OFFERED: seed({
    meaning: "A shift was offered to a brand agent, to be answered by the deadline.",
    sources: ["staffing.offer", "staffing.create-assignment", "workflow.succeed", "workflow.reoffer"],
    schema: z.strictObject({
      ...assignment,
      offeredAt: instant,
      offeredBy: id,
      responseDeadline: moment,
      location: addressedLocation,
      compensation: z
        .strictObject({
          rate: z.number().min(0).max(1_000_000_000),
          currency: z.string().max(10),
          estimatedHours: hours,
        })
        .exactOptional(),
    }),
    classes: {
      ...assignmentClasses,
      offeredAt: "business",
      offeredBy: "person-id",
      responseDeadline: "business",
      location: { id: "business", name: "business", address: "contact" },
      compensation: { rate: "pay", currency: "pay", estimatedHours: "pay" },
    },
    example: {
      ...assignmentExample,
      offeredAt: "2026-10-08T12:00:01.000Z",
      offeredBy: exampleIds.manager,
      responseDeadline: "2026-10-11T12:00:00.000Z",
      location: { id: exampleIds.location, name: "Bryant Park", address: "New York, NY 10018" },
      compensation: { rate: 28.5, currency: "USD", estimatedHours: 8 },
    },
  }),
  STAFF_ASSIGNMENT_ACCEPTED: seed({
    meaning: "A brand agent took a shift.",
    sources: ["staffing.accept"],
    schema: z.strictObject({ ...assignment, acceptedAt: instant, notes: text.exactOptional() }),
    classes: { ...assignmentClasses, acceptedAt: "business", notes: "free-text" },
    example: {
      ...assignmentExample,
      acceptedAt: "2026-10-09T07:45:00.000Z",
      notes: "I come by bicycle.",
    },
  }),
  STAFF_ASSIGNMENT_REJECTED: seed({
    meaning: "A brand agent turned an offered shift down.",
    sources: ["staffing.reject"],
    schema: z.strictObject({
      ...assignment,
      rejectedAt: instant,
      reason: text,
      isAvailableForFuture: z.boolean(),
    }),
    classes: {
      ...assignmentClasses,
      rejectedAt: "business",
      reason: "free-text",
      isAvailableForFuture: "conduct",
    },
    example: {
      ...assignmentExample,
      rejectedAt: "2026-10-09T07:45:00.000Z",
      reason: "Already booked that day.",
      isAvailableForFuture: true,
    },
  }),
  STAFF_CHECKED_IN: seed({
    meaning: "A person arrived for a shift; the location is the venue's when no device gave one.",
    sources: ["staffing.check-in"],
    schema: z.strictObject({
      ...assignment,
      checkedInAt: instant,
      location: position,
      verificationMethod: z.enum(["gps", "qrcode", "manager", "other"]),
    }),
    classes: {
      ...assignmentClasses,
      checkedInAt: "conduct",
      location: positionClasses,
      verificationMethod: "conduct",
    },
    example: {
      ...assignmentExample,
      checkedInAt: "2026-10-31T13:41:00.000Z",
      location: positionExample,
      verificationMethod: "gps",
    },
  }),
  STAFF_CHECKED_OUT: seed({
    meaning: "A person left a shift, with the hours the server computed.",
    sources: ["staffing.check-out", "staffing.assume-check-out"],
    schema: z.strictObject({
      ...assignment,
      checkedOutAt: instant,
      hoursWorked: hours,
      location: position,
      feedback: text.exactOptional(),
    }),
    classes: {
      ...assignmentClasses,
      checkedOutAt: "conduct",
      hoursWorked: "conduct",
      location: positionClasses,
      feedback: "free-text",
    },
    example: {
      ...assignmentExample,
      checkedOutAt: "2026-10-31T22:11:00.000Z",
      hoursWorked: 8,
      location: positionExample,
      feedback: "A good crowd.",
    },
  }),
  STAFF_NO_SHOW: seed({
    meaning: "A person did not come to an accepted shift.",
    sources: ["staffing.report-no-show"],
    schema: z.strictObject({
      ...assignment,
      reportedBy: id,
      reportedAt: instant,
      consequenceLevel: z.enum(["warning", "penalty", "removal"]),
      notes: text.exactOptional(),
    }),
    classes: {
      ...assignmentClasses,
      reportedBy: "person-id",
      reportedAt: "business",
      consequenceLevel: "conduct",
      notes: "free-text",
    },
    example: {
      ...assignmentExample,
      reportedBy: exampleIds.manager,
      reportedAt: "2026-10-31T14:15:00.000Z",
      consequenceLevel: "warning",
      notes: "No answer by phone.",
    },
  }),
  STAFF_ASSIGNMENT_EXPIRED: extension({
    meaning: "An offer ran out without an answer.",
    sources: ["workflow.expire-offers"],
    schema: z.strictObject({ ...assignment, expiredAt: instant, responseDeadline: moment }),
    classes: { ...assignmentClasses, expiredAt: "business", responseDeadline: "business" },
    example: {
      ...assignmentExample,
      expiredAt: "2026-10-11T12:00:01.000Z",
      responseDeadline: "2026-10-11T12:00:00.000Z",
    },
  }),
  STAFF_ASSIGNMENT_WITHDRAWN: extension({
    meaning: "An offered or accepted shift was taken back, with the notice given.",
    sources: [
      "staffing.withdraw",
      "workflow.release-commitments",
      "workflow.reoffer",
      "workflow.withdraw-clashing-offers",
    ],
    schema: z.strictObject({
      ...assignment,
      withdrawnBy: id,
      withdrawnAt: instant,
      reason: text,
      leadTimeHours: z.number().min(-100_000).max(100_000),
      initiatedBy: z.enum(["agent", "agency", "system"]),
    }),
    classes: {
      ...assignmentClasses,
      withdrawnBy: "person-id",
      withdrawnAt: "business",
      reason: "free-text",
      leadTimeHours: "conduct",
      initiatedBy: "conduct",
    },
    example: {
      ...assignmentExample,
      withdrawnBy: exampleIds.agent,
      withdrawnAt: "2026-10-29T13:30:00.000Z",
      reason: "Travel fell through.",
      leadTimeHours: 48,
      initiatedBy: "agent",
    },
  }),
  STAFF_CHECK_IN_ASKED: extension({
    meaning: "A person says that they are there and could not prove it; the manager is to confirm.",
    sources: ["staffing.ask-check-in"],
    schema: z.strictObject({ ...assignment, askedAt: instant, location: position }),
    classes: { ...assignmentClasses, askedAt: "business", location: positionClasses },
    example: {
      ...assignmentExample,
      askedAt: "2026-10-31T13:39:00.000Z",
      location: positionExample,
    },
  }),
  STAFF_HOURS_CORRECTED: extension({
    meaning: "The hours of a shift were restated, with a reason.",
    sources: ["staffing.correct-hours"],
    schema: z.strictObject({
      ...assignment,
      correctedBy: id,
      correctedAt: instant,
      previousHours: hours,
      hoursWorked: hours,
      reason: text,
    }),
    classes: {
      ...assignmentClasses,
      correctedBy: "person-id",
      correctedAt: "business",
      previousHours: "conduct",
      hoursWorked: "conduct",
      reason: "free-text",
    },
    example: {
      ...assignmentExample,
      correctedBy: exampleIds.admin,
      correctedAt: "2026-11-02T09:00:00.000Z",
      previousHours: 8,
      hoursWorked: 7.5,
      reason: "The break was not entered.",
    },
  }),
  STAFF_HOURS_APPROVED: extension({
    meaning: "The hours of a shift were approved as they are, to be paid.",
    sources: ["staffing.approve-hours"],
    schema: z.strictObject({ ...assignment, approvedBy: id, approvedAt: instant, hoursWorked: hours }),
    classes: {
      ...assignmentClasses,
      approvedBy: "person-id",
      approvedAt: "business",
      hoursWorked: "conduct",
    },
    example: {
      ...assignmentExample,
      approvedBy: exampleIds.admin,
      approvedAt: "2026-11-03T09:00:00.000Z",
      hoursWorked: 7.5,
    },
  }),
  STAFF_STANDBY_JOINED: extension({
    meaning: "A person said that they would step in if a slot becomes free.",
    sources: ["staffing.join-standby"],
    schema: z.strictObject({ eventId: id, slotId: id, userId: id, role: label, joinedAt: instant }),
    classes: {
      eventId: "business",
      slotId: "business",
      userId: "person-id",
      role: "business",
      joinedAt: "business",
    },
    example: {
      eventId: exampleIds.event,
      slotId: exampleIds.activity,
      userId: exampleIds.agent,
      role: "brand ambassador",
      joinedAt: "2026-10-09T08:00:00.000Z",
    },
  }),
  STAFF_SLOT_UNFILLED: extension({
    meaning: "Nobody is left who could be asked for an open slot.",
    sources: ["workflow.succeed"],
    schema: z.strictObject({ eventId: id, slotId: id, role: label, unfilledAt: instant, asked: count }),
    classes: {
      eventId: "business",
      slotId: "business",
      role: "business",
      unfilledAt: "business",
      asked: "business",
    },
    example: {
      eventId: exampleIds.event,
      slotId: exampleIds.activity,
      role: "brand ambassador",
      unfilledAt: "2026-10-11T12:00:02.000Z",
      asked: 4,
    },
  }),
});
