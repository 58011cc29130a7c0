import { formatWindow } from "@/values/format-time";
import { addMinutes } from "@/values/venue-time";
import type { EventNames, Message, MessageKind } from "./message";
import { whatAndWhere } from "./words";

/** What the messages about one event have in common. */

const SOON_MINUTES = 72 * 60;

/** `EV-221`. */
export function eventCode({ event }: EventNames): string {
  return `EV-${event.number}`;
}

/** “Autumn tour” at Bryant Park: Sat 5 Dec 10:00–12:00, New York time. */
function whatWhereWhen(names: EventNames): string {
  return `${whatAndWhere(names)}: ${formatWindow(names.event, names.timeZone, names.now)}`;
}

/** The same for the agency's people, who have many clients. */
export function whoseAndWhen(names: EventNames): string {
  return `${names.clientName}, ${whatWhereWhen(names)}`;
}

/** True from three days before a start until it: what is told then has to be read at once. */
export function isSoon(startsAt: string, now: string): boolean {
  return startsAt > now && startsAt <= addMinutes(now, SOON_MINUTES);
}

/** What a message says, whoever reads it. */
export interface Telling extends Pick<Message, "title" | "body" | "unlessToldOf"> {
  readonly kind: MessageKind;
  readonly urgent?: boolean;
  readonly replaces?: readonly MessageKind[];
  readonly fold?: Message["fold"];
}

/** For the event's manager, or for these managers; opens the event as they see it. */
export function forManagers(
  names: EventNames,
  telling: Telling,
  ids: readonly string[] = names.managerIds,
): Message {
  return about(names, telling, { kind: "managers", ids }, `/field/events/${names.event.id}`);
}

export function forAdmins(names: EventNames, telling: Telling): Message {
  return about(names, telling, { kind: "admins" }, `/admin/events/${names.event.id}`);
}

/** For one person, about a shift of theirs; opens what they see of it. */
export function forPerson(names: EventNames, personId: string, telling: Telling): Message {
  return about(names, telling, { kind: "person", id: personId }, "/agent");
}

/** For the client's people, who know the event by its booking. */
export function forClient(names: EventNames, bookingId: string, telling: Telling): Message {
  const audience = { kind: "client", clientId: names.clientId } as const;
  return about(names, telling, audience, `/client/bookings/${bookingId}`);
}

function about(
  names: EventNames,
  { urgent = false, replaces = [], fold = null, ...telling }: Telling,
  audience: Message["audience"],
  link: string,
): Message {
  const subject = { type: "event", id: names.event.id } as const;
  return { ...telling, urgent, replaces, fold, audience, subject, link };
}
