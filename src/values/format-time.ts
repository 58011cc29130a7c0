import { type Instant, instantMs } from "./civil";
import type { TimeWindow } from "./time-window";

/**
 * Times as people read them (ux.md "Wording", U-28, U-31). Browser and server print the same text: the parts
 * come from `Intl`, their order from here, so that two ICU versions do not disagree about a comma.
 */

interface ClockParts {
  weekday: string;
  day: string;
  month: string;
  year: string;
  time: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The city of a zone, for people: `America/Argentina/Buenos_Aires` is Buenos Aires, `Etc/UTC` is UTC. */
export function zoneCity(timeZone: string): string {
  if (/^(Etc\/)?(UTC|GMT|UCT|Universal|Zulu|Greenwich)$/i.test(timeZone)) return "UTC";
  const fixed = /^Etc\/GMT([+-])(\d{1,2})$/.exec(timeZone);
  // Zone names of this family count the other way round: `Etc/GMT+5` is five hours behind UTC.
  if (fixed) return fixed[2] === "0" ? "UTC" : `UTC${fixed[1] === "+" ? "-" : "+"}${fixed[2]}`;
  return (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
}

/** "Berlin time"; for UTC and fixed offsets only the name. */
export function zoneLabel(timeZone: string): string {
  const city = zoneCity(timeZone);
  return city.startsWith("UTC") ? city : `${city} time`;
}

/** "10:00", 24 hours, on the clock of the zone. */
export function formatClock(instant: Instant, timeZone: string): string {
  return clockParts(instant, timeZone).time;
}

/** "Tue 14 Oct"; with the year only when it is not the year of `now` in that zone. */
export function formatDate(instant: Instant, timeZone: string, now: Instant): string {
  const { weekday, day, month, year } = clockParts(instant, timeZone);
  const date = `${weekday} ${day} ${month}`;
  return year === clockParts(now, timeZone).year ? date : `${date} ${year}`;
}

/** "Tue 14 Oct 10:00, Berlin time". */
export function formatMoment(instant: Instant, timeZone: string, now: Instant): string {
  return `${formatDate(instant, timeZone, now)} ${formatClock(instant, timeZone)}, ${zoneLabel(timeZone)}`;
}

/** "Tue 14 Oct 10:00–14:00, Berlin time"; over midnight "Tue 14 Oct 22:00 – Wed 15 Oct 06:00, Berlin time". */
export function formatWindow(window: TimeWindow, timeZone: string, now: Instant): string {
  return `${formatWindowBare(window, timeZone, now)}, ${zoneLabel(timeZone)}`;
}

/** The same without the zone, where it is said once for several. */
export function formatWindowBare({ startsAt, endsAt }: TimeWindow, timeZone: string, now: Instant): string {
  const start = `${formatDate(startsAt, timeZone, now)} ${formatClock(startsAt, timeZone)}`;
  if (localDay(startsAt, timeZone) === localDay(endsAt, timeZone)) {
    return `${start}–${formatClock(endsAt, timeZone)}`;
  }
  return `${start} – ${formatDate(endsAt, timeZone, now)} ${formatClock(endsAt, timeZone)}`;
}

/**
 * The same window on the viewer's clock, for secondary text: "09:00–13:00, Lisbon time", with the date where it
 * is another. Null when both clocks show the same.
 */
export function otherZoneHint(
  window: TimeWindow,
  zones: { venue: string; viewer: string },
  now: Instant,
): string | null {
  const { venue, viewer } = zones;
  const moments = [window.startsAt, window.endsAt];
  const sameClock = moments.every(
    (moment) =>
      localDay(moment, venue) === localDay(moment, viewer) &&
      formatClock(moment, venue) === formatClock(moment, viewer),
  );
  if (sameClock) return null;
  const isSameDay = moments.every((moment) => localDay(moment, viewer) === localDay(window.startsAt, venue));
  if (!isSameDay) return formatWindow(window, viewer, now);
  const [start, end] = [formatClock(window.startsAt, viewer), formatClock(window.endsAt, viewer)];
  return `${start}–${end}, ${zoneLabel(viewer)}`;
}

const units = [
  { unit: "day", ms: 86_400_000 },
  { unit: "hour", ms: 3_600_000 },
  { unit: "minute", ms: 60_000 },
] as const;

/** How long it has been, in the largest whole unit: "2 days", "48 minutes". Under a minute, or ahead, "1 minute". */
export function formatSpan(from: Instant, to: Instant): string {
  const { count, unit } = largestUnit(Math.max(0, instantMs(to) - instantMs(from)));
  return new Intl.NumberFormat("en", { style: "unit", unit, unitDisplay: "long" }).format(count);
}

/** "in 2 days", "48 minutes ago", "just now". Always shown with the absolute time (U-31). */
export function formatRelative(instant: Instant, now: Instant): string {
  const difference = instantMs(instant) - instantMs(now);
  if (Math.abs(difference) < 60_000) return "just now";
  const { count, unit } = largestUnit(Math.abs(difference));
  const relative = new Intl.RelativeTimeFormat("en", { numeric: "always" });
  return relative.format(difference < 0 ? -count : count, unit);
}

/** "1 h 30 min", "4 h", "45 min", from whole minutes. */
export function formatDuration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes - hours * 60);
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

function largestUnit(spanMs: number): { count: number; unit: "day" | "hour" | "minute" } {
  const found = units.find(({ ms }) => spanMs >= ms);
  return found ? { count: Math.floor(spanMs / found.ms), unit: found.unit } : { count: 1, unit: "minute" };
}

function localDay(instant: Instant, timeZone: string): string {
  const { year, month, day } = clockParts(instant, timeZone);
  return `${year} ${month} ${day}`;
}

function clockParts(instant: Instant, timeZone: string): ClockParts {
  const parts = new Map(
    zoneFormat(timeZone)
      .formatToParts(instantMs(instant))
      .map((part) => [part.type, part.value]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? "";
  return {
    weekday: read("weekday"),
    day: read("day"),
    month: read("month"),
    year: read("year"),
    time: `${read("hour")}:${read("minute")}`,
  };
}

/** Building a format costs a hundred times as much as using it, so one per zone is kept. */
function zoneFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const created = new Intl.DateTimeFormat("en-US", {
    timeZone,
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  formats.set(timeZone, created);
  return created;
}
