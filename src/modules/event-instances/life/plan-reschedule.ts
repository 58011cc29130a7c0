import { type Refusal, ruleViolated } from "@/commands/errors";
import type { ClockNote } from "@/modules/event-instances/event-instance";
import { durationMs } from "@/values/time-window";
import { addMinutes, resolveLocalTime } from "@/values/venue-time";
import { type EventLife, eventCode } from "./event-life";
import { canMove } from "./moves";
import type { ClashingEvent, LifeOutside } from "./outside";
import { dueBefore } from "./tasks";

/** Where an event would go. */
export interface NewWindow {
  readonly localStart: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly clockNote: ClockNote | null;
}

/**
 * The window that a wall clock at the venue means, as long as before in elapsed time (rules 2 and 3). In a gap of
 * the clock it is where the clock went on; whoever asks refuses that.
 */
export function newWindow(
  event: Pick<EventLife, "startsAt" | "endsAt" | "timeZone">,
  newDate: string,
): NewWindow {
  const { instant, localDateTime, note } = resolveLocalTime(newDate, event.timeZone);
  const endsAt = addMinutes(instant, durationMs(event) / 60_000);
  return { localStart: localDateTime, startsAt: instant, endsAt, clockNote: note };
}

export interface MovedTask {
  readonly taskId: string;
  readonly description: string;
  readonly from: string;
  readonly to: string;
  /** Due before now on the new date: flagged, never silently dropped (rule 19). */
  readonly arrivesOverdue: boolean;
}

/** Every consequence of a move, and what speaks against it. */
export interface ReschedulePlan {
  readonly window: NewWindow;
  /** The first rule that forbids it, whoever asks. */
  readonly refusal: Refusal | null;
  /** What has to be pushed through with a reason. */
  readonly managerClashes: readonly ClashingEvent[];
  readonly venueClashes: readonly ClashingEvent[];
  readonly tasks: readonly MovedTask[];
  /** The venue was confirmed for the old date only (rule 50). */
  readonly losesVenueConfirmation: boolean;
  readonly losesReadiness: boolean;
}

/** The one planner that the preview shows and the command carries out (rules 16, 19 and 20). */
export function planReschedule(
  event: EventLife,
  outside: Pick<LifeOutside, "managerClashes" | "venueClashes" | "sibling">,
  newDate: string,
  now: string,
): ReschedulePlan {
  const window = newWindow(event, newDate);
  const losesVenueConfirmation = event.venue?.confirmed === true;
  return {
    window,
    refusal: refusalOf(event, window, outside.sibling, now),
    managerClashes: outside.managerClashes,
    venueClashes: outside.venueClashes,
    tasks: movedTasks(event, window, now),
    losesVenueConfirmation,
    losesReadiness: event.status === "ready" && losesVenueConfirmation,
  };
}

/** The event once it was moved; what decisions rest on changed, so its version rises. */
export function movedAsPlanned(event: EventLife, { window, tasks }: ReschedulePlan): EventLife {
  const due = new Map(tasks.map(({ taskId, to }) => [taskId, to]));
  return {
    ...event,
    ...window,
    tasks: event.tasks.map((task) => ({ ...task, dueAt: due.get(task.id) ?? task.dueAt })),
    venue: event.venue && { ...event.venue, confirmed: false },
    version: event.version + 1,
  };
}

function refusalOf(
  event: EventLife,
  window: NewWindow,
  sibling: ClashingEvent | null,
  now: string,
): Refusal | null {
  const code = eventCode(event);
  if (!canMove("reschedule", event.status)) {
    return ruleViolated("wrong_state", `${code} cannot be moved any more. Reload it.`, {
      status: event.status,
    });
  }
  if (window.clockNote === "gap") {
    return ruleViolated(
      "reschedule_into_gap",
      "The venue's clocks skip this hour on that day. Choose a time before or after it.",
      { next: window.localStart },
    );
  }
  if (window.startsAt === event.startsAt) {
    return ruleViolated("reschedule_onto_itself", `${code} starts at this time already. Choose another.`);
  }
  if (window.startsAt <= now) {
    return ruleViolated("reschedule_into_past", "This start has passed. Choose one that lies ahead.");
  }
  if (sibling) {
    return ruleViolated(
      "reschedule_onto_sibling",
      `EV-${sibling.number} of the same booking starts at this very time. Move or cancel that one first.`,
      { eventId: sibling.id },
    );
  }
  return null;
}

/** Open tasks with a due date relative to the start go along; done ones and fixed dates stay. */
function movedTasks(event: EventLife, { localStart }: NewWindow, now: string): readonly MovedTask[] {
  return event.tasks.flatMap(({ id, description, status, minutesBefore, dueAt }) => {
    if (status === "done" || minutesBefore === null) return [];
    const to = dueBefore(localStart, minutesBefore, event.timeZone);
    return to === dueAt ? [] : [{ taskId: id, description, from: dueAt, to, arrivesOverdue: to <= now }];
  });
}
