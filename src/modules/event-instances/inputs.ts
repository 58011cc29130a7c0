import * as z from "zod";
import { instantMs } from "@/values/civil";
import { idSchema } from "@/values/ids";
import { isKeepable } from "@/values/keepable-text";
import { instantSchema as moment } from "@/values/usable-instant";

/** What a caller may say about event instances. Never who did it, or when: the server sets those. */

/** A booking has at most this many dates, so no command names more events. */
const EVENTS_MAX = 366;
const CALENDAR_DAYS_MAX = 62;
const DAY_MS = 86_400_000;

export const eventInstanceStatuses = [
  "scheduled",
  "assigned",
  "preparing",
  "ready",
  "in_progress",
  "completed",
  "cancelled",
] as const;
export type EventInstanceStatus = (typeof eventInstanceStatuses)[number];

const reason = z.string().trim().min(1).max(4000);

/** Starts of dates that were approved, with the venue's offset: `BOOKING_APPROVED.eventDates`. */
export const generateInput = z.strictObject({
  bookingId: idSchema,
  eventDates: z.array(moment).max(EVENTS_MAX),
});

export const settleInput = z.strictObject({
  bookingId: idSchema,
  /** Why an event whose date is undecided again is put on hold. */
  reason,
});

export const cancelForBookingInput = z.strictObject({
  bookingId: idSchema,
  /** `BOOKING_CANCELLED.affectedEventIds`; an event that is running is cancelled only when it is among them. */
  eventIds: z.array(idSchema).max(EVENTS_MAX),
  reason,
});

export const listEventsInput = z.strictObject({
  /** Events that share a moment with this half-open range of instants. */
  from: moment.optional(),
  to: moment.optional(),
  status: z.array(z.enum(eventInstanceStatuses)).max(eventInstanceStatuses.length).optional(),
  onHold: z.boolean().optional(),
  clientId: idSchema.optional(),
  locationId: idSchema.optional(),
  bookingId: idSchema.optional(),
  /** A number ("EV-221" or "BK-1042"), or words of the title, the client or the venue. */
  q: z
    .string()
    .trim()
    .max(100, { error: "Search for 100 characters at most." })
    .refine(isKeepable, { error: "The search holds a character that cannot be kept." })
    .optional(),
  /** By start; what is over is read from the latest back. */
  order: z.enum(["earliest", "latest"]).default("earliest"),
  cursor: z.string().max(100).optional(),
  limit: z.int().min(1).max(100).default(50),
});
export type ListEventsInput = z.infer<typeof listEventsInput>;

/** A month with the days around it, as a half-open range of instants. */
export const calendarInput = z
  .strictObject({
    from: moment,
    to: moment,
    clientId: idSchema.optional(),
    locationId: idSchema.optional(),
    /** So many of those that start on one day of their venue; all when not said. */
    perDayMax: z.int().min(1).max(50).optional(),
  })
  .refine(({ from, to }) => spanMs(from, to) > 0 && spanMs(from, to) <= CALENDAR_DAYS_MAX * DAY_MS, {
    error: `Show ${CALENDAR_DAYS_MAX} days at most.`,
    path: ["to"],
  });
export type CalendarInput = z.infer<typeof calendarInput>;

const MY_DAYS_MAX = 366;

/** The reader's own unfinished events that start within so many days. */
export const myEventsInput = z.strictObject({ days: z.int().min(1).max(MY_DAYS_MAX).default(14) });
export type MyEventsInput = z.infer<typeof myEventsInput>;

export const eventByIdInput = z.strictObject({ eventId: idSchema });

function spanMs(from: string, to: string): number {
  return instantMs(to) - instantMs(from);
}
