import type { DomainEvent } from "@/domain-events/catalog/catalog";
import { formatClock, formatDate, zoneLabel } from "@/values/format-time";
import { eventCode, forAdmins, forManagers, isSoon, type Telling, whoseAndWhen } from "./event-parts";
import type { EventNames, Message } from "./message";
import { datesInWords, quoted, startInWords, whatAndWhere } from "./words";

/** The facts of shifts that somebody is told about. */
export type ToldStaffType =
  | "STAFF_ASSIGNMENT_OFFERED"
  | "STAFF_ASSIGNMENT_ACCEPTED"
  | "STAFF_ASSIGNMENT_REJECTED"
  | "STAFF_ASSIGNMENT_EXPIRED"
  | "STAFF_ASSIGNMENT_WITHDRAWN"
  | "STAFF_SLOT_UNFILLED";

/** What a message about a shift needs besides its event. */
export interface ShiftNames {
  /** Null for a fact about a slot. */
  readonly assignmentId: string | null;
  readonly personId: string | null;
  readonly personName: string;
  readonly role: string;
  /** Several dates that were offered at once: all their starts and the first of them; null for one alone. */
  readonly group: { readonly id: string; readonly starts: readonly string[] } | null;
  /** Of the whole event. */
  readonly needed: number;
  readonly filled: number;
}

/** Somebody whose shift goes along with its event. */
export interface GoingAlong {
  readonly assignmentId: string;
  readonly personId: string;
}

/** Before and after, one message per person (domain.md rule 21). */
export function movedShiftMessages(
  { payload }: DomainEvent<"EVENT_RESCHEDULED">,
  names: EventNames,
  people: readonly GoingAlong[],
): readonly Message[] {
  const [from, to] = [startInWords(payload.originalDate, names), startInWords(payload.newDate, names)];
  return people.map(({ assignmentId, personId }) => ({
    kind: "shift-moved",
    title: `Your shift moved to ${to}`,
    body: `${whatAndWhere(names)} was ${from} and is ${to} now, ${zoneLabel(names.timeZone)}. You are still down for it.`,
    urgent: isSoon(names.event.startsAt, names.now),
    replaces: ["shift-moved", "shift-reminder"],
    fold: null,
    audience: { kind: "person", id: personId },
    subject: { type: "event", id: names.event.id },
    link: `/agent/offers/${assignmentId}`,
  }));
}

/** Who is told what about shifts (event-catalogue.md, Routing). */
export function staffMessages(
  event: DomainEvent<ToldStaffType>,
  names: EventNames,
  shift: ShiftNames,
): readonly Message[] {
  switch (event.type) {
    case "STAFF_ASSIGNMENT_OFFERED":
      return [offered(event, names, shift)];
    case "STAFF_ASSIGNMENT_ACCEPTED":
      return accepted(names, shift);
    case "STAFF_ASSIGNMENT_REJECTED":
      return [declined(event, names, shift)];
    case "STAFF_ASSIGNMENT_EXPIRED":
      return ranOut(names, shift);
    case "STAFF_ASSIGNMENT_WITHDRAWN":
      return withdrawn(event, names, shift);
    case "STAFF_SLOT_UNFILLED":
      return unfilled(event, names, shift);
    default:
      return neverType(event);
  }
}

function neverType(event: never): never {
  throw new Error(`no message for ${JSON.stringify(event)}`);
}

/** For the person whose shift it is; opens it as it stands then. */
function forPerson(
  names: EventNames,
  { personId, assignmentId, group }: ShiftNames,
  telling: Telling,
): Message {
  const { urgent = false, replaces = [], fold = null, ...words } = telling;
  return {
    ...words,
    urgent,
    replaces,
    fold,
    audience: { kind: "person", id: personId ?? "" },
    subject: { type: "event", id: names.event.id },
    link: `/agent/offers/${group?.id ?? assignmentId ?? ""}`,
  };
}

/** Several dates of one person are one message (domain.md rule 54). */
function offered(
  { payload }: DomainEvent<"STAFF_ASSIGNMENT_OFFERED">,
  names: EventNames,
  shift: ShiftNames,
): Message {
  const { responseDeadline } = payload;
  const until = `${formatDate(responseDeadline, names.timeZone, names.now)} ${formatClock(responseDeadline, names.timeZone)}`;
  const starts = shift.group?.starts ?? [names.event.startsAt];
  const title =
    starts.length > 1
      ? `${starts.length} shifts as ${shift.role} are offered to you`
      : `A shift as ${shift.role} is offered to you`;
  return forPerson(names, shift, {
    kind: "shift-offered",
    title,
    body: `${whatAndWhere(names)}: ${datesInWords(starts, names)}. Answer by ${until}, ${zoneLabel(names.timeZone)}.`,
    urgent: isSoon(responseDeadline, names.now),
    replaces: ["shift-offered", "shift-moved", "shift-reminder"],
    fold: shift.group && { by: "window", name: `offer:${shift.group.id}:${payload.offeredAt}` },
  });
}

function coverage({ filled, needed }: ShiftNames): string {
  return `${filled} of ${needed} staff slots are filled.`;
}

/** Whoever is answered for learns it; the one who answers knows. */
function accepted(names: EventNames, shift: ShiftNames): readonly Message[] {
  return [
    forManagers(names, {
      kind: "shift-accepted",
      title: `${shift.personName} comes as ${shift.role} to ${eventCode(names)}`,
      body: `${coverage(shift)} ${whoseAndWhen(names)}.`,
    }),
    forPerson(names, shift, {
      kind: "shift-confirmed",
      title: `You are down as ${shift.role}`,
      body: `${names.actorName ?? "The agency"} answered for you. ${whatAndWhere(names)}: ${datesInWords([names.event.startsAt], names)}.`,
      replaces: ["shift-offered", "shift-reminder"],
    }),
  ];
}

function declined(
  { payload }: DomainEvent<"STAFF_ASSIGNMENT_REJECTED">,
  names: EventNames,
  shift: ShiftNames,
): Message {
  const reason = payload.reason === "" ? "" : ` The reason: ${quoted(payload.reason)}`;
  return forManagers(names, {
    kind: "shift-declined",
    title: `${shift.personName} declined ${shift.role} at ${eventCode(names)}`,
    body: `${coverage(shift)} ${whoseAndWhen(names)}.${reason}`,
    urgent: isSoon(names.event.startsAt, names.now),
  });
}

function ranOut(names: EventNames, shift: ShiftNames): readonly Message[] {
  return [
    forManagers(names, {
      kind: "shift-declined",
      title: `${shift.personName} did not answer for ${eventCode(names)}`,
      body: `The offer as ${shift.role} ran out. ${coverage(shift)} ${whoseAndWhen(names)}.`,
      urgent: isSoon(names.event.startsAt, names.now),
    }),
    forPerson(names, shift, {
      kind: "shift-expired",
      title: `The time to answer is over`,
      body: `${whatAndWhere(names)} as ${shift.role}. Join the standby list if you still want this shift.`,
      replaces: ["shift-offered", "shift-reminder"],
    }),
  ];
}

/** A manager who was told why it had to be learns nothing new from what followed. */
function withdrawn(
  { payload, metadata }: DomainEvent<"STAFF_ASSIGNMENT_WITHDRAWN">,
  names: EventNames,
  shift: ShiftNames,
): readonly Message[] {
  const cause = payload.initiatedBy === "system" ? metadata?.causationId : undefined;
  const why = `The reason: ${quoted(payload.reason)}`;
  return [
    forManagers(names, {
      kind: "shift-withdrawn",
      title: `${shift.personName} is no longer down for ${eventCode(names)}`,
      body: `${shift.role}. ${coverage(shift)} ${whoseAndWhen(names)}. ${why}`,
      urgent: isSoon(names.event.startsAt, names.now),
      ...(cause !== undefined && { unlessToldOf: cause }),
    }),
    forPerson(names, shift, {
      kind: "shift-taken-back",
      title: `Your shift as ${shift.role} is taken back`,
      body: `${whatAndWhere(names)}: ${datesInWords([names.event.startsAt], names)}. ${why}`,
      urgent: isSoon(names.event.startsAt, names.now),
      replaces: ["shift-offered", "shift-confirmed", "shift-reminder", "shift-moved"],
    }),
  ];
}

/** Only people can help now: whoever runs the event, and the desk. */
function unfilled(
  { payload }: DomainEvent<"STAFF_SLOT_UNFILLED">,
  names: EventNames,
  shift: ShiftNames,
): readonly Message[] {
  const telling: Telling = {
    kind: "slot-unfilled",
    title: `Nobody is left to ask as ${payload.role} for ${eventCode(names)}`,
    body: `${payload.asked} asked so far. ${coverage(shift)} ${whoseAndWhen(names)}.`,
    urgent: isSoon(names.event.startsAt, names.now),
    replaces: ["slot-unfilled"],
  };
  return [forManagers(names, telling), forAdmins(names, telling)];
}
