import * as z from "zod";
import { idSchema } from "@/values/ids";
import { dayNumber, parseLocalDate } from "@/values/civil";
import { instantSchema } from "@/values/usable-instant";
import { neededWords } from "@/values/written-words";

/** What a caller may say about attendance. Never who did it, or when: the server sets those. */

/** A wider circle is no position but a guess by the address of the network. */
const ACCURACY_M_MAX = 100_000;
const BREAK_MINUTES_MAX = 600;
/** Beyond it a shift's hours are a slip of the finger. */
export const CORRECTED_HOURS_MAX = 48;
const APPROVED_AT_ONCE_MAX = 200;

const FORGED = "This is not a position that a device gives. Switch location on and try again.";

/** A position as a device gives it: no device is exactly at 0/0, sure to the point, or unsure by a hundred kilometres. */
export const positionInput = z
  .strictObject({
    latitude: z.number({ error: FORGED }).min(-90, { error: FORGED }).max(90, { error: FORGED }),
    longitude: z.number({ error: FORGED }).min(-180, { error: FORGED }).max(180, { error: FORGED }),
    accuracy: z
      .number({ error: FORGED })
      .gt(0, { error: FORGED })
      .max(ACCURACY_M_MAX, { error: "Your position is not known well enough. Scan the event code instead." }),
  })
  .refine(({ latitude, longitude }) => latitude !== 0 || longitude !== 0, { error: FORGED });

const onDevice = {
  location: positionInput.optional(),
  /** What the phone's clock says. */
  deviceTime: instantSchema.optional(),
};

export const checkInInput = z.strictObject({
  assignmentId: idSchema,
  verificationMethod: z.enum(["gps", "qrcode", "manager", "other"], {
    error: "Choose how the arrival is confirmed.",
  }),
  ...onDevice,
  /** Scanned from the manager's screen, or typed from below it. */
  code: z
    .string()
    .trim()
    .min(1, { error: "Enter the code." })
    .max(100, { error: "Enter the code." })
    .optional(),
  /** Why the desk checks somebody in. */
  reason: neededWords("a reason", 1000).optional(),
});

export const askCheckInInput = z.strictObject({ assignmentId: idSchema, ...onDevice });

export const checkOutInput = z.strictObject({
  assignmentId: idSchema,
  ...onDevice,
  /** Unpaid minutes in between. */
  breakMinutes: z
    .int({ error: "Enter the break in whole minutes." })
    .min(0, { error: "A break is not shorter than no minutes." })
    .max(BREAK_MINUTES_MAX, { error: `Enter ${BREAK_MINUTES_MAX} minutes at most.` })
    .default(0),
  /** Why somebody leaves before the planned end. */
  reason: neededWords("a reason", 1000).optional(),
  feedback: neededWords("your feedback", 4000).optional(),
});

export const assumeCheckOutInput = z.strictObject({ assignmentId: idSchema });

export const reportNoShowInput = z.strictObject({
  assignmentId: idSchema,
  consequenceLevel: z
    .enum(["warning", "penalty", "removal"], { error: "Choose what follows." })
    .default("warning"),
  notes: neededWords("a note", 4000).optional(),
});

export const correctHoursInput = z.strictObject({
  assignmentId: idSchema,
  hoursWorked: z
    .number({ error: "Enter the hours as a number." })
    .min(0, { error: "Nobody works less than no hours." })
    .max(CORRECTED_HOURS_MAX, { error: `Enter ${CORRECTED_HOURS_MAX} hours at most.` }),
  reason: neededWords("a reason", 1000),
});

export const approveHoursInput = z.strictObject({
  assignmentIds: z
    .array(idSchema)
    .min(1, { error: "Choose at least one shift." })
    .max(APPROVED_AT_ONCE_MAX, { error: `Choose ${APPROVED_AT_ONCE_MAX} shifts at most.` }),
});

/** Of one event: its crew, or the code on its screen. */
export const crewInput = z.strictObject({ eventId: idSchema });

const day = z
  .string({ error: "Enter a date." })
  .max(10, { error: "Enter a real date." })
  .refine((text) => parseLocalDate(text) !== null && text >= "1900" && text < "2200", {
    error: "Enter a real date.",
  });

/** A timesheet holds a quarter at most. */
const TIMESHEET_DAYS_MAX = 93;

/** Zero for what is no date, which is refused for itself. */
function daysBetween(from: string, to: string): number {
  const [first, last] = [parseLocalDate(from), parseLocalDate(to)];
  return first && last ? dayNumber(last) - dayNumber(first) : 0;
}

/** Both days count, by the start on the venue's clock. */
export const timesheetInput = z
  .strictObject({
    from: day,
    to: day,
    userId: idSchema.optional(),
    eventId: idSchema.optional(),
    state: z.enum(["open", "assumed", "recorded", "approved", "no_show"]).optional(),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], error: "The last day is not before the first." })
  .refine(({ from, to }) => daysBetween(from, to) < TIMESHEET_DAYS_MAX, {
    path: ["to"],
    error: `Choose ${TIMESHEET_DAYS_MAX} days at most.`,
  });
