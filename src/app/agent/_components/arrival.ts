import type { RouterOutputs } from "@/trpc/client";
import type { PositionGrade } from "@/values/geo-position";

export type Arrival = RouterOutputs["staffing"]["arrivals"][number];

export interface Wanted {
  /** A shift that somebody opened. */
  readonly shift: string | null;
  /** The event whose code somebody scanned. */
  readonly event: string | null;
}

/**
 * The shift that the screen is about: the wanted one, else the one to leave, the one to come to, the next one, and when
 * all are over the last. Null when there is none, or not the wanted one.
 */
export function currentArrival(arrivals: readonly Arrival[], wanted: Wanted): Arrival | null {
  if (wanted.shift !== null) {
    return arrivals.find(({ assignmentId }) => assignmentId === wanted.shift) ?? null;
  }
  const among = wanted.event === null ? arrivals : arrivals.filter(({ eventId }) => eventId === wanted.event);
  return (
    among.find(({ can }) => can.checkOut) ??
    among.find(({ can }) => can.checkIn) ??
    among.find(({ presence }) => presence === "not_due") ??
    among.at(-1) ??
    null
  );
}

/** What a graded position means for whoever stands there. */
export const gradeWords: Readonly<Record<PositionGrade, string>> = {
  inside: "You are at the venue.",
  doubtful: "You may be at the venue. The check-in is accepted and marked as doubtful.",
  outside: "Your phone does not place you at the venue.",
  unverified: "The position of this venue is not known. Use the code, or ask the manager.",
};

/** "85 m", "5.6 km". */
export function distanceWords(metres: number): string {
  return metres < 1_000 ? `${Math.round(metres)} m` : `${(metres / 1_000).toFixed(1)} km`;
}

/** "7 h 30 min". */
export function hoursWords(hours: number): string {
  const minutes = Math.round(hours * 60);
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (whole === 0) return `${rest} min`;
  return rest === 0 ? `${whole} h` : `${whole} h ${rest} min`;
}
