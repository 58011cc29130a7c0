import type { Actor } from "@/commands/actor";
import type { PolicyAnswer } from "@/commands/decider";
import type { EventInstanceStatus } from "@/modules/event-instances/inputs";
import type { FollowingCommandType, LifeCommandType } from "./commands";
import { canMove } from "./moves";

/** Whose event it is. */
export interface EventParty {
  readonly clientId: string;
  readonly managerId: string | null;
}

const FOLLOWING: ReadonlySet<LifeCommandType> = new Set<FollowingCommandType>([
  "deriveReadiness",
  "mergeIssue",
  "escalateIssue",
]);
const ADMINS_ONLY: ReadonlySet<LifeCommandType> = new Set(["assignManager", "cancel", "reschedule"]);

/**
 * Who may issue which command on which event (domain.md "People"); a manager asks an admin to move or cancel, a client
 * reports what is wrong with their own.
 */
export function eventLifePolicy(
  actor: Actor,
  { type }: { readonly type: LifeCommandType },
  event: EventParty,
): PolicyAnswer {
  if (actor.kind === "system") {
    return actor.handler === "workflow" && FOLLOWING.has(type) ? "allow" : "deny";
  }
  switch (actor.role) {
    case "admin":
      return FOLLOWING.has(type) ? "deny" : "allow";
    case "manager":
      if (event.managerId !== actor.id) return "not-found";
      return FOLLOWING.has(type) || ADMINS_ONLY.has(type) ? "deny" : "allow";
    case "client":
      return type === "reportIssue" && event.clientId === actor.clientId ? "allow" : "not-found";
    case "agent":
      return "not-found";
    default:
      return neverRole(actor.role);
  }
}

function neverRole(role: never): never {
  throw new Error(`unknown role ${String(role)}`);
}

/** What the reader may do with one event now; sent with the record, so that no screen has to guess. */
export type LifeAbilities = Readonly<Record<Exclude<LifeCommandType, FollowingCommandType>, boolean>>;

interface Movable extends EventParty {
  readonly status: EventInstanceStatus;
}

/** The same policy, table of moves and hold that `decide` asks. */
export function lifeAbilities(
  actor: Actor,
  event: Movable & { readonly holdReason: string | null },
): LifeAbilities {
  const can = (type: LifeCommandType) => isOpenTo(actor, type, event);
  return {
    assignManager: can("assignManager"),
    startPreparation: can("startPreparation"),
    addTask: can("addTask"),
    completeTask: can("completeTask"),
    reopenTask: can("reopenTask"),
    start: can("start") && event.holdReason === null,
    complete: can("complete"),
    reviseOutcome: can("reviseOutcome"),
    cancel: can("cancel"),
    reschedule: can("reschedule"),
    reportIssue: can("reportIssue"),
    ...issueAbilities(actor, event),
  };
}

/** What the reader may do with the issues of one event. */
export function issueAbilities(
  actor: Actor,
  event: Movable,
): Pick<LifeAbilities, "acknowledgeIssue" | "resolveIssue"> {
  return {
    acknowledgeIssue: isOpenTo(actor, "acknowledgeIssue", event),
    resolveIssue: isOpenTo(actor, "resolveIssue", event),
  };
}

function isOpenTo(actor: Actor, type: LifeCommandType, event: Movable): boolean {
  return eventLifePolicy(actor, { type }, event) === "allow" && canMove(type, event.status);
}
