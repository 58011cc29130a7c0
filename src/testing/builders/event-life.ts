import type { EventIssue, EventLife, PreparationTask } from "@/modules/event-instances/life/event-life";
import { openTask } from "@/modules/event-instances/life/tasks";
import { clientId, manager, testId } from "./actors";
import { bookingId, venues } from "./bookings";

/** An event of the manager's at the park, given to them and not prepared yet, unless said otherwise. */
export function eventLife(change: Partial<EventLife> = {}): EventLife {
  return {
    id: testId(7, 1),
    number: 101,
    bookingId,
    clientId,
    status: "assigned",
    holdReason: null,
    localStart: "2026-12-05T10:00",
    startsAt: "2026-12-05T15:00:00.000Z",
    endsAt: "2026-12-05T17:00:00.000Z",
    timeZone: "America/New_York",
    clockNote: null,
    location: { id: venues.park.id, name: venues.park.name, address: "" },
    managerId: manager.id,
    cancelledReason: null,
    actualStart: null,
    actualEnd: null,
    outcome: null,
    followUps: [],
    readinessLost: null,
    version: 4,
    tasks: [],
    issues: [],
    venue: null,
    ...change,
  };
}

/** An open logistics task, due a day before the start; its number makes its id. */
export function preparationTask(index: number, change: Partial<PreparationTask> = {}): PreparationTask {
  return {
    ...openTask(testId(12, index)),
    kind: "logistics",
    description: "Book a van.",
    assignedTo: null,
    dueAt: "2026-12-04T15:00:00.000Z",
    minutesBefore: 1440,
    ...change,
  };
}

/** A problem of the event that nobody has seen to yet; its number makes its id. */
export function eventIssue(index: number, change: Partial<EventIssue> = {}): EventIssue {
  return {
    id: testId(13, index),
    subject: "event",
    activityId: null,
    locationId: null,
    severity: "high",
    description: "No power.",
    status: "reported",
    acknowledgedBy: null,
    acknowledgedAt: null,
    resolvedBy: null,
    resolvedAt: null,
    resolution: null,
    ...change,
  };
}
