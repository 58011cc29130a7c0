import type { KittedEvent } from "@/modules/kits/kits";
import { addMinutes } from "@/values/venue-time";
import type { TemplateNow } from "./shapes";

export interface NeedWindow {
  readonly windowStart: string;
  readonly windowEnd: string;
}

/** From the preparation to the inspected return (domain.md rule 35). */
export function needWindow(
  { startsAt, endsAt }: Pick<KittedEvent, "startsAt" | "endsAt">,
  { preparationMinutes, turnaroundMinutes }: Pick<TemplateNow, "preparationMinutes" | "turnaroundMinutes">,
): NeedWindow {
  return {
    windowStart: addMinutes(startsAt, -preparationMinutes),
    windowEnd: addMinutes(endsAt, turnaroundMinutes),
  };
}

/** True when both share a moment; ISO 8601 UTC compares as text. */
export function needsOverlap(one: NeedWindow, other: NeedWindow): boolean {
  return one.windowStart < other.windowEnd && other.windowStart < one.windowEnd;
}
