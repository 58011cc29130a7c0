import { formatClock } from "@/values/format-time";
import { localDateIn } from "@/values/local-day";
import type { DayEntry } from "./calendar-items";

/** Where the events of one day stand on its clock. Minutes are those of the venue's wall clock. */

export const DAY_MINUTES = 1440;
/** Shorter ones would hold no text, and two of them in a row would lie on each other. */
const SHOWN_MINUTES_MIN = 45;
/** Hours that are always shown. */
const WORKING_HOURS = { first: 8, last: 20 } as const;

export interface DayBlock {
  readonly entry: DayEntry;
  readonly fromMinute: number;
  readonly toMinute: number;
  /** From the left, 0 first, of so many that share their time. */
  readonly column: number;
  readonly columns: number;
}

export interface DayLayout {
  readonly blocks: readonly DayBlock[];
  /** That found no room beside the others. */
  readonly hidden: number;
}

/** Puts events that share time beside one another, `columnsMax` at most; the entries are those of one day. */
export function layOutDay(entries: readonly DayEntry[], columnsMax: number): DayLayout {
  const spans = entries.map((entry) => ({ entry, ...minutesOn(entry) }));
  spans.sort((one, other) => one.fromMinute - other.fromMinute || other.toMinute - one.toMinute);
  const groups: (typeof spans)[] = [];
  let end = -1;
  for (const span of spans) {
    const group = groups.at(-1);
    if (group && span.fromMinute < end) group.push(span);
    else groups.push([span]);
    end = Math.max(end, span.toMinute);
  }
  const placed = groups.map((group) => placeGroup(group, columnsMax));
  const blocks = placed.flat();
  return { blocks, hidden: entries.length - blocks.length };
}

/** Each into the first column that is free again; those that need one more than there are stay out. */
function placeGroup(group: readonly Omit<DayBlock, "column" | "columns">[], columnsMax: number): DayBlock[] {
  const ends: number[] = [];
  const placed = group.flatMap((span) => {
    const free = ends.findIndex((end) => end <= span.fromMinute);
    const column = free < 0 ? ends.length : free;
    if (column >= columnsMax) return [];
    ends[column] = span.toMinute;
    return [{ ...span, column }];
  });
  return placed.map((span) => ({ ...span, columns: ends.length }));
}

/** The part of an event that lies on the day of the entry. */
function minutesOn({ event, date }: DayEntry): { readonly fromMinute: number; readonly toMinute: number } {
  const { startsAt, endsAt, timeZone } = event;
  const fromMinute = localDateIn(startsAt, timeZone) === date ? clockMinute(startsAt, timeZone) : 0;
  const end = localDateIn(endsAt, timeZone) === date ? clockMinute(endsAt, timeZone) : DAY_MINUTES;
  const toMinute = Math.min(Math.max(end, fromMinute + SHOWN_MINUTES_MIN), DAY_MINUTES);
  return { fromMinute: Math.min(fromMinute, DAY_MINUTES - SHOWN_MINUTES_MIN), toMinute };
}

function clockMinute(instant: string, timeZone: string): number {
  const [hours = 0, minutes = 0] = formatClock(instant, timeZone).split(":").map(Number);
  return hours * 60 + minutes;
}

/** The hours that hold everything: from `first` to before `last`, the working day at least. */
export function shownHours(layouts: readonly DayLayout[]): { readonly first: number; readonly last: number } {
  const blocks = layouts.flatMap((layout) => layout.blocks);
  const from = blocks.map(({ fromMinute }) => Math.floor(fromMinute / 60));
  const to = blocks.map(({ toMinute }) => Math.ceil(toMinute / 60));
  return {
    first: Math.min(WORKING_HOURS.first, ...from),
    last: Math.max(WORKING_HOURS.last, ...to),
  };
}
