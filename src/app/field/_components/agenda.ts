import { localDateIn } from "@/values/local-day";
import { windowsOverlap } from "@/values/time-window";
import type { MyEvent } from "./event-record";

export interface Timed {
  readonly id: string;
  readonly status: MyEvent["status"];
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
}

/** A day in the field: what comes next, what else is today, and what was never brought to its end. */
export interface Agenda<Event> {
  readonly next: Event | null;
  readonly laterToday: readonly Event[];
  readonly unfinished: readonly Event[];
}

/** So long after its planned end a running event still comes before the next one. */
const WRAP_UP_MS = 2 * 3_600_000;

/** Sorts unfinished events, by start, into a day. "Today" is the day at each venue (domain.md rule 1). */
export function agendaOf<Event extends Timed>(events: readonly Event[], now: string): Agenda<Event> {
  const nowMs = Date.parse(now);
  const isRunning = (event: Event) => event.status === "in_progress";
  const isAhead = (event: Event) => Date.parse(event.endsAt) + (isRunning(event) ? WRAP_UP_MS : 0) > nowMs;
  const ahead = events.filter(isAhead);
  const behind = events.filter((event) => !isAhead(event));
  const next = ahead.find(isRunning) ?? ahead[0] ?? behind.at(-1) ?? null;
  const others = (list: readonly Event[]) => list.filter((event) => event !== next);
  return {
    next,
    laterToday: others(ahead).filter((event) => touchesToday(event, now)),
    unfinished: others(behind),
  };
}

function touchesToday({ startsAt, endsAt, timeZone }: Timed, now: string): boolean {
  return (
    localDateIn(startsAt, timeZone) === localDateIn(now, timeZone) ||
    windowsOverlap({ startsAt, endsAt }, { startsAt: now, endsAt: new Date(Date.parse(now) + 1) })
  );
}
