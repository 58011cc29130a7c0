/** Ways between places, guessed from the straight line. Safe in the browser. */

export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** A place that may lie nobody knows where. */
export interface Place {
  readonly locationId: string;
  /** Degrees; null when nobody has entered where it is. */
  readonly position: Position | null;
}

/** Roads are longer than the line between two points, and nobody is quicker on them than this on the whole. */
const DETOUR = 1.3;
const KILOMETERS_PER_HOUR = 60;
/** To leave one venue and to arrive at another, beside the way between them. */
const LEAVING_AND_ARRIVING_MINUTES = 30;
/** Between two venues when it is not known where one of them is. */
const UNKNOWN_WAY_MINUTES = 60;
/** Nobody is asked or planned by Muster itself who lives further away; a person may ask anybody. */
export const ASKED_KILOMETERS_MAX = 500;
/** Further ways are flown, so events that lie a day apart never stand in each other's way. */
export const TRAVEL_MINUTES_MAX = 1440;

/** A careful guess in whole minutes from the straight line; 0 at the same venue, never more than a day. */
export function travelMinutes(from: Place, to: Place): number {
  if (from.locationId === to.locationId) return 0;
  if (from.position === null || to.position === null) return UNKNOWN_WAY_MINUTES;
  const minutes = roadMinutes(kilometersBetween(from.position, to.position));
  return Math.min(LEAVING_AND_ARRIVING_MINUTES + minutes, TRAVEL_MINUTES_MAX);
}

/** Whole minutes on the road for kilometers of straight line. */
export function roadMinutes(kilometers: number): number {
  return Math.ceil(((kilometers * DETOUR) / KILOMETERS_PER_HOUR) * 60);
}

const EARTH_RADIUS_KM = 6371;

/** Along the surface of a sphere, by the haversine formula. */
export function kilometersBetween(one: Position, other: Position): number {
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
