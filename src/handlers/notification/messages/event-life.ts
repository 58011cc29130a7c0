import type { DomainEvent, PayloadOf } from "@/domain-events/catalog/catalog";
import { instantMs } from "@/values/civil";
import { counted } from "@/values/count-words";
import { formatClock, formatWindow, zoneLabel } from "@/values/format-time";
import {
  eventCode,
  forAdmins,
  forClient,
  forManagers,
  isSoon,
  type Telling,
  whoseAndWhen,
} from "./event-parts";
import type { EventNames, Message } from "./message";
import { bookingCode, quoted, startInWords, whatAndWhere } from "./words";

/** The facts of one event's life that somebody is told about. */
export type ToldLifeType =
  | "EVENT_ASSIGNED_TO_MANAGER"
  | "EVENT_PREPARATION_STARTED"
  | "EVENT_READY"
  | "EVENT_READINESS_LOST"
  | "EVENT_STARTED"
  | "EVENT_COMPLETED"
  | "EVENT_RESCHEDULED";

/** Who is told what about the life of an event (event-catalogue.md, Routing). */
export function eventLifeMessages(event: DomainEvent<ToldLifeType>, names: EventNames): readonly Message[] {
  switch (event.type) {
    case "EVENT_ASSIGNED_TO_MANAGER":
      return assigned(event.payload, names);
    case "EVENT_PREPARATION_STARTED":
      return tasksGiven(event.payload, names);
    case "EVENT_READY":
      return toAgency(names, {
        kind: "event-ready",
        title: `${eventCode(names)} is ready`,
        body: `Staff, kits, logistics and venue are in place. ${whoseAndWhen(names)}.`,
        replaces: ["event-not-ready", "venue-unconfirmed"],
      });
    case "EVENT_READINESS_LOST":
      return readinessLost(event, names);
    case "EVENT_STARTED":
      return started(event, names);
    case "EVENT_COMPLETED":
      return event.metadata?.corrected ? revised(event.payload, names) : completed(event.payload, names);
    case "EVENT_RESCHEDULED":
      return moved(event.payload, names);
    default:
      return neverType(event);
  }
}

function neverType(event: never): never {
  throw new Error(`no message for ${JSON.stringify(event)}`);
}

function toAgency(names: EventNames, telling: Telling): readonly Message[] {
  return [forManagers(names, telling), forAdmins(names, telling)];
}

/** Whoever had it before learns that it is no longer theirs, and loses what they were told to do about it. */
function assigned(payload: PayloadOf<"EVENT_ASSIGNED_TO_MANAGER">, names: EventNames): readonly Message[] {
  const given = forManagers(
    names,
    {
      kind: "event-assigned",
      title: `${eventCode(names)} is given to you`,
      body: `${whoseAndWhen(names)}. Its preparation is yours from now on.`,
      urgent: isSoon(names.event.startsAt, names.now),
      replaces: ["event-taken-over"],
    },
    [payload.managerId],
  );
  if (names.formerManagerId === null || names.formerManagerId === payload.managerId) return [given];
  const taken = forManagers(
    names,
    {
      kind: "event-taken-over",
      title: `${eventCode(names)} has another manager`,
      body: `${whoseAndWhen(names)}. It is no longer yours.`,
      replaces: ["event-assigned", "event-tasks", "event-ready", "event-not-ready", "event-moved"],
    },
    [names.formerManagerId],
  );
  // They may not open the event any more.
  return [given, { ...taken, link: "/field" }];
}

/** One message for each manager who has tasks, with the first that is due. */
function tasksGiven(payload: PayloadOf<"EVENT_PREPARATION_STARTED">, names: EventNames): readonly Message[] {
  const people = new Set(payload.preparationTasks.flatMap(({ assignedTo }) => assignedTo ?? []));
  return [...people].map((personId) => {
    const own = payload.preparationTasks.filter(({ assignedTo }) => assignedTo === personId);
    const [first] = [...own].sort((one, other) => instantMs(one.dueDate) - instantMs(other.dueDate));
    const due = first
      ? ` The first is due ${startInWords(first.dueDate, names)}: ${quoted(first.description)}`
      : "";
    return forManagers(
      names,
      {
        kind: "event-tasks",
        title: `${counted(own.length, "task")} of ${eventCode(names)} for you`,
        body: `${whoseAndWhen(names)}.${due}`,
      },
      [personId],
    );
  });
}

function readinessLost(event: DomainEvent<"EVENT_READINESS_LOST">, names: EventNames): readonly Message[] {
  const cause = event.metadata?.causationId;
  return toAgency(names, {
    kind: "event-not-ready",
    title: `${eventCode(names)} is no longer ready`,
    body: `${event.payload.reasons.join(" ")} ${whoseAndWhen(names)}.`.trimStart(),
    urgent: isSoon(names.event.startsAt, names.now),
    replaces: ["event-ready", "event-not-ready"],
    ...(cause !== undefined && { unlessToldOf: cause }),
  });
}

function started(event: DomainEvent<"EVENT_STARTED">, names: EventNames): readonly Message[] {
  const reason = event.metadata?.override?.reason;
  const pushed = reason === undefined ? "" : ` It was not ready. The reason to start: ${quoted(reason)}`;
  const at = `${formatClock(event.payload.startedAt, names.timeZone)}, ${zoneLabel(names.timeZone)}`;
  return toAgency(names, {
    kind: "event-started",
    title: `${eventCode(names)} has started`,
    body: `Started at ${at}. ${whoseAndWhen(names)}.${pushed}`,
    urgent: reason !== undefined,
    replaces: ["event-ready", "event-not-ready", "venue-unconfirmed", "event-tasks"],
  });
}

/** The client reads that it took place; what the manager noted is the agency's (domain.md "People"). */
function completed(payload: PayloadOf<"EVENT_COMPLETED">, names: EventNames): readonly Message[] {
  const window = { startsAt: payload.actualStartTime, endsAt: payload.actualEndTime };
  const took = formatWindow(window, names.timeZone, names.now);
  const { metExpectations, metrics, notes } = payload.outcomes;
  const verdict = metExpectations ? "It met expectations." : "It fell short of expectations.";
  const figures = Object.keys(metrics).length === 0 ? " No figures were recorded." : "";
  const noted = notes === "" ? "" : ` Notes: ${quoted(notes)}`;
  return [
    ...toAgency(names, {
      kind: "event-completed",
      title: `${eventCode(names)} is completed`,
      body: `${names.clientName}, ${whatAndWhere(names)}. It took place ${took}. ${verdict}${figures}${noted}`,
      replaces: ["event-started", "event-not-ready"],
    }),
    forClient(names, payload.bookingId, {
      kind: "event-result",
      title: `An event of ${bookingCode(names)} took place`,
      body: `${whatAndWhere(names)}: ${took}. Its result is on the page of your booking.`,
      replaces: ["event-date-changed"],
    }),
  ];
}

/** Figures that came late: whoever read of the result reads that it is another one. */
function revised(
  { bookingId, outcomes }: PayloadOf<"EVENT_COMPLETED">,
  names: EventNames,
): readonly Message[] {
  const figures = Object.entries(outcomes.metrics).map(([name, amount]) => `${name} ${amount}`);
  const now = figures.length === 0 ? "No figures are left." : `Now: ${figures.join(", ")}.`;
  return [
    ...toAgency(names, {
      kind: "event-completed",
      title: `The result of ${eventCode(names)} was changed`,
      body: `${names.clientName}, ${whatAndWhere(names)}. ${now}`,
      replaces: ["event-completed"],
    }),
    forClient(names, bookingId, {
      kind: "event-result",
      title: `The result of an event of ${bookingCode(names)} was changed`,
      body: `${whatAndWhere(names)}. Its figures are on the page of your booking.`,
      replaces: ["event-result"],
    }),
  ];
}

/** Before and after in one message per person; a move that nobody has read yet is replaced (rule 21). */
function moved(payload: PayloadOf<"EVENT_RESCHEDULED">, names: EventNames): readonly Message[] {
  const { originalDate, newDate, reason, notifyStaff, notifyClient, bookingId } = payload;
  const dates = `New: ${startInWords(newDate, names)}, ${zoneLabel(names.timeZone)}. Before: ${startInWords(originalDate, names)}.`;
  const urgent = isSoon(originalDate, names.now) || isSoon(newDate, names.now);
  const manager = forManagers(names, {
    kind: "event-moved",
    urgent,
    replaces: ["event-moved"],
    title: `${eventCode(names)} has another date`,
    body: `${dates} ${names.clientName}, ${whatAndWhere(names)}. Reason: ${quoted(reason)}. The venue has to be confirmed for the new date.`,
  });
  const client = forClient(names, bookingId, {
    kind: "event-date-changed",
    urgent,
    replaces: ["event-date-changed"],
    title: `An event of ${bookingCode(names)} has another date`,
    body: `${dates} ${whatAndWhere(names)}. Reason: ${quoted(reason)}.`,
  });
  return [...(notifyStaff ? [manager] : []), ...(notifyClient ? [client] : [])];
}
