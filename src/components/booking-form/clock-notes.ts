import type { RouterOutputs } from "@/trpc/client";
import { formatClock } from "@/values/format-time";

export type MeantDate = RouterOutputs["bookings"]["previewRecurrence"]["dates"][number];

/** What is special about a date, in a sentence: a clock change, a month without such a day, a date that is over. */
export function dateNotes(
  date: Pick<MeantDate, "localStart" | "startsAt" | "clockNote">,
  timeZone: string,
  now: string,
): string[] {
  const over = date.startsAt <= now ? ["This date is over."] : [];
  const note = clockNoteWords(date, timeZone);
  return note === null ? over : [...over, note];
}

export function clockNoteWords(
  { localStart, startsAt, clockNote }: Pick<MeantDate, "localStart" | "startsAt" | "clockNote">,
  timeZone: string,
): string | null {
  const wish = localStart.slice(11, 16);
  switch (clockNote) {
    case null:
      return null;
    case "gap":
      return `The clocks go forward and skip ${wish}: it starts at ${formatClock(startsAt, timeZone)}.`;
    case "overlap":
      return `The clocks go back and show ${wish} twice: the first one counts.`;
    case "clamped":
      return "This month is shorter: its last day counts.";
    default:
      return clockNote satisfies never;
  }
}
