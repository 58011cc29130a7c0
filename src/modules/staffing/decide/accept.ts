import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { ruleViolated } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { CommandOf } from "@/modules/staffing/commands";
import {
  assignmentOf,
  type Assignment,
  eventOf,
  holderOf,
  type Misfit,
  slotOf,
  type Staffing,
  type StaffingOutside,
} from "@/modules/staffing/staffing";
import { windowsOverlap } from "@/values/time-window";
import { idsOf } from "./facts";

/**
 * Takes an offered shift. Everything is looked at again, at the moment of the answer (domain.md rules 22 to 24):
 * whoever is late hears so calmly and may wait on the standby list. Taking twice is taking once (rule 31).
 */
export function decideAccept(
  command: CommandOf<"accept">,
  state: Staffing,
  outside: StaffingOutside,
  context: DecisionContext,
): readonly Fact[] {
  const assignment = assignmentOf(state, command.assignmentId);
  if (assignment.status === "accepted" || assignment.status === "checked_in") return [];
  mustBeOn(state, assignment);
  mustBeUnfilled(state, assignment);
  mustBeOffered(assignment, context.now);
  mustBeAtItsTime(state, assignment);
  mustNotOverlap(assignment, outside);
  const pushed = mustFit(outside, command.override);
  const override = pushed && { ...pushed, by: actorId(context.actor) };
  return [
    fact(
      "STAFF_ASSIGNMENT_ACCEPTED",
      {
        ...idsOf(assignment),
        acceptedAt: context.now,
        ...(command.notes !== "" && { notes: command.notes }),
      },
      override && { override },
    ),
  ];
}

function mustBeOn(state: Staffing, assignment: Assignment): void {
  const event = eventOf(state, assignment.eventId);
  if (event.status === "cancelled" || event.status === "completed") {
    throw ruleViolated(
      "event_over",
      `EV-${event.number} is ${event.status}. This shift is not needed any more.`,
    );
  }
  if (slotOf(state, assignment.slotId).status === "closed") {
    throw ruleViolated("slot_closed", "This shift is not needed any more.");
  }
}

function mustBeUnfilled(state: Staffing, { slotId, userId }: Assignment): void {
  const holder = holderOf(state, slotId);
  if (holder && holder.userId !== userId) throw slotFilled(slotId);
}

/** What everybody but the first to accept hears, whether the rule noticed or the database did. */
export function slotFilled(slotId: string | null) {
  const data = slotId === null ? undefined : { slotId, standby: true };
  return ruleViolated(
    "slot_filled",
    "Somebody else took this shift a moment ago. You can join the standby list.",
    data,
  );
}

function mustBeOffered({ status, offer, slotId }: Assignment, now: string): void {
  if (status === "expired" || (status === "offered" && offer !== null && offer.responseDeadline < now)) {
    throw ruleViolated(
      "offer_expired",
      "The time to answer is over. Join the standby list if you still want this shift.",
      { slotId, standby: true },
    );
  }
  if (status === "withdrawn") {
    throw ruleViolated("offer_withdrawn", "This offer was taken back.");
  }
  if (status !== "offered") {
    throw ruleViolated("not_offered", "This shift is not offered at the moment.");
  }
}

/** An event that moved a moment ago asks everybody again; until then there is nothing to agree to (rule 17). */
function mustBeAtItsTime(state: Staffing, { slotId, eventId, startsAt, endsAt }: Assignment): void {
  const slot = slotOf(state, slotId);
  const event = eventOf(state, eventId);
  const planned = slot.replacesAssignmentId === null ? event : slot;
  if (planned.startsAt !== startsAt || planned.endsAt !== endsAt) {
    throw ruleViolated("shift_moved", `EV-${event.number} has moved. Look at its new time, then answer.`);
  }
}

/** Throws what stands against the person, unless somebody answers for it with a reason (rule 26). */
function mustFit(
  { misfits }: StaffingOutside,
  override: CommandOf<"accept">["override"],
): { readonly reason: string; readonly snapshot: { readonly misfits: readonly Misfit[] } } | undefined {
  if (misfits.length === 0) return undefined;
  if (override && misfits.every(({ isOverridable }) => isOverridable)) {
    return { reason: override.reason, snapshot: { misfits } };
  }
  const sentences = misfits.map(({ sentence }) => sentence).join(" ");
  throw ruleViolated("not_fit", sentences, { misfits });
}

/** Nobody is at two events at once, whoever wishes it (domain.md rules 23 and 34). */
function mustNotOverlap(assignment: Assignment, { commitments }: StaffingOutside): void {
  const other = commitments.find(
    (one) =>
      one.userId === assignment.userId &&
      one.eventId !== assignment.eventId &&
      windowsOverlap(one, assignment),
  );
  if (!other) return;
  throw ruleViolated(
    "shift_overlap",
    `At that time there is a shift at EV-${other.eventNumber}, ${other.title}, already.`,
    {
      assignmentId: other.assignmentId,
      eventId: other.eventId,
      startsAt: other.startsAt,
      endsAt: other.endsAt,
    },
  );
}
