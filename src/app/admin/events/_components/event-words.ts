import type { EventsRange } from "./events-view";

/** What the clock of the venue did to a start (domain.md rules 2 and 4); null when it did nothing. */
export function clockChangeWords(note: string | null): string | null {
  switch (note) {
    case "gap":
      return "Moved forward by the clock change";
    case "overlap":
      return "First of two, by the clock change";
    case "clamped":
      return "Moved to the last day of the month";
    default:
      return null;
  }
}

export const rangeWords: Readonly<Record<EventsRange, string>> = {
  upcoming: "Upcoming",
  "7d": "Next 7 days",
  "14d": "Next 14 days",
  "30d": "Next 30 days",
  past: "Past, latest first",
  all: "All times",
};
