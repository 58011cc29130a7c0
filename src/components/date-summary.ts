import type { RouterOutputs } from "@/trpc/client";
import { counted } from "@/values/count-words";

type DateView = RouterOutputs["bookings"]["byId"]["dates"][number];

const WORDS = [
  ["approved", "approved"],
  ["undecided", "undecided"],
  ["proposed", "other time proposed"],
  ["declined", "declined"],
] as const satisfies readonly (readonly [DateView["status"], string])[];

/** "12 dates: 9 approved, 3 undecided". */
export function dateSummary(dates: readonly Pick<DateView, "status">[]): string {
  const total = counted(dates.length, "date");
  const parts = WORDS.flatMap(([status, word]) => {
    const count = dates.filter((date) => date.status === status).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  return parts.length === 0 ? total : `${total}: ${parts.join(", ")}`;
}
