import { instantMs } from "@/values/civil";
import { addMinutes, toIsoInstant } from "@/values/venue-time";
import type { Slot } from "./staffing";

/** What people get to think it over when nobody says otherwise, in minutes. */
const USUAL = 48 * 60;

type Timed = Pick<Slot, "startsAt" | "endsAt">;

/** After it an answer is of no use: the start, and of a shift that has begun, or of what is left of one, the end. */
export function lastAnswerAt({ startsAt, endsAt }: Timed, now: string): string {
  return startsAt > now ? startsAt : endsAt;
}

/**
 * Until when an offer made now may be answered (domain.md rule 24): what was wished for, else 48 hours or half of the
 * time that is left, whichever is shorter; never after the start. What has begun may be offered until its end.
 */
export function responseDeadline(slot: Timed, now: string, wished?: string): string {
  const last = toIsoInstant(lastAnswerAt(slot, now));
  if (wished !== undefined) {
    const wish = toIsoInstant(wished);
    return wish < last ? wish : last;
  }
  const minutesLeft = Math.floor((instantMs(last) - instantMs(now)) / 60_000);
  return addMinutes(now, Math.min(USUAL, Math.floor(minutesLeft / 2)));
}
