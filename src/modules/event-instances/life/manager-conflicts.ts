import { durationMs, type TimeWindow, windowsOverlap } from "@/values/time-window";

/** An event as a manager has to be there: when and where. */
export interface Engagement extends TimeWindow {
  readonly locationId: string;
  /** Degrees; null when nobody has entered where the venue is. */
  readonly position: Position | null;
}

export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** Why one person can hardly run both of two events. */
export interface Conflict {
  readonly kind: "overlap" | "travel";
  /** From the end of the earlier one to the start of the later one; 0 when they overlap. */
  readonly minutesBetween: number;
}

/** Roads are longer than the line between two points, and nobody is quicker on them than this on the whole. */
const DETOUR = 1.3;
const KILOMETERS_PER_HOUR = 60;
/** To leave one venue and to arrive at another, beside the way between them. */
const LEAVING_AND_ARRIVING_MINUTES = 30;
/** Between two venues when it is not known where one of them is. */
const UNKNOWN_WAY_MINUTES = 60;
/** Further ways are flown, so events that lie a day apart never stand in each other's way. */
export const TRAVEL_MINUTES_MAX = 1440;

/** An overlap (domain.md rule 6), or too little time to travel from one venue to the other; null when both can be done. */
export function conflictBetween(one: Engagement, other: Engagement): Conflict | null {
  if (windowsOverlap(one, other)) return { kind: "overlap", minutesBetween: 0 };
  const [earlier, later] = one.startsAt < other.startsAt ? [one, other] : [other, one];
  const gap = { startsAt: earlier.endsAt, endsAt: later.startsAt };
  const minutesBetween = Math.floor(durationMs(gap) / 60_000);
  return minutesBetween < travelMinutes(one, other) ? { kind: "travel", minutesBetween } : null;
}

/** A careful guess in whole minutes from the straight line; 0 at the same venue, never more than a day. */
export function travelMinutes(
  from: Pick<Engagement, "locationId" | "position">,
  to: Pick<Engagement, "locationId" | "position">,
): number {
  if (from.locationId === to.locationId) return 0;
  if (from.position === null || to.position === null) return UNKNOWN_WAY_MINUTES;
  const hours = (kilometersBetween(from.position, to.position) * DETOUR) / KILOMETERS_PER_HOUR;
  return Math.min(LEAVING_AND_ARRIVING_MINUTES + Math.ceil(hours * 60), TRAVEL_MINUTES_MAX);
}

const EARTH_RADIUS_KM = 6371;

/** Along the surface of a sphere, by the haversine formula. */
function kilometersBetween(one: Position, other: Position): number {
  const latitudes = radians(other.latitude - one.latitude);
  const longitudes = radians(other.longitude - one.longitude);
  const chord =
    Math.sin(latitudes / 2) ** 2 +
    Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(longitudes / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(chord, 1)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
