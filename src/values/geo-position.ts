/** Where somebody says they are, and how far that proves that they are at the venue (domain.md rule 29). */

export interface Position {
  /** Degrees. */
  readonly latitude: number;
  readonly longitude: number;
  /** Metres around it within which the device really is. */
  readonly accuracy: number;
}

/** The venue with its fence; no position when nobody entered one. */
export interface Venue {
  readonly position: { readonly latitude: number; readonly longitude: number } | null;
  readonly radiusM: number;
}

/**
 * - `inside`: the whole circle of accuracy lies within the fence.
 * - `doubtful`: the circle crosses the fence. Accepted, and flagged.
 * - `outside`: no point of it lies within, or it is too wide to say anything.
 * - `unverified`: there is no position, of the device or of the venue.
 */
export type PositionGrade = "inside" | "doubtful" | "outside" | "unverified";

export interface GradedPosition {
  readonly grade: PositionGrade;
  /** Metres from the venue, whole; null where one of the two positions is missing. */
  readonly distanceM: number | null;
}

/** A wider circle than this proves no presence: a claimed accuracy of ten kilometres would cover any venue. */
export const USABLE_ACCURACY_M_MAX = 500;

export function gradePosition(position: Position | null, venue: Venue): GradedPosition {
  if (position === null || venue.position === null) return { grade: "unverified", distanceM: null };
  const distance = distanceBetweenM(position, venue.position);
  return { grade: gradeOf(distance, position.accuracy, venue.radiusM), distanceM: Math.round(distance) };
}

function gradeOf(distance: number, accuracy: number, radius: number): PositionGrade {
  if (accuracy > USABLE_ACCURACY_M_MAX) return "outside";
  if (distance + accuracy <= radius) return "inside";
  return distance - accuracy <= radius ? "doubtful" : "outside";
}

const EARTH_RADIUS_M = 6_371_008.8;

/** Along the great circle (haversine), in metres; within half a percent of the true shape of the earth. */
export function distanceBetweenM(
  a: Pick<Position, "latitude" | "longitude">,
  b: Pick<Position, "latitude" | "longitude">,
): number {
  const [latA, latB] = [radians(a.latitude), radians(b.latitude)];
  const half = (angle: number) => Math.sin(angle / 2) ** 2;
  const chord =
    half(latB - latA) + Math.cos(latA) * Math.cos(latB) * half(radians(b.longitude - a.longitude));
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(chord)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/** Half the way around the earth: the circle that holds every place. */
const ANYWHERE_M = 20_037_508;

/**
 * The position that stands for the venue in facts where no device gave one: its radius as accuracy (event-catalogue,
 * envelope rules), or the circle that holds every place where nobody entered the venue's position.
 */
export function venuePosition({ position, radiusM }: Venue): Position {
  return position === null
    ? { latitude: 0, longitude: 0, accuracy: ANYWHERE_M }
    : { ...position, accuracy: radiusM };
}
