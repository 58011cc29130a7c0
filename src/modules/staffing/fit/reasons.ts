import { counted } from "@/values/count-words";
import { formatDuration } from "@/values/format-time";
import { elapsedHours } from "@/values/time-window";
import { kilometersBetween, roadMinutes } from "@/values/travel";
import { reliabilityOf } from "./reliability";
import type { Candidate, PastShift, Reason, Shift, Warning } from "./shapes";

/** What speaks for somebody. All points together make a hundred at most. */

const POINTS = { reliability: 40, distance: 30, client: 20, cost: 10 } as const;
/** From here on the way earns no point. */
const FAR_KM = 100;
/** From here on the way is worth a look. */
const TOO_FAR_KM = 150;

/** What the cheapest of those who are compared asks for an hour, by currency. */
export type CheapestRates = ReadonlyMap<string, number>;

export function reasonsFor(
  candidate: Candidate,
  shift: Shift,
  { now, cheapest }: { readonly now: string; readonly cheapest: CheapestRates },
): readonly Reason[] {
  return [
    reliabilityReason(candidate, now),
    ...distanceReason(candidate, shift),
    ...clientReason(candidate, shift),
    ...costReason(candidate, shift, cheapest),
  ];
}

export function distanceWarnings(candidate: Candidate, shift: Shift): readonly Warning[] {
  const kilometers = homeKilometers(candidate, shift);
  if (kilometers === null || kilometers < TOO_FAR_KM) return [];
  return [
    { kind: "distance", sentence: `Lives ${Math.round(kilometers)} km away.`, cause: { kind: "profile" } },
  ];
}

/** In a straight line from home to the venue; null where either is not known. */
export function homeKilometers({ home }: Candidate, { position }: Shift): number | null {
  return home === null || position === null ? null : kilometersBetween(home, position);
}

function reliabilityReason({ past }: Candidate, now: string): Reason {
  const { value, receipts } = reliabilityOf(past, now);
  return {
    kind: "reliability",
    sentence: receipts.length === 0 ? "No shifts of the past yet." : `${pastWords(past)}.`,
    cause: { kind: "pastShifts", assignmentIds: receipts.map(({ assignmentId }) => assignmentId) },
    points: POINTS.reliability * value,
  };
}

/** "Kept 11 of 12 shifts, 1 time late, 1 time not there". */
function pastWords(past: readonly PastShift[]): string {
  const times = (outcome: PastShift["outcome"]) => past.filter((shift) => shift.outcome === outcome).length;
  const kept = `Kept ${times("kept") + times("late")} of ${counted(past.length, "shift")}`;
  const others = [
    [times("late"), "late"],
    [times("withdrawn"), "withdrawn at short notice"],
    [times("no_show"), "not there"],
  ] as const;
  const said = others
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${counted(count, "time")} ${word}`);
  return [kept, ...said].join(", ");
}

function distanceReason(candidate: Candidate, shift: Shift): readonly Reason[] {
  const kilometers = homeKilometers(candidate, shift);
  if (kilometers === null) return [];
  const way = `${Math.round(kilometers)} km from home, about ${formatDuration(roadMinutes(kilometers))}.`;
  const points = POINTS.distance * Math.max(0, 1 - kilometers / FAR_KM);
  return [{ kind: "distance", sentence: way, cause: { kind: "profile" }, points }];
}

function clientReason({ preference }: Candidate, { clientId }: Shift): readonly Reason[] {
  if (preference !== "preferred") return [];
  const cause = { kind: "client", clientId } as const;
  return [{ kind: "client", sentence: "The client likes to see them.", cause, points: POINTS.client }];
}

function costReason({ pay }: Candidate, shift: Shift, cheapest: CheapestRates): readonly Reason[] {
  if (pay === null) return [];
  const least = cheapest.get(pay.currency) ?? pay.rate;
  const all = pay.rate * elapsedHours(shift);
  return [
    {
      kind: "cost",
      sentence: `${pay.rate.toFixed(2)} ${pay.currency} an hour, ${all.toFixed(2)} ${pay.currency} for the shift.`,
      cause: { kind: "profile" },
      points: pay.rate === 0 ? POINTS.cost : POINTS.cost * Math.min(1, least / pay.rate),
    },
  ];
}
