import { invalid, ruleViolated } from "@/commands/errors";
import type { AssignmentStatus } from "@/modules/kits/inputs";
import { type KitAssignment, kittedEventOf, type Unit } from "@/modules/kits/kits";
import { boundUnit, type KitCustody, type KitPerson, nameOf } from "./custody";

const STATE_WORDS: Readonly<Record<AssignmentStatus, string>> = {
  assigned: "is not prepared yet. Pack and count it first.",
  prepared: "is packed and has not gone out.",
  checked_out: "is out already.",
  partly_returned: "is out, and a part of it came back.",
  returned: "came back already.",
  cancelled: "is not needed here any more.",
};

/** What a refusal calls it when it is about another state than the usual one. */
const STATE_RULES: Readonly<Record<AssignmentStatus, Lowercase<string>>> = {
  assigned: "not_prepared",
  prepared: "not_out",
  checked_out: "already_out",
  partly_returned: "already_out",
  returned: "already_returned",
  cancelled: "need_cancelled",
};

/** Throws when the need is in none of these states, saying in which it is. */
export function inState(
  state: KitCustody,
  assignment: KitAssignment,
  allowed: readonly AssignmentStatus[],
): void {
  const { status } = assignment;
  if (allowed.includes(status)) return;
  const code = boundUnit(state, assignment)?.code ?? "This kit";
  throw ruleViolated(STATE_RULES[status], `${code} ${STATE_WORDS[status]}`, { status });
}

/** The kit that the need is bound to. Throws while none is, and when another one is in the hand. */
export function kitInHand(
  state: KitCustody,
  assignment: KitAssignment,
  kitInstanceId: string | undefined,
): Unit {
  const unit = boundUnit(state, assignment);
  if (unit === null) {
    throw ruleViolated("no_kit_bound", "It is not settled which kit this is. Choose one first.");
  }
  if (kitInstanceId !== undefined && kitInstanceId !== unit.id) {
    throw ruleViolated("other_kit", `This is another kit. ${unit.code} is the one for this activity.`, {
      expected: unit.code,
    });
  }
  return unit;
}

/** Throws for a kit that nobody may use, and for one that somebody has. */
export function refuseUnusable(state: KitCustody, unit: Unit): void {
  const { code, custody, quarantine } = unit;
  if (unit.archivedAt !== null) {
    throw ruleViolated("kit_retired", `${code} is retired. Choose another kit.`);
  }
  if (custody.holderId !== null) {
    throw ruleViolated(
      "kit_out",
      `${code} is still out with ${nameOf(state, custody.holderId)}. Take it back or hand it over first.`,
      { kitAssignmentId: custody.kitAssignmentId },
    );
  }
  if (quarantine !== null) {
    throw ruleViolated(
      "kit_quarantined",
      `${code} is in quarantine: ${quarantine.reason} Have it inspected, or choose another kit.`,
    );
  }
}

/** Throws while the kit is meant to serve another event at this moment. */
export function refuseNeededElsewhere(
  state: KitCustody,
  unit: Unit,
  { eventId }: KitAssignment,
  now: string,
): void {
  const other = state.assignments.find(
    (one) =>
      one.kitInstanceId === unit.id &&
      one.eventId !== eventId &&
      one.status !== "returned" &&
      one.status !== "cancelled" &&
      one.windowStart <= now &&
      now < one.windowEnd,
  );
  if (other === undefined) return;
  const event = kittedEventOf(state, other.eventId);
  throw ruleViolated(
    "kit_bound_elsewhere",
    `${unit.code} is meant for EV-${event.number} now. Choose another kit.`,
    { eventNumber: event.number },
  );
}

export function refuseEventOver(state: KitCustody, { eventId }: KitAssignment): void {
  const { number, status } = kittedEventOf(state, eventId);
  if (status !== "completed" && status !== "cancelled") return;
  throw ruleViolated("event_over", `EV-${number} is ${status}, so nothing goes out for it any more.`);
}

/** Whoever gets a kit belongs to the agency and is there. Throws `INVALID` at that field. */
export function holderOf(
  { people }: Pick<KitCustody, "people">,
  id: string,
  field: "holderId" | "toPersonId" | "returnedBy",
): KitPerson {
  const person = people.find((one) => one.id === id);
  if (person === undefined || !person.active || person.role === "client") {
    throw invalid("A kit is in the hands of somebody of the agency.", {
      [field]: "Choose somebody of the agency.",
    });
  }
  return person;
}
