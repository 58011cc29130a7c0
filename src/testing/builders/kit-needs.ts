import type { KitAssignment, KittedEvent } from "@/modules/kits/kits";
import type { NeedsOutside, TemplateNow, Use } from "@/modules/kits/needs/shapes";
import { manager, testId } from "./actors";
import { bookingId, kitTemplateId } from "./bookings";

/** When tests of needs look at them: three weeks ahead of the event. */
export const lookedAtKits = "2026-11-14T15:00:00.000Z";

/** The manager's event, two hours in New York; its number makes its id. */
export function kittedEvent(change: Partial<KittedEvent> = {}): KittedEvent {
  return {
    id: testId(7, 1),
    number: 221,
    title: "Autumn sampling tour",
    bookingId,
    status: "preparing",
    managerId: manager.id,
    timeZone: "America/New_York",
    startsAt: "2026-12-05T15:00:00.000Z",
    endsAt: "2026-12-05T17:00:00.000Z",
    ...change,
  };
}

/** A day before and a day after. */
export const teaTemplate: TemplateNow = {
  id: kitTemplateId,
  name: "Tea kit",
  isArchived: false,
  preparationMinutes: 1440,
  turnaroundMinutes: 1440,
};

/** A tea kit that the event needs and that no certain kit is bound to; its number makes its id. */
export function needIn(index = 1, change: Partial<KitAssignment> = {}): KitAssignment {
  return {
    id: testId(22, index),
    eventId: testId(7, 1),
    bookingId,
    activityId: testId(12, 1),
    kitTemplateId,
    kitInstanceId: null,
    status: "assigned",
    windowStart: "2026-12-04T15:00:00.000Z",
    windowEnd: "2026-12-06T17:00:00.000Z",
    notes: "",
    assignedBy: "system",
    assignedAt: "2026-11-01T12:00:00.000Z",
    prepared: null,
    acceptedShort: null,
    out: null,
    returned: [],
    back: null,
    cancelledReason: null,
    version: 1,
    ...change,
  };
}

/** The use of a kit at another event, over those same days. */
export function useOf(kitInstanceId: string, change: Partial<Use> = {}): Use {
  return {
    kitAssignmentId: testId(22, 90),
    kitInstanceId,
    eventId: testId(7, 9),
    eventNumber: 229,
    title: "Winter tour",
    windowStart: "2026-12-05T09:00:00.000Z",
    windowEnd: "2026-12-07T12:00:00.000Z",
    status: "assigned",
    expectedReturn: null,
    ...change,
  };
}

export function needsOutside(change: Partial<NeedsOutside> = {}): NeedsOutside {
  return {
    templates: [teaTemplate],
    activities: [
      {
        id: testId(12, 1),
        eventId: testId(7, 1),
        status: "planned",
        requiredKitTemplateIds: [kitTemplateId, kitTemplateId],
      },
    ],
    uses: [],
    said: [],
    ...change,
  };
}
