import type { KitAssignment } from "@/modules/kits/kits";
import { isOut, type Use } from "./shapes";
import { needsOverlap, type NeedWindow } from "./window";

/**
 * What a move of the event does to one of its kits (domain.md rules 16 and 18):
 * - `stays`: it goes along, bound and packed as before;
 * - `packed-again`: it goes along, and somebody else uses it before, so it has to be packed anew;
 * - `released`: the kit is at another event by then;
 * - `kept`: it is out, so it is only expected back at another time; `because` is who has it at the new time.
 */
export type KitMoveEffect =
  | { readonly kind: "stays" }
  | { readonly kind: "packed-again"; readonly because: Use }
  | { readonly kind: "released"; readonly because: Use }
  | { readonly kind: "kept"; readonly because: Use | null };

/** Null for needs that are over: a move is nothing to them. `uses` are those of the kit, as their events stand. */
export function kitMoveEffect(
  need: Pick<KitAssignment, "eventId" | "kitInstanceId" | "status">,
  to: NeedWindow,
  uses: readonly Use[],
  now: string,
): KitMoveEffect | null {
  const elsewhere = uses.filter(
    (use) => use.kitInstanceId === need.kitInstanceId && use.eventId !== need.eventId,
  );
  const clash = elsewhere.find((use) => needsOverlap(use, to)) ?? null;
  if (isOut(need)) return { kind: "kept", because: clash };
  switch (need.status) {
    case "assigned":
      return clash === null ? { kind: "stays" } : { kind: "released", because: clash };
    case "prepared": {
      if (clash !== null) return { kind: "released", because: clash };
      const between = elsewhere.find((use) => use.windowEnd > now && use.windowEnd <= to.windowStart);
      return between ? { kind: "packed-again", because: between } : { kind: "stays" };
    }
    default:
      return null;
  }
}
