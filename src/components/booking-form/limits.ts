/**
 * How much of everything the form offers, as the command's schemas allow. Their own numbers come along with zod,
 * which the first load of a page cannot carry; the test beside this holds the two together.
 */
export const venuesMax = 30;
export const activitiesMax = 20;
export const recurrenceDatesMax = 366;
export const recurrenceIntervalMax = 52;

/** RFC 5545 names, Monday first. */
export const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
