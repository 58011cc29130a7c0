import type { RouterOutputs } from "@/trpc/client";
import { counted } from "@/values/count-words";

export type Plan = NonNullable<RouterOutputs["staffing"]["plan"]>;
export type Seat = Plan["seats"][number];

/** What the solver is at, for a line beside its bar. */
export function stageWords({ stage, value, bound }: Plan["progress"]): string {
  switch (stage) {
    case "filled":
      return `Filling slots: ${Math.round(value ?? 0)} so far, ${Math.round(bound ?? 0)} at most`;
    case "fit":
      return "Looking for the best fit";
    default:
      return "Looking at who could have what";
  }
}

/** What a plan came to and how good it is proven to be. */
export function resultWords({ slots = 0, seconds, result }: Plan["progress"]): string {
  if (!result) return "";
  const filled = `${result.filled} of ${counted(slots, "slot")} filled`;
  const time = seconds === undefined ? "" : ` in ${seconds.toFixed(1)} s`;
  return `${filled}${time}. ${gapWords(result)} ${greedyWords(result)}`.trim();
}

type Result = NonNullable<Plan["progress"]["result"]>;

function gapWords({ gap, filled, filledBound }: Result): string {
  if (gap === null) return "Nothing is proven: the solver did not finish in time.";
  const most =
    filledBound === filled ? "No roster fills more." : `At most ${filledBound ?? filled} can be filled.`;
  if (gap < 0.0005) return `${most} No roster of as many fits better.`;
  return `${most} Another one could fit ${(gap * 100).toFixed(1)} % better at most.`;
}

function greedyWords({ greedyFilled, greedyScore, score, filled }: Result): string {
  if (greedyFilled < filled) return `Slot by slot it would be ${greedyFilled}.`;
  const better = score - greedyScore;
  return better < 1 ? "" : `It fits ${Math.round(better)} points better than slot by slot.`;
}

/** Seats that keep a plan from being published. */
export function brokenSeats(seats: readonly Seat[]): readonly Seat[] {
  return seats.filter(({ person }) => person !== null && person.fit.blockers.length > 0);
}

/** Seats of one event, in the order of the plan. */
export function byEvent(seats: readonly Seat[]): readonly (readonly Seat[])[] {
  const events = new Map<string, Seat[]>();
  for (const seat of seats) events.set(seat.eventId, [...(events.get(seat.eventId) ?? []), seat]);
  return [...events.values()];
}
