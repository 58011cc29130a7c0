import type { Schedule } from "@/modules/bookings/inputs";
import type { RouterOutputs } from "@/trpc/client";

type Booking = Pick<RouterOutputs["bookings"]["byId"], "dates" | "recurrence">;

/**
 * The schedule with some dates moved to the start that the agency proposes. A date of a series leaves the rule
 * and stands beside it from then on. Pure; dates without a proposal stay as they are.
 */
export function acceptedSchedule({ dates, recurrence }: Booking, dateIds: ReadonlySet<string>): Schedule {
  const moved = dates.flatMap((date) =>
    dateIds.has(date.dateId) && date.proposedLocalStart !== null
      ? [{ from: date.localStart, to: date.proposedLocalStart }]
      : [],
  );
  if (recurrence === null) {
    const target = new Map(moved.map(({ from, to }) => [from, to]));
    return {
      kind: "dates",
      dates: dates.map(({ localStart, startsAt, endsAt }) => ({
        localStart: target.get(localStart) ?? localStart,
        durationMinutes: Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000),
      })),
    };
  }
  const extra = new Set(recurrence.extraDates ?? []);
  const excluded = new Set(recurrence.excludeDates ?? []);
  for (const { from, to } of moved) {
    if (!extra.delete(from)) excluded.add(from.slice(0, 10));
    extra.add(to);
  }
  return {
    kind: "recurring",
    recurrence: { ...recurrence, excludeDates: [...excluded], extraDates: [...extra] },
  };
}
