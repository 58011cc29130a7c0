import { addMinutes } from "@/values/venue-time";
import type { AttendedEvent, AttendedShift } from "./attendance";

/** When people may come, are late, and are taken to have left. All in minutes; instants are ISO 8601 UTC. */

/** Check-in opens so long before the shift begins. */
export const OPENS_BEFORE_MINUTES = 60;

/** Somebody who is not there so long after the start may be reported (rule 27), and is late from the start on. */
export const NO_SHOW_GRACE_MINUTES = 15;

/** A check-out that was forgotten is assumed so long after the planned end. */
export const ASSUMED_AFTER_MINUTES = 120;

/** A longer shift was not checked out of in time, whatever the clock says. */
export const SHIFT_HOURS_MAX = 16;

type Planned = Pick<AttendedShift, "startsAt" | "endsAt">;

/** Half-open: from the first moment to the planned end, which is not part of it. */
export function checkInWindow({ startsAt, endsAt }: Planned): {
  readonly opensAt: string;
  readonly closesAt: string;
} {
  return { opensAt: addMinutes(startsAt, -OPENS_BEFORE_MINUTES), closesAt: endsAt };
}

export function mayBeNoShowFrom({ startsAt }: Pick<Planned, "startsAt">): string {
  return addMinutes(startsAt, NO_SHOW_GRACE_MINUTES);
}

export function isAssumedFrom({ endsAt }: Pick<Planned, "endsAt">): string {
  return addMinutes(endsAt, ASSUMED_AFTER_MINUTES);
}

/** A consequence waits until then (rule 27). */
export function isOver({ status, endsAt }: Pick<AttendedEvent, "status" | "endsAt">, now: string): boolean {
  return status === "completed" || status === "cancelled" || now >= endsAt;
}

/** Came after the shift had begun. */
export function cameLate({
  startsAt,
  checkedInAt,
}: Pick<AttendedShift, "startsAt" | "checkedInAt">): boolean {
  return checkedInAt !== null && checkedInAt > startsAt;
}

/** Where somebody stands on the day. */
export type Presence = "not_due" | "due" | "late" | "missing" | "present" | "left" | "no_show";

/** `due` while check-in is open, `late` from the start, `missing` once the grace is over. */
export function presenceOf(
  shift: Pick<AttendedShift, "status" | "startsAt" | "endsAt">,
  now: string,
): Presence {
  if (shift.status === "checked_in") return "present";
  if (shift.status === "checked_out") return "left";
  if (shift.status === "no_show") return "no_show";
  if (now >= mayBeNoShowFrom(shift)) return "missing";
  if (now >= shift.startsAt) return "late";
  return now >= checkInWindow(shift).opensAt ? "due" : "not_due";
}
