import { type Instant, instantMs } from "./civil";

/**
 * Calendar days at a place, light enough for the browser. `venue-time.ts` knows more about clocks, with Temporal.
 */

const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar date at an instant in a zone, `YYYY-MM-DD`. Throws RangeError for an unknown zone. */
export function localDateIn(instant: Instant, timeZone: string): string {
  const parts = new Map(
    dayFormat(timeZone)
      .formatToParts(instantMs(instant))
      .map((part) => [part.type, part.value]),
  );
  const year = (parts.get("year") ?? "").padStart(4, "0");
  return `${year}-${parts.get("month")}-${parts.get("day")}`;
}

/**
 * The days of a half-open window on the clock of a zone, each `YYYY-MM-DD`, in order: two for an event over
 * midnight (domain.md rule 7), one for an event that ends at midnight. Days outside `first` to `last` are left out.
 */
export function localDaysOf(
  window: { readonly startsAt: string; readonly endsAt: string },
  timeZone: string,
  { first, last }: { readonly first: string; readonly last: string },
): string[] {
  const start = localDateIn(window.startsAt, timeZone);
  // The end itself is outside the window, so the last moment before it says the last day.
  const lastMoment = Math.max(instantMs(window.endsAt) - 1, instantMs(window.startsAt));
  const end = localDateIn(new Date(lastMoment), timeZone);
  const days: string[] = [];
  for (let day = start < first ? first : start; day <= end && day <= last; day = shiftDay(day, 1)) {
    days.push(day);
  }
  return days;
}

/** The date `days` days later, or earlier when negative. `date` is `YYYY-MM-DD`. */
export function shiftDay(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const created = new Intl.DateTimeFormat("en-US", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  formats.set(timeZone, created);
  return created;
}
