import { conflict, ruleViolated } from "@/commands/errors";
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

/** Throws when the event's state does not allow the command, saying which state it is in. */
export function inState(event: EventLife, move: LifeCommandType): void {
  if (canMove(move, event.status)) return;
  throw ruleViolated(
    "wrong_state",
    `${eventCode(event)} is ${STATE_WORDS[event.status]}. Reload it to see what can be done now.`,
    { status: event.status },
  );
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
