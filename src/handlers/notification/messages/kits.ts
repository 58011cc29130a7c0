import type { DomainEvent } from "@/domain-events/catalog/catalog";
import { formatMoment, formatSpan } from "@/values/format-time";
import { eventCode, forAdmins, forManagers, isSoon, type Telling, whoseAndWhen } from "./event-parts";
import type { EventNames, Message } from "./message";
import { listInWords, quoted } from "./words";

/** The facts of kits that somebody is told about. */
export type ToldKitType =
  | "KIT_CHECKED_OUT"
  | "KIT_HANDED_OVER"
  | "KIT_RETURNED"
  | "KIT_ISSUE_REPORTED"
  | "KIT_SWAPPED"
  | "KIT_SHORTAGE_RAISED";

/** What a message about a kit needs besides its event. */
export interface KitNames {
  /** What its label says; the name of its kind while no certain kit is meant. */
  readonly code: string;
  readonly templateName: string;
  /** Of the kit that took its place. */
  readonly replacementCode: string | null;
  /** Who has it from now on. */
  readonly receiver: { readonly id: string; readonly role: "admin" | "manager" | "agent" | "client" } | null;
  readonly nameOfPart: (componentId: string) => string;
  /** The next event that needs this very kit; null when none does. */
  readonly next: {
    readonly eventId: string;
    readonly number: number;
    readonly managerId: string | null;
    readonly startsAt: string;
  } | null;
}

/** Who is told what about kits (event-catalogue.md, Routing). */
export function kitMessages(
  event: DomainEvent<ToldKitType>,
  names: EventNames,
  kit: KitNames,
): readonly Message[] {
  switch (event.type) {
    case "KIT_CHECKED_OUT": {
      const back = formatMoment(event.payload.expectedReturnDate, names.timeZone, names.now);
      return toReceiver(names, kit, `Bring it back by ${back}.`);
    }
    case "KIT_HANDED_OVER":
      return toReceiver(names, kit, `Condition: ${event.payload.condition}.`);
    case "KIT_RETURNED":
      return returnedShort(event, names, kit);
    case "KIT_ISSUE_REPORTED":
      return issue(event, names, kit);
    case "KIT_SWAPPED":
      return [
        forManagers(names, {
          kind: "kit-swapped",
          title: `${kit.replacementCode ?? "Another kit"} replaces ${kit.code} at ${eventCode(names)}`,
          body: `The reason: ${quoted(event.payload.reason)}. ${whoseAndWhen(names)}.`,
        }),
      ];
    case "KIT_SHORTAGE_RAISED":
      return shortage(event, names, kit);
    default:
      return neverType(event);
  }
}

function neverType(event: never): never {
  throw new Error(`no message for ${JSON.stringify(event)}`);
}

/** Where somebody of this role sees the kits that they have. */
function ownKits(role: "admin" | "manager" | "agent" | "client", eventId: string): string {
  if (role === "admin") return `/admin/events/${eventId}`;
  return role === "manager" ? "/field/kits" : "/agent";
}

function toReceiver(names: EventNames, { code, templateName, receiver }: KitNames, more: string): Message[] {
  if (receiver === null) return [];
  return [
    {
      kind: "kit-handed",
      title: `You have ${code} now`,
      body: `${templateName} for ${eventCode(names)}. ${more} ${whoseAndWhen(names)}.`,
      urgent: false,
      replaces: [],
      fold: null,
      audience: { kind: "person", id: receiver.id },
      subject: { type: "event", id: names.event.id },
      link: ownKits(receiver.role, names.event.id),
    },
  ];
}

/** The warehouse, and whoever runs the next event with this kit. */
function returnedShort(
  { payload }: DomainEvent<"KIT_RETURNED">,
  names: EventNames,
  { code, next, nameOfPart }: KitNames,
): readonly Message[] {
  const { missingComponents = [], damagedComponents = [] } = payload;
  if (missingComponents.length === 0 && damagedComponents.length === 0) return [];
  const lacks = [
    ...(missingComponents.length > 0 ? [`Missing: ${listInWords(missingComponents.map(nameOfPart))}.`] : []),
    ...(damagedComponents.length > 0
      ? [`Damaged: ${listInWords(damagedComponents.map(({ id }) => nameOfPart(id)))}.`]
      : []),
  ].join(" ");
  const telling: Telling = {
    kind: "kit-returned-short",
    title: `${code} came back from ${eventCode(names)} not as it went out`,
    body: `${lacks} ${next === null ? "No event needs it yet." : `EV-${next.number} needs it in ${formatSpan(names.now, next.startsAt)}.`}`,
    urgent: next !== null && isSoon(next.startsAt, names.now),
  };
  return [
    forAdmins(names, telling),
    ...(next?.managerId == null ? [] : [forNextManager(next.managerId, next.eventId, telling)]),
  ];
}

function forNextManager(managerId: string, eventId: string, telling: Telling): Message {
  const { urgent = false, replaces = [], fold = null, ...words } = telling;
  return {
    ...words,
    urgent,
    replaces,
    fold,
    audience: { kind: "managers", ids: [managerId] },
    subject: { type: "event", id: eventId },
    link: `/field/events/${eventId}`,
  };
}

/** What a return came to was told with the return. */
function issue(
  { payload, metadata }: DomainEvent<"KIT_ISSUE_REPORTED">,
  names: EventNames,
  { code }: KitNames,
): readonly Message[] {
  const { impactLevel, needsImmediate, description } = payload;
  const by = names.actorName === null ? "" : `${names.actorName}: `;
  const atOnce = needsImmediate ? " Somebody has to act at once." : "";
  const cause = metadata?.causationId;
  const telling: Telling = {
    kind: "issue-reported",
    title: `${impactLevel.charAt(0).toUpperCase()}${impactLevel.slice(1)} issue with ${code} at ${eventCode(names)}`,
    body: `${by}${quoted(description)}.${atOnce} ${whoseAndWhen(names)}.`,
    urgent: needsImmediate,
    ...(cause !== undefined && { unlessToldOf: cause }),
  };
  const isForAdmins = impactLevel === "major" || needsImmediate;
  const managerIds = names.managerIds.filter((id) => id !== payload.reportedBy);
  return [forManagers(names, telling, managerIds), ...(isForAdmins ? [forAdmins(names, telling)] : [])];
}

/** With the time that is left to do something about it. */
function shortage(
  { payload }: DomainEvent<"KIT_SHORTAGE_RAISED">,
  names: EventNames,
  { templateName, nameOfPart }: KitNames,
): readonly Message[] {
  const parts = payload.missing.map(
    ({ componentId, quantity }) => `${quantity} × ${nameOfPart(componentId)}`,
  );
  const left = names.event.startsAt > names.now ? formatSpan(names.now, names.event.startsAt) : null;
  const telling: Telling = {
    kind: "kit-shortage",
    title: `${templateName} for ${eventCode(names)} is short`,
    body: `${parts.length === 0 ? "No kit can be had." : `Missing: ${listInWords(parts)}.`} ${payload.cause} ${left === null ? "It has begun." : `${left} left.`} ${whoseAndWhen(names)}.`,
    urgent: isSoon(names.event.startsAt, names.now),
    replaces: ["kit-shortage"],
  };
  return [forManagers(names, telling), forAdmins(names, telling)];
}
