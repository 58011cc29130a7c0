import type { EventRecord } from "@/app/admin/events/_components/event-facts";
import { formatClock } from "@/values/format-time";
import { localDateIn } from "@/values/local-day";
import type { CompleteFields, OutcomeFields } from "./complete-schema";

/** How it went. */
export const MET = [
  { value: "yes", label: "It met the expectations" },
  { value: "no", label: "It did not" },
] as const;

/** What a form of completion begins with, on the venue's clock: the recorded start, and now as the end. */
export function completionDefaults(
  event: Pick<EventRecord, "actualStart" | "startsAt" | "timeZone">,
  now: string,
) {
  const { timeZone, actualStart, startsAt } = event;
  const start = actualStart ?? startsAt;
  return {
    startDay: localDateIn(start, timeZone),
    startTime: formatClock(start, timeZone),
    endDay: localDateIn(now, timeZone),
    endTime: formatClock(now, timeZone),
    figures: [],
    notes: "",
  };
}

type Moments = Pick<CompleteFields, "startDay" | "startTime" | "endDay" | "endTime">;

/**
 * Times that were left as they were offered are not said: the server knows them to the second. Changed ones are said
 * as the venue's clock shows them.
 */
export function toOutcome(fields: CompleteFields, offered: Moments) {
  const { startDay, startTime, endDay, endTime, met, figures, notes } = fields;
  const hasStart = startDay !== offered.startDay || startTime !== offered.startTime;
  const hasEnd = endDay !== offered.endDay || endTime !== offered.endTime;
  return {
    ...(hasStart && { actualStartTime: `${startDay}T${startTime}` }),
    ...(hasEnd && { actualEndTime: `${endDay}T${endTime}` }),
    outcomes: toOutcomes({ met, figures, notes }),
  };
}

/** The outcome as the fact spells it. */
export function toOutcomes({ met, figures, notes }: OutcomeFields) {
  const metrics = Object.fromEntries(figures.map(({ name, value }) => [name, value]));
  return { metExpectations: met === "yes", metrics, notes };
}
