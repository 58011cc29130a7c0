import { zoneCity } from "@/values/format-time";

const clocks = new Map<string, Intl.DateTimeFormat>();

/**
 * `2026-11-23 12:00:00.113` on the chosen clock, from an ISO instant: sortable, exact and the same for every reader.
 * `venue` falls back to UTC for what belongs to no venue.
 */
export function logTime(at: string, zone = "utc", venueZone: string | null = null): string {
  const timeZone = zoneOf(zone, venueZone);
  if (timeZone === "UTC") return at.replace("T", " ").replace(/Z$/, "");
  const parts = Object.fromEntries(clockOf(timeZone).formatToParts(new Date(at)).map(namedPart));
  const { year, month, day, hour, minute, second, fractionalSecond } = parts;
  return `${year}-${month}-${day} ${hour}:${minute}:${second}.${fractionalSecond}`;
}

/** The clock of a time, in words: "UTC", "Berlin". */
export function clockName(zone: string, venueZone: string | null): string {
  return zoneCity(zoneOf(zone, venueZone));
}

function zoneOf(zone: string, venueZone: string | null): string {
  if (zone === "venue") return venueZone ?? "UTC";
  return zone === "utc" ? "UTC" : zone;
}

function namedPart({ type, value }: Intl.DateTimeFormatPart): [string, string] {
  return [type, value];
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    fractionalSecondDigits: 3,
  });
  clocks.set(timeZone, clock);
  return clock;
}

/** "27 Nov 2033" of `2033-11-27`, always with its year. */
export function dayWords(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
