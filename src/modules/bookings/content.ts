import { expandRecurrence } from "@/values/recurrence";
import { addMinutes, resolveLocalTime } from "@/values/venue-time";
import type { Activity, Contact, Plan, Recurrence, Schedule } from "./inputs";

/** What a client asks for: everything a decision reviews. Pure; instants are computed in the venue's zone. */

export type ClockNote = "gap" | "overlap" | "clamped";

/** One requested date, before anything was decided about it. */
export interface RequestedDate {
  /** The wish on the venue's clock, `YYYY-MM-DDTHH:mm`. */
  readonly localStart: string;
  /** ISO 8601 UTC. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly clockNote: ClockNote | null;
}

export interface BookingContent {
  readonly title: string;
  /** The first is where people meet; the others are occupied too. */
  readonly locationIds: readonly string[];
  readonly timeZone: string;
  readonly dates: readonly RequestedDate[];
  readonly recurrence: Recurrence | null;
  /** RFC 5545 text of the recurrence. */
  readonly rrule: string | null;
  readonly plan: Plan;
  readonly contact: Contact | null;
  readonly notes: string;
}

/** The dates a schedule means at a venue, by start, each start once (domain.md rules 2 and 5). */
export function resolveSchedule(
  schedule: Schedule,
  timeZone: string,
): { dates: readonly RequestedDate[]; rrule: string | null; truncated: boolean } {
  if (schedule.kind === "recurring") {
    const series = expandRecurrence({ ...schedule.recurrence, timeZone });
    return {
      dates: series.dates.map(({ localStart, startsAt, endsAt, note }) => ({
        localStart,
        startsAt,
        endsAt,
        clockNote: note,
      })),
      rrule: series.rrule,
      truncated: series.truncated,
    };
  }
  const byStart = new Map<string, RequestedDate>();
  for (const { localStart, durationMinutes } of schedule.dates) {
    const { instant, note } = resolveLocalTime(localStart, timeZone);
    if (byStart.has(instant)) continue;
    byStart.set(instant, {
      localStart,
      startsAt: instant,
      endsAt: addMinutes(instant, durationMinutes),
      clockNote: note,
    });
  }
  const dates = [...byStart.values()].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  return { dates, rrule: null, truncated: false };
}

export const contentFields = ["title", "locationIds", "eventDates", "plan", "contact", "notes"] as const;
export type ContentField = (typeof contentFields)[number];

/** The fields in which two contents differ, under the names that `BOOKING_UPDATED.changedFields` uses. */
export function changedFields(before: BookingContent, after: BookingContent): ContentField[] {
  return contentFields.filter((field) => !same(valueOf(before, field), valueOf(after, field)));
}

function valueOf(content: BookingContent, field: ContentField): unknown {
  return field === "eventDates" ? content.dates.map(dateKey) : content[field];
}

/** Equal as JSON whatever the order of the keys: `jsonb` hands them back in an order of its own. */
function same(a: unknown, b: unknown): boolean {
  return sortedJson(a) === sortedJson(b);
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** A date is the same one when start and end are; anything else is another date. */
export function dateKey(date: Pick<RequestedDate, "startsAt" | "endsAt">): string {
  return `${date.startsAt}/${date.endsAt}`;
}

/**
 * What an edit asks to be decided again (domain.md rule 11): `everything` when venue or plan grew or moved,
 * `new-dates` when only dates were added or moved, `nothing` when it shrank or is a matter of words.
 */
export type Materiality = "everything" | "new-dates" | "nothing";

export function materiality(before: BookingContent, after: BookingContent): Materiality {
  if (grewVenue(before.locationIds, after.locationIds) || grewPlan(before.plan, after.plan)) {
    return "everything";
  }
  return addsDates(before, after) ? "new-dates" : "nothing";
}

/** A date that was not there before, or a moved one. */
export function addsDates(before: BookingContent, after: BookingContent): boolean {
  const known = new Set(before.dates.map(dateKey));
  return after.dates.some((date) => !known.has(dateKey(date)));
}

function grewVenue(before: readonly string[], after: readonly string[]): boolean {
  return before[0] !== after[0] || after.some((id) => !before.includes(id));
}

/**
 * More people, more kits, longer or other activities. Fewer of them, another order and other words are no growth:
 * nothing grew when each activity fits into one of its own among those before (augmenting paths; 20 at most).
 */
function grewPlan(before: Plan, after: Plan): boolean {
  const holders = new Map<number, number>();
  const place = (index: number, tried: Set<number>): boolean =>
    before.activities.some((old, at) => {
      const wish = after.activities[index];
      if (!wish || tried.has(at) || old.type !== wish.type || grewActivity(old, wish)) return false;
      tried.add(at);
      const holder = holders.get(at);
      if (holder !== undefined && !place(holder, tried)) return false;
      holders.set(at, index);
      return true;
    });
  return after.activities.some((_, index) => !place(index, new Set()));
}

function grewActivity(before: Activity, after: Activity): boolean {
  const headcount = new Map<string, number>(before.roles.map((item) => [item.role, item.headcount]));
  const quantity = new Map<string, number>(before.kits.map((item) => [item.kitTemplateId, item.quantity]));
  return (
    after.durationMinutes > before.durationMinutes ||
    after.roles.some((item) => item.headcount > (headcount.get(item.role) ?? 0)) ||
    after.kits.some((item) => item.quantity > (quantity.get(item.kitTemplateId) ?? 0))
  );
}

/** One difference as a reviewer reads it; values are plain JSON, turned into words by the screen. */
export interface ContentDifference {
  readonly field: ContentField;
  readonly before: unknown;
  readonly after: unknown;
}

/** What changed between the version somebody reviewed and the present one. */
export function differences(before: BookingContent, after: BookingContent): ContentDifference[] {
  return changedFields(before, after).map((field) => ({
    field,
    before: field === "eventDates" ? before.dates : before[field],
    after: field === "eventDates" ? after.dates : after[field],
  }));
}
