import type { EventLife, PreparationTask } from "@/modules/event-instances/life/event-life";
import { nothingPlanned } from "@/modules/event-instances/life/needs";
import { type LifeOutside, nobodyCame } from "@/modules/event-instances/life/outside";
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
    venueIssue: null,
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

/** Nothing in the way. */
export function lifeOutside(change: Partial<LifeOutside> = {}): LifeOutside {
  return {
    person: { id: manager.id, role: "manager", active: true },
    managerClashes: [],
    venueClashes: [],
    sibling: null,
    template: [],
    needs: nothingPlanned,
    crew: nobodyCame,
    kitsOut: [],
    photos: [],
    newIds: [],
    ...change,
  };
}

/** Another event at the time in question. */
export const clashingEvent = {
  id: testId(7, 2),
  number: 102,
  title: "Winter market",
  startsAt: "2026-12-05T16:00:00.000Z",
  endsAt: "2026-12-05T18:00:00.000Z",
};

/** What a fact said last about the venue of the event. */
export const confirmedVenue = {
  confirmed: true,
  factId: testId(9, 1),
  factAt: "2026-11-20T12:00:00.000Z",
};
