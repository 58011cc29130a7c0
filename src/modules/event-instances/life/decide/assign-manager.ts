import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { invalid, ruleViolated } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { LifeCommandOf } from "@/modules/event-instances/life/commands";
import { type EventLife, eventCode } from "@/modules/event-instances/life/event-life";
import { inState, sameVersion } from "@/modules/event-instances/life/guards";
import type { ClashingEvent, LifeOutside } from "@/modules/event-instances/life/outside";
import { toOffsetDateTime } from "@/values/venue-time";

/** Gives the event to a field manager; one who has another event at that time needs an override (rule 6). */
export function decideAssignManager(
  command: LifeCommandOf<"assignManager">,
  event: EventLife,
  { person, managerClashes }: LifeOutside,
  context: DecisionContext,
): readonly Fact[] {
  inState(event, "assignManager");
  if (event.managerId === command.managerId) return [];
  sameVersion(event, command.version);
  if (!person?.active || person.role !== "manager") {
    throw invalid("This person is no active field manager. Choose another.", {
      managerId: "Choose a field manager from the list.",
    });
  }
  if (managerClashes.length > 0 && !command.override) throw managerBusy(managerClashes);
  return [assigned(command, event, managerClashes, context)];
}

function managerBusy(clashes: readonly ClashingEvent[]) {
  const codes = clashes.map(eventCode).join(", ");
  return ruleViolated(
    "manager_busy",
    `This manager has ${codes} at that time. Choose another, or say why they can do both.`,
    { clashes },
  );
}

function assigned(
  command: LifeCommandOf<"assignManager">,
  event: EventLife,
  clashes: readonly ClashingEvent[],
  { actor, now }: DecisionContext,
): Fact {
  const pushed = command.override && clashes.length > 0 ? command.override : null;
  const metadata = pushed
    ? {
        override: {
          reason: pushed.reason,
          by: actorId(actor),
          snapshot: { clashes: clashes.map(eventCode) },
        },
      }
    : undefined;
  return fact(
    "EVENT_ASSIGNED_TO_MANAGER",
    {
      eventId: event.id,
      bookingId: event.bookingId,
      managerId: command.managerId,
      assignedBy: actorId(actor),
      assignedAt: now,
      eventDate: toOffsetDateTime(event.startsAt, event.timeZone),
      location: event.location,
    },
    metadata,
  );
}
