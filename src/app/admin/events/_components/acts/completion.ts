import type { EventRecord } from "@/app/admin/events/_components/event-facts";
import { instantOfLocal, localDateTimeIn } from "@/values/local-instant";
import type { CompleteFields } from "./complete-schema";

/** What a form of completion begins with, on the venue's clock: the recorded start, and now as the end. */
export function completionDefaults(
  event: Pick<EventRecord, "actualStart" | "startsAt" | "timeZone">,
  now: string,
) {
  const start = localDateTimeIn(event.actualStart ?? event.startsAt, event.timeZone);
  const end = localDateTimeIn(now, event.timeZone);
  return {
    startDay: start.slice(0, 10),
    startTime: start.slice(11),
    endDay: end.slice(0, 10),
    endTime: end.slice(11),
    figures: [],
    notes: "",
  };
}

type Moments = Pick<CompleteFields, "startDay" | "startTime" | "endDay" | "endTime">;

/** Times that were left as they were offered are not said: the server knows them to the second. */
export function toOutcome(fields: CompleteFields, offered: Moments, timeZone: string) {
  const { startDay, startTime, endDay, endTime, met, figures, notes } = fields;
  const hasStart = startDay !== offered.startDay || startTime !== offered.startTime;
  const hasEnd = endDay !== offered.endDay || endTime !== offered.endTime;
  return {
    ...(hasStart && { actualStartTime: instantOfLocal(`${startDay}T${startTime}`, timeZone) }),
    ...(hasEnd && { actualEndTime: instantOfLocal(`${endDay}T${endTime}`, timeZone) }),
    outcomes: {
      metExpectations: met === "yes",
      metrics: Object.fromEntries(figures.map(({ name, value }) => [name, value])),
      notes,
    },
  };
}
