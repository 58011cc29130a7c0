import * as z from "zod";
import { isLocalDateTime, parseLocalDate } from "./civil";
import { isZone } from "./zone";

/** What a person says about a series. Safe in the browser; `recurrence.ts` on the server turns it into dates. */

/** Most dates one booking may have, generated and explicit together. */
export const recurrenceDatesMax = 366;
export const recurrenceIntervalMax = 52;
/** Fourteen days. */
export const durationMinutesMax = 20_160;

/** RFC 5545 weekday names, Monday first, as weeks are counted here. */
export const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

const localDateSchema = z.string().refine((text) => /^.{10}$/.test(text) && parseLocalDate(text) !== null, {
  error: "Enter a real date, as YYYY-MM-DD.",
});
const localDateTimeSchema = z.string().refine(isLocalDateTime, {
  error: "Enter a real date and time, as YYYY-MM-DDTHH:mm.",
});

/**
 * - `startLocal` the first wish, on the venue's clock. It anchors interval, weekday and day of the month.
 * - `weekdays` weekly only; without it the weekday of the start counts. Weeks start on Monday.
 * - `monthlyRule` monthly only (domain.md rule 4): `day-of-month` clamps to the month's end, `weekday-position`
 *   keeps "second Friday", where the fifth means the last. Without it `day-of-month` counts.
 * - `endDate` inclusive, a date at the venue (rule 5).
 * - `excludeDates` local dates left out of the generated ones.
 * - `extraDates` local starts added to them; one that the rule generates too counts once.
 */
export const recurrencePatternSchema = z
  .object({
    frequency: z.enum(["daily", "weekly", "monthly"]),
    interval: z
      .int({ error: "Repeat every how many? Enter a whole number." })
      .min(1, { error: "Repeat at least every 1." })
      .max(recurrenceIntervalMax, { error: `Repeat at most every ${recurrenceIntervalMax}.` }),
    weekdays: z.array(z.enum(weekdays)).max(7).optional(),
    monthlyRule: z.enum(["day-of-month", "weekday-position"]).optional(),
    startLocal: localDateTimeSchema,
    durationMinutes: z
      .int({ error: "Enter the length in whole minutes." })
      .min(1, { error: "The end must be after the start." })
      .max(durationMinutesMax, { error: "One date can last 14 days at most." }),
    endDate: localDateSchema,
    timeZone: z.string().refine(isZone, { error: "Choose a time zone, such as Europe/Berlin." }),
    excludeDates: z.array(localDateSchema).max(recurrenceDatesMax).optional(),
    extraDates: z.array(localDateTimeSchema).max(recurrenceDatesMax).optional(),
  })
  .refine((pattern) => pattern.endDate >= pattern.startLocal.slice(0, 10), {
    error: "The last date is before the first. Move one of them.",
    path: ["endDate"],
  });

export type RecurrencePattern = z.infer<typeof recurrencePatternSchema>;
