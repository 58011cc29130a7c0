import { formatDate, formatClock, formatMoment, zoneLabel } from "@/values/format-time";
import type { EventType, PayloadOf } from "./catalog";

/** The status tones of the look; the same six as `components/ui/tone.ts`. */
export type DescriptionTone = "neutral" | "pending" | "active" | "good" | "caution" | "problem";

/** lucide names; the screens have one icon for each. */
export type DescriptionIcon =
  | "alarm-clock"
  | "arrow-left-right"
  | "badge-check"
  | "ban"
  | "bookmark"
  | "calendar-clock"
  | "calendar-plus"
  | "calendar-x"
  | "check"
  | "circle-alert"
  | "circle-check"
  | "circle-dashed"
  | "circle-help"
  | "circle-pause"
  | "circle-play"
  | "circle-x"
  | "clipboard-list"
  | "clock"
  | "eye"
  | "file-pen"
  | "flag"
  | "inbox"
  | "log-out"
  | "map-pin-check"
  | "map-pin-off"
  | "octagon-alert"
  | "octagon-pause"
  | "package"
  | "package-check"
  | "package-minus"
  | "package-open"
  | "package-x"
  | "pencil"
  | "archive"
  | "archive-restore"
  | "plus"
  | "radio"
  | "reply"
  | "rotate-ccw"
  | "rotate-cw"
  | "scan-line"
  | "send"
  | "shield-alert"
  | "skip-forward"
  | "timer-off"
  | "undo-2"
  | "user-check"
  | "user-minus"
  | "user-plus"
  | "user-x";

/**
 * Who may read a detail (security.md 4.2): the desk reads all of them, `team` adds the event's manager,
 * `client` adds the booking's client instead, `all` adds both.
 */
export type DetailReaders = "desk" | "team" | "client" | "all";

export interface Detail {
  readonly label: string;
  readonly text: string;
  readonly readers: DetailReaders;
}

/** A fact in plain words. */
export interface Description {
  /** What was done, to follow the actor's name: "approved 10 of 12 dates". */
  readonly title: string;
  /** Never a position, pay, a contact, access notes, conduct or free text about a person. */
  readonly details: readonly Detail[];
  readonly tone: DescriptionTone;
  readonly icon: DescriptionIcon;
}

/** What a payload cannot say: names by record id, and the clock that its times are read on. */
export interface DescribeContext {
  /** People, venues, kits and templates by name; bookings and events by number. */
  readonly names: ReadonlyMap<string, string>;
  /** The venue's IANA zone. */
  readonly timeZone: string;
  /** ISO 8601; years are written only where they differ from this one's. */
  readonly now: string;
}

/** What the texts of one fact are made with. */
export interface Telling extends DescribeContext {
  /** The person behind the fact, or `system`. */
  readonly actorId: string | undefined;
  /** The fact restates an earlier one of its type. */
  readonly isCorrected: boolean;
}

/** One text per type of a category. */
export type Describers<T extends EventType> = {
  readonly [K in T]: (payload: PayloadOf<K>, telling: Telling) => Description;
};

/** The record's name, or the words for one that has none (any more). */
export function named({ names }: Telling, id: string, otherwise: string): string {
  return names.get(id) ?? otherwise;
}

export function someone(telling: Telling, id: string): string {
  return id === "system" ? "Muster" : named(telling, id, "a former team member");
}

/** "Sat 31 Oct 10:00" on the venue's clock. */
export function bareMoment({ timeZone, now }: Telling, at: string): string {
  return `${formatDate(at, timeZone, now)} ${formatClock(at, timeZone)}`;
}

/** "Sat 31 Oct 10:00, New York time". */
export function fullMoment({ timeZone, now }: Telling, at: string): string {
  return formatMoment(at, timeZone, now);
}

/** Days without a clock are days at the venue. */
export function dayOrMomentText(telling: Telling, at: string): string {
  return at.includes("T") ? fullMoment(telling, at) : formatDate(`${at}T12:00:00Z`, "UTC", telling.now);
}

const LISTED_MAX = 6;

/** "a, b and c"; from the seventh on only their number. */
export function listed(items: readonly string[]): string {
  const shown = items.length > LISTED_MAX ? items.slice(0, LISTED_MAX) : items;
  const rest = items.length - shown.length;
  const parts = rest > 0 ? [...shown, `${rest} more`] : shown;
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}

/** Several dates with the zone named once. */
export function dateList(telling: Telling, dates: readonly string[]): string {
  return `${listed(dates.map((date) => bareMoment(telling, date)))}, ${zoneLabel(telling.timeZone)}`;
}

/** "1 date", "12 dates". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Fields of a booking whose names in payloads are not the words of the screens. */
const FIELD_WORDS: ReadonlyMap<string, string> = new Map([
  ["locationIds", "venue"],
  ["eventDates", "dates"],
  ["plan", "activities"],
  ["lines", "tasks"],
  ["activityType", "kind of activity"],
]);

/** `eventDates` as people say it: "dates". */
export function fieldWords(field: string): string {
  return (FIELD_WORDS.get(field) ?? field)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/\.(\d+)/g, (_, index: string) => ` ${Number(index) + 1}`)
    .replaceAll(/[._-]+/g, " ")
    .toLowerCase();
}

const LOCAL_MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** A suggested value in words: a wall clock of the venue as a day and time, an id as the record's name. */
export function suggestionWords(telling: Telling, value: string): string {
  if (!LOCAL_MOMENT.test(value)) return telling.names.get(value) ?? value;
  const asIfUtc = `${value}:00Z`;
  return `${formatDate(asIfUtc, "UTC", telling.now)} ${formatClock(asIfUtc, "UTC")}`;
}

/** A detail, or none for a text that is missing or empty. */
export function detail(label: string, text: string | undefined, readers: DetailReaders): readonly Detail[] {
  return text === undefined || text.trim() === "" ? [] : [{ label, text, readers }];
}

/** Shorthand for the four parts of a description. */
export function told(
  icon: DescriptionIcon,
  tone: DescriptionTone,
  title: string,
  ...details: readonly (readonly Detail[])[]
): Description {
  return { title, details: details.flat(), tone, icon };
}
