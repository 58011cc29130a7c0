import type { DayEntry } from "./calendar-items";

/** The rows of the timeline: who runs what, or what goes on where. */

export interface Lane {
  /** Of the manager or the venue; null for the lane of events that nobody has. */
  readonly id: string | null;
  readonly name: string;
  /** By day, each in the order of the entries. */
  readonly days: ReadonlyMap<string, readonly DayEntry[]>;
  /** Different events in it. */
  readonly events: number;
}

/**
 * A lane for what nobody has, then those who have something, then those who are free, each by name. Somebody who is
 * no manager any more has a lane while events are theirs. Cancelled events need nobody.
 */
export function managerLanes(
  entries: readonly DayEntry[],
  managers: readonly { readonly id: string; readonly name: string }[],
): Lane[] {
  const standing = entries.filter(({ event }) => event.status !== "cancelled");
  const names = new Map(managers.map(({ id, name }) => [id, name]));
  for (const { event } of standing) if (event.manager) names.set(event.manager.id, event.manager.name);
  const of = (id: string | null) => standing.filter(({ event }) => (event.manager?.id ?? null) === id);
  const lanes = [...names].map(([id, name]) => laneOf(id, name, of(id)));
  lanes.sort(byName);
  return [
    laneOf(null, "Nobody yet", of(null)),
    ...lanes.filter(({ events }) => events > 0),
    ...lanes.filter(({ events }) => events === 0),
  ];
}

/** A lane per venue that has events, by name. */
export function venueLanes(entries: readonly DayEntry[]): Lane[] {
  const standing = entries.filter(({ event }) => event.status !== "cancelled");
  const names = new Map(standing.map(({ event }) => [event.venue.id, event.venue.name]));
  return [...names]
    .map(([id, name]) =>
      laneOf(
        id,
        name,
        standing.filter(({ event }) => event.venue.id === id),
      ),
    )
    .sort(byName);
}

function laneOf(id: string | null, name: string, entries: readonly DayEntry[]): Lane {
  const days = new Map<string, DayEntry[]>();
  for (const entry of entries) days.set(entry.date, [...(days.get(entry.date) ?? []), entry]);
  return { id, name, days, events: new Set(entries.map(({ event }) => event.id)).size };
}

function byName(one: Lane, other: Lane): number {
  return one.name.localeCompare(other.name, "en");
}
