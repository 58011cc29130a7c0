import type { DaySpan } from "@/app/admin/calendar/_components/calendar-view";
import type { RouterOutputs } from "@/trpc/client";
import { counted } from "@/values/count-words";
import { formatClock } from "@/values/format-time";
import { localDateIn, localDaysOf } from "@/values/local-day";

/** Where shifts stand on the days and hours of their venues. */

export type Board = RouterOutputs["staffing"]["board"];
export type BoardPerson = Board["people"][number];
export type BoardShift = BoardPerson["shifts"][number];
export type OpenEvent = Board["open"][number];
export type OpenSlot = OpenEvent["slots"][number];

interface Timed {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
}

/** By day of their venue, one over midnight on both (domain.md rule 7). */
export function byDay<Thing extends Timed>(
  things: readonly Thing[],
  span: DaySpan,
): ReadonlyMap<string, readonly Thing[]> {
  const days = new Map<string, Thing[]>();
  for (const thing of things) {
    for (const day of localDaysOf(thing, thing.timeZone, span)) {
      days.set(day, [...(days.get(day) ?? []), thing]);
    }
  }
  return days;
}

/** "10:00–14:00", "from 22:00" on the first of two days, "to 06:00" on the last, "all day" between. */
export function clockOn(date: string, { startsAt, endsAt, timeZone }: Timed): string {
  const [start, end] = [formatClock(startsAt, timeZone), formatClock(endsAt, timeZone)];
  const begins = localDateIn(startsAt, timeZone) === date;
  const ends = localDateIn(new Date(Date.parse(endsAt) - 1), timeZone) === date;
  if (begins && ends) return `${start}–${end}`;
  if (begins) return `from ${start}`;
  return ends ? `to ${end}` : "all day";
}

/** Columns of a day, half an hour each. */
export const HALF_HOURS = 48;

/** Grid lines on the day's clock, from 1; each is two columns wide at least, so that it can be read. */
export function columnsOn(date: string, { startsAt, endsAt, timeZone }: Timed): { from: number; to: number } {
  const from = localDateIn(startsAt, timeZone) === date ? halfHour(startsAt, timeZone, Math.floor) : 0;
  const ends = localDateIn(new Date(Date.parse(endsAt) - 1), timeZone) === date;
  const clock = ends ? halfHour(endsAt, timeZone, Math.ceil) : HALF_HOURS;
  // Midnight is the end of the day that it closes.
  const to = Math.max(clock === 0 ? HALF_HOURS : clock, from + 2);
  return to > HALF_HOURS ? { from: HALF_HOURS - 1, to: HALF_HOURS + 1 } : { from: from + 1, to: to + 1 };
}

function halfHour(instant: string, timeZone: string, round: (value: number) => number): number {
  const [hours = 0, minutes = 0] = formatClock(instant, timeZone).split(":").map(Number);
  return round((hours * 60 + minutes) / 30);
}

export interface OpenRole {
  readonly role: string;
  /** The first that nobody is asked for stands first. */
  readonly slots: readonly OpenSlot[];
}

/** The open places of an event by role. */
export function rolesOf({ slots }: Pick<OpenEvent, "slots">): readonly OpenRole[] {
  const roles = new Map<string, OpenSlot[]>();
  for (const slot of slots) roles.set(slot.role, [...(roles.get(slot.role) ?? []), slot]);
  return [...roles].map(([role, own]) => ({ role, slots: [...own].sort(byAsked) }));
}

function byAsked(one: OpenSlot, other: OpenSlot): number {
  return one.offered + one.planned - (other.offered + other.planned) || one.seat - other.seat;
}

/** "2 open, 1 offered". */
export function openWords({ slots }: Pick<OpenRole, "slots">): string {
  const offered = slots.filter((slot) => slot.offered > 0).length;
  const planned = slots.filter((slot) => slot.offered === 0 && slot.planned > 0).length;
  return [
    `${slots.length} open`,
    ...(offered > 0 ? [`${offered} offered`] : []),
    ...(planned > 0 ? [`${planned} planned`] : []),
  ].join(", ");
}

/** "12 open shifts at 5 events". */
export function openSummary(open: readonly OpenEvent[], hasMore: boolean): string {
  const shifts = open.reduce((sum, { slots }) => sum + slots.length, 0);
  if (shifts === 0) return "No open shifts";
  return `${hasMore ? "More than " : ""}${counted(shifts, "open shift")} at ${counted(open.length, "event")}`;
}
