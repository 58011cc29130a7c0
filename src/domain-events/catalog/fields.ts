import * as z from "zod";

/** A booking has at most this many dates, so no list of dates or event instances is longer. */
export const BOOKING_DATES_MAX = 366;

const LIST_MAX = 500;

/** The id of any record; `system` and the removal marker are ids as well. */
export const id = z.string().min(1).max(128).meta({ title: "id" });

/** Ids of the event instances of one booking, or fewer. */
export const eventIds = z.array(id).max(BOOKING_DATES_MAX);

/** Names, roles, titles: one line. */
export const label = z.string().max(300);

/** Reasons, notes, descriptions: several lines. */
export const text = z.string().max(8000);

const INSTANT_WITH_SECONDS = /T\d{2}:\d{2}:\d{2}/;
const NUMERIC_OFFSET = /[+-]\d{2}:\d{2}$/;

/** `...At` fields: an ISO 8601 instant in UTC, written with `Z`. */
export const instant = z.iso.datetime().max(40).regex(INSTANT_WITH_SECONDS);

/** A planned or actual moment that need not be in UTC: ISO 8601 with `Z` or an offset. */
export const moment = z.iso.datetime({ offset: true }).max(40).regex(INSTANT_WITH_SECONDS);

/**
 * The start of an event with the venue's numeric offset and whole seconds: `2026-12-05T10:00:00-05:00`.
 * `Z` is refused because it hides that the venue's offset was lost (event catalogue, envelope).
 */
export const eventDate = z.iso.datetime({ offset: true, precision: 0 }).regex(NUMERIC_OFFSET);

/** The event dates of one booking. */
export const eventDates = z.array(eventDate).max(BOOKING_DATES_MAX);

/** A calendar day at the venue, or a moment: the last day of a recurrence. */
export const dayOrMoment = z.union([z.iso.date(), moment]);

/** A whole number of things, zero or more. */
export const count = z.int().min(0).max(1_000_000_000);

/** Hours of work or notice; fractions are allowed. */
export const hours = z.number().min(0).max(10_000);

/** Addresses of photos kept by this server; an address on another host is refused. */
export const photoUrls = z.array(z.string().regex(/^\/photos\/[A-Za-z0-9_-]{1,128}$/)).max(100);

/** A list of record ids. */
export const ids = z.array(id).max(LIST_MAX);

/** A list of one-line names. */
export const labels = z.array(label).max(LIST_MAX);

/** A bounded list of objects. */
export function listOf<S extends z.ZodType>(element: S): z.ZodArray<S> {
  return z.array(element).max(LIST_MAX);
}

/** Measured outcomes by name, at most 200 of them. */
export const metrics = z
  .record(z.string().min(1).max(100), z.number())
  .refine((record) => Object.keys(record).length <= 200, "At most 200 metrics.");

/** Degrees and metres, as a device or the venue's geofence gives them. */
export const position = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  accuracy: z.number().min(0).max(100_000_000),
});

/** A venue with its address, as it was when the fact was recorded. */
export const addressedLocation = z.strictObject({ id, name: label, address: z.string().max(1000) });

/** The condition of a kit or component that is usable. */
export const usableCondition = z.enum(["excellent", "good", "fair", "poor"]);

/** The condition of a kit after use. */
export const anyCondition = z.enum(["excellent", "good", "fair", "poor", "damaged"]);

/** How far an activity, kit or location issue reaches. */
export const impactLevel = z.enum(["minor", "moderate", "major"]);
