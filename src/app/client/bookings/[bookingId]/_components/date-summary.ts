import type { RouterOutputs } from "@/trpc/client";

type Dates = RouterOutputs["bookings"]["byId"]["dates"];

const WORDS = [
  ["approved", "approved"],
  ["undecided", "undecided"],
  ["proposed", "other time proposed"],
  ["declined", "declined"],
] as const;

/** "10 approved · 1 declined"; for one date, or none, the list itself says enough. */
export function dateSummary(dates: readonly Pick<Dates[number], "status">[]): string {
  if (dates.length < 2) return "";
  return WORDS.flatMap(([status, words]) => {
    const count = dates.filter((date) => date.status === status).length;
    return count === 0 ? [] : [`${count} ${words}`];
  }).join(" · ");
}
