import { conflict, type Refusal, ruleViolated } from "@/commands/errors";
import type { EventInstanceStatus } from "@/modules/event-instances/inputs";
import type { LifeCommandType } from "./commands";
import { type EventLife, eventCode } from "./event-life";
import { canMove } from "./moves";

const STATE_WORDS: Readonly<Record<EventInstanceStatus, string>> = {
  scheduled: "waiting for a field manager",
  assigned: "given to a manager, and its preparation has not begun",
  preparing: "being prepared",
  ready: "ready",
  in_progress: "running",
  completed: "over",
  cancelled: "cancelled",
};

/** What speaks against the command in this state of the event, saying which state it is; null when nothing does. */
export function stateRefusal(event: EventLife, move: LifeCommandType): Refusal | null {
  if (canMove(move, event.status)) return null;
  return ruleViolated(
    "wrong_state",
    `${eventCode(event)} is ${STATE_WORDS[event.status]}. Reload it to see what can be done now.`,
    { status: event.status },
  );
}

/** Throws when the event's state does not allow the command. */
export function inState(event: EventLife, move: LifeCommandType): void {
  const refusal = stateRefusal(event, move);
  if (refusal) throw refusal;
}

/** Throws the conflict of a decision on what is not so any more. */
export function sameVersion(event: EventLife, version: number): void {
  if (event.version === version) return;
  throw conflict(`${eventCode(event)} was changed since you opened it. Look at it again, then decide.`, {
    seenVersion: version,
    presentVersion: event.version,
    status: event.status,
  });
}
