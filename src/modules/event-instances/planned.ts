import { toIsoInstant } from "@/values/venue-time";
import type { BookedDate, BookingInstances } from "./event-instance";

/** What `load` brings besides the state. */
export interface InstancesOutside {
  /**
   * One id per date that a `generate` names, in their order; empty for other commands. The same cause gets the
   * same ids again, which is how a repeat is told from a new wish.
   */
  readonly newIds: readonly string[];
}

export interface PlannedInstance {
  readonly id: string;
  readonly date: BookedDate;
}

/**
 * The instances that the named dates still lack: a date that is approved now and has no live instance made
 * from it (domain.md rule 8), wherever that one was moved since. An id that is already taken says that this very wish was granted before, whatever
 * became of the instance since.
 */
export function plannedInstances(
  { booking, instances }: BookingInstances,
  eventDates: readonly string[],
  { newIds }: InstancesOutside,
): readonly PlannedInstance[] {
  if (booking.status === "rejected" || booking.status === "cancelled") return [];
  const approved = new Map(
    booking.dates.filter((date) => date.status === "approved").map((date) => [date.startsAt, date]),
  );
  const taken = new Set(
    instances.filter((instance) => instance.status !== "cancelled").map((instance) => instance.bookedStart),
  );
  const known = new Set(instances.map((instance) => instance.id));
  return eventDates.flatMap((text, index) => {
    const date = approved.get(toIsoInstant(text));
    const id = newIds[index];
    if (!date || id === undefined || known.has(id) || taken.has(date.startsAt)) return [];
    taken.add(date.startsAt);
    return [{ id, date }];
  });
}
