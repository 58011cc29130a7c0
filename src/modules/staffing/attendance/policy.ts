import type { Actor, PersonActor } from "@/commands/actor";
import type { PolicyAnswer } from "@/commands/decider";
import type { Attendance, AttendedEvent, AttendedShift } from "./attendance";
import { checkInWindow, isOver, mayBeNoShowFrom } from "./check-in-times";
import type { AttendanceCommand } from "./commands";

const ownActs = new Set<AttendanceCommand["type"]>(["checkIn", "askCheckIn", "checkOut"]);

/**
 * People check themselves in and out; whoever runs the event does it for them, and sees to no-shows and hours
 * (security.md §3). Assuming a check-out is the clock's alone.
 */
export function attendancePolicy(
  actor: Actor,
  command: Pick<AttendanceCommand, "type">,
  { events, shifts }: Attendance,
): PolicyAnswer {
  const isClocks = command.type === "assumeCheckOut";
  if (actor.kind === "system") return isClocks && actor.handler === "workflow" ? "allow" : "deny";
  if (isClocks)
    return { deny: "A forgotten check-out is assumed by the clock. Check the person out instead." };
  if (actor.role === "agent") {
    if (!shifts.every(({ userId }) => userId === actor.id)) return "not-found";
    return ownActs.has(command.type) ? "allow" : "deny";
  }
  return events.every((event) => runsEvent(actor, event)) ? "allow" : "not-found";
}

/** True for whoever prepares and runs the event. */
export function runsEvent(actor: PersonActor, { managerId }: Pick<AttendedEvent, "managerId">): boolean {
  return actor.role === "admin" || (actor.role === "manager" && managerId === actor.id);
}

/** What the reader may do about a shift now; sent with the record. */
export interface AttendanceAbilities {
  readonly checkIn: boolean;
  readonly checkOut: boolean;
  readonly reportNoShow: boolean;
  readonly correctHours: boolean;
  readonly approveHours: boolean;
}

/** For a reader whom the policy lets do it at all. `isRunner` leaves the agent's own acts out. */
export function attendanceAbilities(
  shift: Pick<AttendedShift, "status" | "startsAt" | "endsAt" | "hoursState">,
  event: Pick<AttendedEvent, "status" | "endsAt">,
  { now, isRunner }: { readonly now: string; readonly isRunner: boolean },
): AttendanceAbilities {
  const isOn = event.status !== "cancelled";
  const mayArrive = shift.status === "accepted" || shift.status === "no_show";
  const { opensAt, closesAt } = checkInWindow(shift);
  return {
    checkIn: isOn && mayArrive && event.status !== "completed" && now >= opensAt && now < closesAt,
    checkOut: shift.status === "checked_in",
    reportNoShow: isRunner && isOn && shift.status === "accepted" && now >= mayBeNoShowFrom(shift),
    correctHours:
      isRunner &&
      (shift.status === "checked_out" ||
        (isOn &&
          mayArrive &&
          isOver({ status: event.status, endsAt: shift.endsAt }, now) &&
          now >= shift.endsAt)),
    approveHours: isRunner && shift.status === "checked_out" && shift.hoursState !== "approved",
  };
}
