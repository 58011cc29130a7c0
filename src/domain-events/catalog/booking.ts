import * as z from "zod";
import { extension, inCategory, seed } from "./define";
import { exampleIds } from "./example-ids";
import {
  dayOrMoment,
  eventDate,
  eventDates,
  eventIds,
  id,
  instant,
  label,
  labels,
  listOf,
  text,
} from "./fields";

const booking = { bookingId: id, clientId: id };
const bookingClasses = { bookingId: "business", clientId: "business" } as const;
const bookingExample = { bookingId: exampleIds.booking, clientId: exampleIds.client };

/** The booking events of event-schema.md section 1, and their extensions. */
export const bookingEvents = inCategory("booking", {
  BOOKING_CREATED: seed({
    meaning: "A client or an admin began a booking as a draft.",
    sources: ["bookings.create", "bookings.duplicate", "bookings.import"],
    schema: z.strictObject({ ...booking, title: label, status: z.literal("draft"), createdBy: id }),
    classes: { ...bookingClasses, title: "free-text", status: "business", createdBy: "person-id" },
    example: {
      ...bookingExample,
      title: "Autumn sampling tour",
      status: "draft",
      createdBy: exampleIds.contact,
    },
  }),
  BOOKING_SUBMITTED: seed({
    meaning: "A booking was handed in for review, with the dates it asks for.",
    sources: ["bookings.submit", "bookings.import"],
    schema: z.strictObject({
      ...booking,
      title: label,
      submittedBy: id,
      submittedAt: instant,
      eventDates,
      recurrencePattern: z
        .strictObject({
          frequency: z.enum(["daily", "weekly", "monthly"]),
          interval: z.int().min(1).max(1000),
          endDate: dayOrMoment,
        })
        .exactOptional(),
    }),
    classes: {
      ...bookingClasses,
      title: "free-text",
      submittedBy: "person-id",
      submittedAt: "business",
      eventDates: "business",
      recurrencePattern: { frequency: "business", interval: "business", endDate: "business" },
    },
    example: {
      ...bookingExample,
      title: "Autumn sampling tour",
      submittedBy: exampleIds.contact,
      submittedAt: "2026-09-28T14:05:00.000Z",
      eventDates: ["2026-10-31T10:00:00-04:00", "2026-11-07T10:00:00-05:00"],
      recurrencePattern: { frequency: "weekly", interval: 1, endDate: "2026-11-07" },
    },
  }),
  BOOKING_APPROVED: seed({
    meaning: "An admin approved the listed dates of a booking.",
    sources: ["bookings.approve"],
    schema: z.strictObject({
      ...booking,
      title: label,
      approvedBy: id,
      approvedAt: instant,
      notes: text.exactOptional(),
      eventDates,
    }),
    classes: {
      ...bookingClasses,
      title: "free-text",
      approvedBy: "person-id",
      approvedAt: "business",
      notes: "free-text",
      eventDates: "business",
    },
    example: {
      ...bookingExample,
      title: "Autumn sampling tour",
      approvedBy: exampleIds.admin,
      approvedAt: "2026-09-29T09:30:00.000Z",
      notes: "Parking is arranged with the park office.",
      eventDates: ["2026-10-31T10:00:00-04:00"],
    },
  }),
  BOOKING_REJECTED: seed({
    meaning: "An admin turned a booking down.",
    sources: ["bookings.reject"],
    schema: z.strictObject({
      ...booking,
      rejectedBy: id,
      rejectedAt: instant,
      reason: text,
      allowResubmission: z.boolean(),
    }),
    classes: {
      ...bookingClasses,
      rejectedBy: "person-id",
      rejectedAt: "business",
      reason: "free-text",
      allowResubmission: "business",
    },
    example: {
      ...bookingExample,
      rejectedBy: exampleIds.admin,
      rejectedAt: "2026-09-29T09:30:00.000Z",
      reason: "The park is closed for works until December.",
      allowResubmission: true,
    },
  }),
  BOOKING_CHANGES_REQUESTED: seed({
    meaning: "An admin asked the client to change fields of a booking.",
    sources: ["bookings.request-changes"],
    schema: z.strictObject({
      ...booking,
      requestedBy: id,
      requestedAt: instant,
      changes: listOf(z.strictObject({ field: label, reason: text, suggestedValue: text.exactOptional() })),
    }),
    classes: {
      ...bookingClasses,
      requestedBy: "person-id",
      requestedAt: "business",
      changes: { field: "business", reason: "free-text", suggestedValue: "free-text" },
    },
    example: {
      ...bookingExample,
      requestedBy: exampleIds.admin,
      requestedAt: "2026-09-29T09:30:00.000Z",
      changes: [{ field: "title", reason: "Name the brand.", suggestedValue: "Autumn tea sampling tour" }],
    },
  }),
  BOOKING_CANCELLED: seed({
    meaning: "A booking was called off, and with it the listed event instances.",
    sources: ["bookings.cancel"],
    schema: z.strictObject({
      ...booking,
      cancelledBy: id,
      cancelledAt: instant,
      reason: text,
      affectedEventIds: eventIds,
    }),
    classes: {
      ...bookingClasses,
      cancelledBy: "person-id",
      cancelledAt: "business",
      reason: "free-text",
      affectedEventIds: "business",
    },
    example: {
      ...bookingExample,
      cancelledBy: exampleIds.contact,
      cancelledAt: "2026-10-02T11:00:00.000Z",
      reason: "The product launch moved to spring.",
      affectedEventIds: [exampleIds.event, exampleIds.secondEvent],
    },
  }),
  BOOKING_UPDATED: seed({
    meaning: "Fields of a booking changed; the fact says whether it must be approved again.",
    sources: ["bookings.update"],
    schema: z.strictObject({
      ...booking,
      updatedBy: id,
      updatedAt: instant,
      changedFields: labels,
      needsReapproval: z.boolean(),
    }),
    classes: {
      ...bookingClasses,
      updatedBy: "person-id",
      updatedAt: "business",
      changedFields: "business",
      needsReapproval: "business",
    },
    example: {
      ...bookingExample,
      updatedBy: exampleIds.contact,
      updatedAt: "2026-09-30T16:20:00.000Z",
      changedFields: ["eventDates"],
      needsReapproval: true,
    },
  }),
  BOOKING_DATES_DECLINED: extension({
    meaning: "An approval did not take these dates of a request.",
    sources: ["bookings.approve"],
    schema: z.strictObject({
      ...booking,
      declinedBy: id,
      declinedAt: instant,
      dates: z
        .array(z.strictObject({ date: eventDate, reason: text, proposedDate: eventDate.exactOptional() }))
        .max(366),
    }),
    classes: {
      ...bookingClasses,
      declinedBy: "person-id",
      declinedAt: "business",
      dates: { date: "business", reason: "free-text", proposedDate: "business" },
    },
    example: {
      ...bookingExample,
      declinedBy: exampleIds.admin,
      declinedAt: "2026-09-29T09:30:00.000Z",
      dates: [
        {
          date: "2026-11-07T10:00:00-05:00",
          reason: "The venue is taken that day.",
          proposedDate: "2026-11-08T10:00:00-05:00",
        },
      ],
    },
  }),
});
