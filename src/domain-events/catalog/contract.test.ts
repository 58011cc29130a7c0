import { expect, expectTypeOf, test } from "vitest";
import { type PayloadOf, seedTypes } from "./catalog";
import type { BaseEvent } from "./envelope";

/** The payload interfaces of event-schema.md, typed out again so that the catalog cannot drift from them. */
interface Contract {
  BOOKING_CREATED: {
    bookingId: string;
    clientId: string;
    title: string;
    status: "draft";
    createdBy: string;
  };
  BOOKING_SUBMITTED: {
    bookingId: string;
    clientId: string;
    title: string;
    submittedBy: string;
    submittedAt: string;
    eventDates: string[];
    recurrencePattern?: {
      frequency: "daily" | "weekly" | "monthly";
      interval: number;
      endDate: string;
    };
  };
  BOOKING_APPROVED: {
    bookingId: string;
    clientId: string;
    title: string;
    approvedBy: string;
    approvedAt: string;
    notes?: string;
    eventDates: string[];
  };
  BOOKING_REJECTED: {
    bookingId: string;
    clientId: string;
    rejectedBy: string;
    rejectedAt: string;
    reason: string;
    allowResubmission: boolean;
  };
  BOOKING_CHANGES_REQUESTED: {
    bookingId: string;
    clientId: string;
    requestedBy: string;
    requestedAt: string;
    changes: { field: string; reason: string; suggestedValue?: string }[];
  };
  BOOKING_CANCELLED: {
    bookingId: string;
    clientId: string;
    cancelledBy: string;
    cancelledAt: string;
    reason: string;
    affectedEventIds: string[];
  };
  BOOKING_UPDATED: {
    bookingId: string;
    clientId: string;
    updatedBy: string;
    updatedAt: string;
    changedFields: string[];
    needsReapproval: boolean;
  };
  EVENT_INSTANCES_GENERATED: {
    bookingId: string;
    clientId: string;
    eventIds: string[];
    generatedBy: string;
    generatedAt: string;
    totalEvents: number;
  };
  EVENT_ASSIGNED_TO_MANAGER: {
    eventId: string;
    bookingId: string;
    managerId: string;
    assignedBy: string;
    assignedAt: string;
    eventDate: string;
    location: { id: string; name: string; address: string };
  };
  EVENT_PREPARATION_STARTED: {
    eventId: string;
    bookingId: string;
    startedBy: string;
    startedAt: string;
    preparationTasks: { id: string; description: string; assignedTo?: string; dueDate: string }[];
  };
  EVENT_READY: {
    eventId: string;
    bookingId: string;
    readyBy: string;
    readyAt: string;
    staffAssigned: boolean;
    kitsAssigned: boolean;
    logisticsConfirmed: boolean;
    venueConfirmed: boolean;
  };
  EVENT_STARTED: {
    eventId: string;
    bookingId: string;
    startedBy: string;
    startedAt: string;
    location: { id: string; name: string };
    staffPresent: { userId: string; role: string; checkedInAt: string }[];
  };
  EVENT_COMPLETED: {
    eventId: string;
    bookingId: string;
    completedBy: string;
    completedAt: string;
    actualStartTime: string;
    actualEndTime: string;
    staffParticipated: { userId: string; role: string; hoursWorked: number }[];
    outcomes: { metExpectations: boolean; metrics: Record<string, number>; notes: string };
  };
  EVENT_CANCELLED: {
    eventId: string;
    bookingId: string;
    cancelledBy: string;
    cancelledAt: string;
    reason: string;
    notifyClient: boolean;
  };
  EVENT_RESCHEDULED: {
    eventId: string;
    bookingId: string;
    rescheduledBy: string;
    rescheduledAt: string;
    originalDate: string;
    newDate: string;
    reason: string;
    notifyStaff: boolean;
    notifyClient: boolean;
  };
  EVENT_ISSUE_REPORTED: {
    eventId: string;
    bookingId: string;
    reportedBy: string;
    reportedAt: string;
    issueType: "venue" | "staff" | "kit" | "logistics" | "client" | "other";
    severity: "low" | "medium" | "high" | "critical";
    description: string;
    immediateActionTaken?: string;
  };
  ACTIVITY_CREATED: {
    activityId: string;
    eventId: string;
    bookingId: string;
    createdBy: string;
    createdAt: string;
    activityType: string;
    description: string;
    duration: number;
    requiredKitTemplateIds: string[];
    requiredStaffRoles: string[];
  };
  ACTIVITY_ASSIGNED: {
    activityId: string;
    eventId: string;
    assignmentId: string;
    assignedTo: string;
    assignedBy: string;
    assignedAt: string;
    role: string;
    instructions?: string;
  };
  ACTIVITY_STARTED: {
    activityId: string;
    eventId: string;
    startedBy: string;
    startedAt: string;
    kitsInUse: string[];
    staffExecuting: string[];
  };
  ACTIVITY_COMPLETED: {
    activityId: string;
    eventId: string;
    completedBy: string;
    completedAt: string;
    outcomes: { metrics: Record<string, number>; notes: string; photoUrls?: string[] };
  };
  ACTIVITY_ISSUE_REPORTED: {
    activityId: string;
    eventId: string;
    reportedBy: string;
    reportedAt: string;
    issueType: string;
    description: string;
    impactLevel: "minor" | "moderate" | "major";
    photoUrls?: string[];
  };
  STAFF_ASSIGNMENT_CREATED: {
    assignmentId: string;
    eventId: string;
    activityId?: string;
    userId: string;
    role: string;
    createdBy: string;
    createdAt: string;
    startTime: string;
    endTime: string;
    instructions?: string;
  };
  STAFF_ASSIGNMENT_OFFERED: {
    assignmentId: string;
    eventId: string;
    userId: string;
    offeredAt: string;
    offeredBy: string;
    responseDeadline: string;
    location: { id: string; name: string; address: string };
    compensation?: { rate: number; currency: string; estimatedHours: number };
  };
  STAFF_ASSIGNMENT_ACCEPTED: {
    assignmentId: string;
    eventId: string;
    userId: string;
    acceptedAt: string;
    notes?: string;
  };
  STAFF_ASSIGNMENT_REJECTED: {
    assignmentId: string;
    eventId: string;
    userId: string;
    rejectedAt: string;
    reason: string;
    isAvailableForFuture: boolean;
  };
  STAFF_CHECKED_IN: {
    assignmentId: string;
    eventId: string;
    userId: string;
    checkedInAt: string;
    location: { latitude: number; longitude: number; accuracy: number };
    verificationMethod: "gps" | "qrcode" | "manager" | "other";
  };
  STAFF_CHECKED_OUT: {
    assignmentId: string;
    eventId: string;
    userId: string;
    checkedOutAt: string;
    hoursWorked: number;
    location: { latitude: number; longitude: number; accuracy: number };
    feedback?: string;
  };
  STAFF_NO_SHOW: {
    assignmentId: string;
    eventId: string;
    userId: string;
    reportedBy: string;
    reportedAt: string;
    consequenceLevel: "warning" | "penalty" | "removal";
    notes?: string;
  };
  KIT_ASSIGNED_TO_ACTIVITY: {
    kitAssignmentId: string;
    activityId: string;
    eventId: string;
    kitTemplateId: string;
    kitInstanceId?: string;
    assignedBy: string;
    assignedAt: string;
    quantity: number;
    notes?: string;
  };
  KIT_PREPARED: {
    kitAssignmentId: string;
    activityId: string;
    eventId: string;
    kitInstanceId: string;
    preparedBy: string;
    preparedAt: string;
    components: {
      id: string;
      name: string;
      quantity: number;
      condition: "excellent" | "good" | "fair" | "poor";
    }[];
    notes?: string;
  };
  KIT_CHECKED_OUT: {
    kitAssignmentId: string;
    activityId: string;
    eventId: string;
    kitInstanceId: string;
    checkedOutBy: string;
    checkedOutAt: string;
    checkedOutTo: string;
    expectedReturnDate: string;
  };
  KIT_RETURNED: {
    kitAssignmentId: string;
    activityId: string;
    eventId: string;
    kitInstanceId: string;
    returnedBy: string;
    returnedAt: string;
    receivedBy: string;
    condition: "excellent" | "good" | "fair" | "poor" | "damaged";
    missingComponents?: string[];
    damagedComponents?: { id: string; description: string; severity: "minor" | "moderate" | "severe" }[];
    notes?: string;
  };
  KIT_ISSUE_REPORTED: {
    kitAssignmentId: string;
    activityId: string;
    eventId: string;
    kitInstanceId: string;
    reportedBy: string;
    reportedAt: string;
    issueType: "missing" | "damaged" | "insufficient" | "quality" | "other";
    description: string;
    impactLevel: "minor" | "moderate" | "major";
    photoUrls?: string[];
    needsImmediate: boolean;
  };
  LOCATION_CONFIRMED: {
    eventId: string;
    locationId: string;
    confirmedBy: string;
    confirmedAt: string;
    contactPerson?: { name: string; phone: string; email: string };
    specialInstructions?: string;
    accessDetails?: string;
  };
  LOCATION_ISSUE_REPORTED: {
    eventId: string;
    locationId: string;
    reportedBy: string;
    reportedAt: string;
    issueType: "access" | "facilities" | "space" | "safety" | "other";
    description: string;
    impactLevel: "minor" | "moderate" | "major";
    photoUrls?: string[];
    needsImmediate: boolean;
  };
}

type Identical<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** `true` only where the catalog's payload and the contract's are the same type; anything else does not compile. */
const identical: { readonly [T in keyof Contract]: Identical<PayloadOf<T>, Contract[T]> } = {
  BOOKING_CREATED: true,
  BOOKING_SUBMITTED: true,
  BOOKING_APPROVED: true,
  BOOKING_REJECTED: true,
  BOOKING_CHANGES_REQUESTED: true,
  BOOKING_CANCELLED: true,
  BOOKING_UPDATED: true,
  EVENT_INSTANCES_GENERATED: true,
  EVENT_ASSIGNED_TO_MANAGER: true,
  EVENT_PREPARATION_STARTED: true,
  EVENT_READY: true,
  EVENT_STARTED: true,
  EVENT_COMPLETED: true,
  EVENT_CANCELLED: true,
  EVENT_RESCHEDULED: true,
  EVENT_ISSUE_REPORTED: true,
  ACTIVITY_CREATED: true,
  ACTIVITY_ASSIGNED: true,
  ACTIVITY_STARTED: true,
  ACTIVITY_COMPLETED: true,
  ACTIVITY_ISSUE_REPORTED: true,
  STAFF_ASSIGNMENT_CREATED: true,
  STAFF_ASSIGNMENT_OFFERED: true,
  STAFF_ASSIGNMENT_ACCEPTED: true,
  STAFF_ASSIGNMENT_REJECTED: true,
  STAFF_CHECKED_IN: true,
  STAFF_CHECKED_OUT: true,
  STAFF_NO_SHOW: true,
  KIT_ASSIGNED_TO_ACTIVITY: true,
  KIT_PREPARED: true,
  KIT_CHECKED_OUT: true,
  KIT_RETURNED: true,
  KIT_ISSUE_REPORTED: true,
  LOCATION_CONFIRMED: true,
  LOCATION_ISSUE_REPORTED: true,
};

test("the seed types are the 35 types of the event schema, in its order", () => {
  expect(seedTypes).toHaveLength(35);
  expect(seedTypes).toEqual(Object.keys(identical));
});

test("the comparison notices an optional field that became required", () => {
  expectTypeOf<Identical<{ notes?: string }, { notes: string }>>().toEqualTypeOf<false>();
  expectTypeOf<Identical<{ notes?: string }, { notes?: string }>>().toEqualTypeOf<true>();
  expectTypeOf<Identical<{ level: "low" }, { level: string }>>().toEqualTypeOf<false>();
});

test("the envelope has the fields of the event schema and no others", () => {
  expectTypeOf<keyof BaseEvent<"BOOKING_CREATED", object>>().toEqualTypeOf<
    "id" | "type" | "timestamp" | "correlationId" | "source" | "payload" | "metadata"
  >();
});
