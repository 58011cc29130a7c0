import * as z from "zod";
import { isLocalDateTime } from "@/values/civil";
import { idSchema, versionMax } from "@/values/ids";
import { isKeepable } from "@/values/keepable-text";
import { recurrenceDatesMax, recurrencePatternSchema } from "@/values/recurrence-pattern";
import { instantSchema } from "@/values/usable-instant";
import { staffRoles } from "@/values/staff-roles";

/** What a caller may say about bookings. Never who did it, or when: the server sets those. */

/** Two years, in minutes: permits of street furniture and long exhibitions run that long. */
export const dateDurationMinutesMax = 2 * 366 * 24 * 60;
export const venuesMax = 30;
export const activitiesMax = 20;

/** Text of a person: trimmed, nothing that cannot be kept, bounded. */
function line(label: string, max: number) {
  return z
    .string({ error: `Enter ${label}.` })
    .trim()
    .max(max, { error: `${capital(label)} can have ${max} characters at most.` })
    .refine(isKeepable, { error: `${capital(label)} holds a character that cannot be kept.` });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const needed = (label: string, max: number) => line(label, max).min(1, { error: `Enter ${label}.` });

export const reasonSchema = needed("a reason", 1000);
const versionSchema = z.int({ error: "Reload the booking." }).min(1).max(versionMax);
const inCalendar = (text: string) => text >= "1900" && text < "2200";
const calendarRange = { error: "Enter a date between 1900 and 2199." };
const localStart = z
  .string()
  .refine(isLocalDateTime, { error: "Enter a real date and time." })
  .refine(inCalendar, calendarRange);
const minutes = (max: number) =>
  z
    .int({ error: "Enter the length in whole minutes." })
    .min(1, { error: "The end must be after the start." })
    .max(max, { error: "This lasts too long for one date. Split it." });

/** Repeats of one first wish; the zone is the venue's and therefore not the caller's to say. */
export const recurrenceSchema = z
  .strictObject({
    frequency: recurrencePatternSchema.shape.frequency,
    interval: recurrencePatternSchema.shape.interval,
    weekdays: recurrencePatternSchema.shape.weekdays,
    monthlyRule: recurrencePatternSchema.shape.monthlyRule,
    startLocal: recurrencePatternSchema.shape.startLocal.refine(inCalendar, calendarRange),
    durationMinutes: recurrencePatternSchema.shape.durationMinutes,
    endDate: recurrencePatternSchema.shape.endDate.refine(inCalendar, calendarRange),
    excludeDates: recurrencePatternSchema.shape.excludeDates,
    extraDates: z.array(localStart).max(recurrenceDatesMax).optional(),
  })
  .refine((pattern) => pattern.endDate >= pattern.startLocal.slice(0, 10), {
    error: "The last date is before the first. Move one of them.",
    path: ["endDate"],
  });

export const scheduleSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("dates"),
    dates: z
      .array(z.strictObject({ localStart, durationMinutes: minutes(dateDurationMinutesMax) }))
      .max(recurrenceDatesMax, { error: `One booking can have ${recurrenceDatesMax} dates at most.` }),
  }),
  z.strictObject({ kind: z.literal("recurring"), recurrence: recurrenceSchema }),
]);

export const activitySchema = z.strictObject({
  type: needed("what kind of activity this is", 80),
  description: line("the description", 1000).default(""),
  durationMinutes: minutes(dateDurationMinutesMax),
  roles: z
    .array(
      z.strictObject({
        role: z.enum(staffRoles, { error: "Choose a role from the list." }),
        headcount: z
          .int({ error: "Enter how many people." })
          .min(1, { error: "Ask for one person at least, or remove the role." })
          .max(200, { error: "Ask for 200 people at most." }),
      }),
    )
    .max(staffRoles.length)
    .refine((roles) => new Set(roles.map((item) => item.role)).size === roles.length, {
      error: "A role is listed twice. Put the people together in one line.",
    }),
  kits: z
    .array(
      z.strictObject({
        kitTemplateId: idSchema,
        quantity: z
          .int({ error: "Enter how many kits." })
          .min(1, { error: "Ask for one kit at least, or remove it." })
          .max(100, { error: "Ask for 100 kits at most." }),
      }),
    )
    .max(30)
    .refine((kits) => new Set(kits.map((item) => item.kitTemplateId)).size === kits.length, {
      error: "A kit is listed twice. Put the quantities together in one line.",
    }),
});

export const planSchema = z.strictObject({
  activities: z
    .array(activitySchema)
    .max(activitiesMax, { error: `Plan ${activitiesMax} activities at most.` }),
});

export const contactSchema = z.strictObject({
  name: line("the contact's name", 200),
  phone: line("the phone number", 50),
  email: z.union([
    z.literal(""),
    z.email({ error: "Enter an e-mail address such as name@example.com." }).max(254),
  ]),
});

const contentShape = {
  title: needed("a title", 200),
  locationIds: z
    .array(idSchema)
    .min(1, { error: "Choose a venue." })
    .max(venuesMax, { error: `One booking can use ${venuesMax} venues at most.` })
    .refine((ids) => new Set(ids).size === ids.length, { error: "A venue is listed twice." }),
  schedule: scheduleSchema,
  plan: planSchema,
  contact: contactSchema.nullable(),
  notes: line("the notes", 2000),
};

export const createInput = z.strictObject({
  /** Admins say for whom; a client's person books for their own company. */
  clientId: idSchema.optional(),
  ...contentShape,
});

export const updateInput = z.strictObject({
  bookingId: idSchema,
  version: versionSchema,
  title: contentShape.title.optional(),
  locationIds: contentShape.locationIds.optional(),
  schedule: contentShape.schedule.optional(),
  plan: contentShape.plan.optional(),
  contact: contentShape.contact.optional(),
  notes: contentShape.notes.optional(),
});

export const submitInput = z.strictObject({ bookingId: idSchema, version: versionSchema });

/** An instant with an offset; a finer fraction than nanoseconds is no date that anything here ever wrote. */
const offsetDateTime = z.iso
  .datetime({ offset: true, error: "Name a date of this booking." })
  .refine((text) => !/\.\d{10}/.test(text), { error: "Name a date of this booking." });

export const approveInput = z.strictObject({
  bookingId: idSchema,
  /** The version that was reviewed; another one is refused with the difference. */
  version: versionSchema,
  eventDates: z.array(offsetDateTime).max(recurrenceDatesMax),
  declinedDates: z
    .array(
      z.strictObject({
        date: offsetDateTime,
        reason: reasonSchema,
        /** Another start on the venue's clock that the agency offers instead. */
        proposedDate: localStart.optional(),
      }),
    )
    .max(recurrenceDatesMax)
    .default([]),
  notes: line("the notes", 1000).optional(),
  /** Pushes through the warnings of the chosen dates; kept with a snapshot of them. */
  override: z.strictObject({ reason: needed("a reason", 500) }).optional(),
});

export const rejectInput = z.strictObject({
  bookingId: idSchema,
  version: versionSchema,
  reason: reasonSchema,
  allowResubmission: z.boolean(),
});

export const requestChangesInput = z.strictObject({
  bookingId: idSchema,
  version: versionSchema,
  changes: z
    .array(
      z.strictObject({
        field: needed("the field", 100),
        reason: reasonSchema,
        suggestedValue: line("the suggestion", 500).optional(),
      }),
    )
    .min(1, { error: "Name at least one field to change." })
    .max(50),
  /** The requested dates stay softly held until then; seven days when not said. */
  answerBy: z.iso.date().refine(inCalendar, calendarRange).optional(),
});

export const cancelInput = z.strictObject({
  bookingId: idSchema,
  version: versionSchema,
  reason: reasonSchema,
  /** What happens to events that are running right now; has to be said when there are any. */
  runningEvents: z.enum(["keep", "cancel"]).optional(),
});

export const duplicateInput = z.strictObject({ bookingId: idSchema });

/** One row group of an import: a whole booking, created and submitted at once. */
export const importInput = z.strictObject({
  clientId: idSchema,
  importKey: needed("the key of the row group", 200),
  ...contentShape,
});

export const previewRecurrenceInput = z.strictObject({
  locationIds: contentShape.locationIds,
  schedule: contentShape.schedule,
});

export const bookingStatuses = [
  "draft",
  "submitted",
  "changes_requested",
  "partially_approved",
  "approved",
  "rejected",
  "cancelled",
] as const;
export type BookingStatus = (typeof bookingStatuses)[number];

export const bookingDateStatuses = ["undecided", "approved", "declined", "proposed"] as const;
export type BookingDateStatus = (typeof bookingDateStatuses)[number];

export const listInput = z.strictObject({
  status: z.array(z.enum(bookingStatuses)).max(bookingStatuses.length).optional(),
  waitingFor: z.enum(["client", "agency", "nobody"]).optional(),
  clientId: idSchema.optional(),
  /** A number ("BK-1042", "1042"), or words of the title, the client or the venue. */
  q: line("the search", 100).optional(),
  /** Bookings with a date in this half-open range of instants. */
  from: instantSchema.optional(),
  to: instantSchema.optional(),
  /** Bookings with a date from this to that calendar day at the venue, both included. */
  fromDay: z.iso.date({ error: "Enter a real date." }).refine(inCalendar, calendarRange).optional(),
  toDay: z.iso.date({ error: "Enter a real date." }).refine(inCalendar, calendarRange).optional(),
  sort: z.enum(["waiting", "number", "next_date", "updated"]).default("waiting"),
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(100).default(50),
});

export type Schedule = z.infer<typeof scheduleSchema>;
export type Recurrence = z.infer<typeof recurrenceSchema>;
export type Plan = z.infer<typeof planSchema>;
export type Activity = z.infer<typeof activitySchema>;
export type Contact = z.infer<typeof contactSchema>;

export type ListInput = z.infer<typeof listInput>;
