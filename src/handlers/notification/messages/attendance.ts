import type { DomainEvent, PayloadOf } from "@/domain-events/catalog/catalog";
import { formatClock } from "@/values/format-time";
import { eventCode, forAdmins, forManagers, forPerson, type Telling, whoseAndWhen } from "./event-parts";
import type { EventNames, Message } from "./message";
import { quoted, whatAndWhere } from "./words";

/** Facts of who came and for how long that somebody is told about. */
export type ToldAttendanceType =
  | "STAFF_CHECKED_IN"
  | "STAFF_CHECKED_OUT"
  | "STAFF_NO_SHOW"
  | "STAFF_CHECK_IN_ASKED"
  | "STAFF_HOURS_CORRECTED";

/** Besides the event, whom the shift is of; null after an erasure. */
export interface AttendanceNames extends EventNames {
  readonly personName: string | null;
}

/** The usual arrivals and departures are no news: who is missing, late, in doubt or corrected is. */
export function attendanceMessages(
  event: DomainEvent<ToldAttendanceType>,
  names: AttendanceNames,
): readonly Message[] {
  switch (event.type) {
    case "STAFF_NO_SHOW":
      return missing(event.payload, names);
    case "STAFF_CHECKED_IN":
      return event.metadata?.corrected === true ? late(event.payload, names) : [];
    case "STAFF_CHECK_IN_ASKED":
      return asked(names);
    case "STAFF_CHECKED_OUT":
      return event.metadata?.userId === "system" ? assumed(event.payload, names) : [];
    case "STAFF_HOURS_CORRECTED":
      return corrected(event.payload, names);
    default:
      return neverType(event);
  }
}

function neverType(event: never): never {
  throw new Error(`no message for ${JSON.stringify(event)}`);
}

function who({ personName }: AttendanceNames): string {
  return personName ?? "A former team member";
}

function missing({ notes }: PayloadOf<"STAFF_NO_SHOW">, names: AttendanceNames): readonly Message[] {
  const telling: Telling = {
    kind: "staff-missing",
    title: `${who(names)} did not come to ${eventCode(names)}`,
    body: `${notes === undefined ? "" : `${quoted(notes)}. `}The rest of the shift is open. ${whoseAndWhen(names)}.`,
    urgent: true,
  };
  return [forManagers(names, telling), forAdmins(names, telling)];
}

/** Both people are there now: the manager decides who stays (rule 27). */
function late({ checkedInAt }: PayloadOf<"STAFF_CHECKED_IN">, names: AttendanceNames): readonly Message[] {
  const telling: Telling = {
    kind: "staff-late",
    title: `${who(names)} came to ${eventCode(names)} after all`,
    body: `Checked in at ${formatClock(checkedInAt, names.timeZone)}, after the no-show was reported. Look who fills in meanwhile. ${whoseAndWhen(names)}.`,
    urgent: true,
    replaces: ["staff-missing"],
  };
  return [forManagers(names, telling), forAdmins(names, telling)];
}

function asked(names: AttendanceNames): readonly Message[] {
  return [
    forManagers(names, {
      kind: "check-in-asked",
      title: `${who(names)} asks to be checked in at ${eventCode(names)}`,
      body: `Their phone could not show that they are there. Confirm it if you see them. ${whoseAndWhen(names)}.`,
      urgent: true,
    }),
  ];
}

function assumed(
  { userId, checkedOutAt, hoursWorked }: PayloadOf<"STAFF_CHECKED_OUT">,
  names: AttendanceNames,
): readonly Message[] {
  const until = formatClock(checkedOutAt, names.timeZone);
  const told = forPerson(names, userId, {
    kind: "hours-assumed",
    title: `Your check-out from ${eventCode(names)} was assumed`,
    body: `Nobody checked you out, so ${until} was taken: ${inHours(hoursWorked)}. Tell your manager if it was not so. ${whatAndWhere(names)}.`,
  });
  const toConfirm = forManagers(names, {
    kind: "hours-to-confirm",
    title: `Hours of ${eventCode(names)} to confirm`,
    body: `${who(names)} did not check out; ${until} was assumed, ${inHours(hoursWorked)}. ${whoseAndWhen(names)}.`,
    fold: { by: "window", name: `hours-to-confirm:${names.event.id}` },
  });
  return [{ ...told, link: "/agent/hours" }, toConfirm];
}

function corrected(
  { userId, previousHours, hoursWorked, reason }: PayloadOf<"STAFF_HOURS_CORRECTED">,
  names: AttendanceNames,
): readonly Message[] {
  const by = names.actorName ?? "The agency";
  const told = forPerson(names, userId, {
    kind: "hours-corrected",
    title: `Your hours at ${eventCode(names)} were corrected`,
    body: `${by}: ${inHours(previousHours)} are now ${inHours(hoursWorked)}. Reason: ${quoted(reason)}. ${whatAndWhere(names)}.`,
    replaces: ["hours-assumed", "hours-corrected"],
  });
  return [{ ...told, link: "/agent/hours" }];
}

/** "7.5 hours". */
function inHours(hours: number): string {
  return `${new Intl.NumberFormat("en", { maximumFractionDigits: 2 }).format(hours)} ${hours === 1 ? "hour" : "hours"}`;
}
