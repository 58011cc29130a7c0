import { instantMs } from "@/values/civil";
import { durationMs, type TimeWindow, windowsOverlap } from "@/values/time-window";
import type { Assignment, Commitment } from "./staffing";

/** A start that moves by no more than this is the same shift to whoever agreed to it. */
const TOLERANCE_MINUTES = 30;

/**
 * What a move of the event does to one assignment (domain.md rules 16 and 17):
 * - `stays`: it goes along, agreed or asked as before;
 * - `asked-again`: an agreement holds for its time only, so the offer goes out anew;
 * - `released`: the person is at another event by then;
 * - `kept`: somebody was there already, which no move undoes.
 */
export type MoveEffect =
  | { readonly kind: "stays" | "asked-again" | "kept" }
  | { readonly kind: "released"; readonly because: Commitment };

/** Null for assignments that ended before: a move is nothing to them. */
export function moveEffect(
  assignment: Pick<Assignment, "status" | "userId" | "eventId" | "startsAt" | "endsAt">,
  to: TimeWindow,
  commitments: readonly Commitment[],
): MoveEffect | null {
  switch (assignment.status) {
    case "checked_in":
    case "checked_out":
    case "no_show":
      return { kind: "kept" };
    case "rejected":
    case "expired":
    case "withdrawn":
      return null;
    case "created":
      return { kind: "stays" };
    case "offered":
    case "accepted": {
      const because = commitments.find(
        (one) =>
          one.userId === assignment.userId && one.eventId !== assignment.eventId && windowsOverlap(one, to),
      );
      if (because) return { kind: "released", because };
      return { kind: isSameShift(assignment, to) ? "stays" : "asked-again" };
    }
    default:
      return neverStatus(assignment.status);
  }
}

function neverStatus(status: never): never {
  throw new Error(`unknown status ${String(status)}`);
}

function isSameShift(from: TimeWindow, to: TimeWindow): boolean {
  const movedMs = Math.abs(instantMs(from.startsAt) - instantMs(to.startsAt));
  return movedMs <= TOLERANCE_MINUTES * 60_000 && durationMs(from) === durationMs(to);
}
