import { formatDate } from "@/values/format-time";

export interface TimelineDay<Entry> {
  /** "Sat 31 Oct", on the clock of the zone; each day once. */
  readonly day: string;
  readonly entries: readonly Entry[];
}

/** Entries in their order, by the day in the zone on which each happened. */
export function timelineDays<Entry extends { readonly at: string }>(
  entries: readonly Entry[],
  timeZone: string,
  now: string,
): readonly TimelineDay<Entry>[] {
  const days: { day: string; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const day = formatDate(entry.at, timeZone, now);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}
