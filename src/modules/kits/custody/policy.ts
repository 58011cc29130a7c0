import type { Actor, PersonActor } from "@/commands/actor";
import type { PolicyAnswer } from "@/commands/decider";
import type { AssignmentStatus } from "@/modules/kits/inputs";
import { type KitAssignment, kitAssignmentOf, kittedEventOf } from "@/modules/kits/kits";
import type { CustodyCommand } from "./commands";
import { boundUnit, type KitCustody, needOf } from "./custody";

/** The warehouse is the admins'; a manager has the kits of their own events (domain.md "People"). */
export function custodyPolicy(actor: Actor, command: CustodyCommand, state: KitCustody): PolicyAnswer {
  const isReaction = command.type === "followDamage";
  if (actor.kind === "system") return isReaction && actor.handler === "workflow" ? "allow" : "deny";
  if (isReaction) return { deny: "This follows from a report by itself. Report an issue instead." };
  switch (actor.role) {
    case "admin":
      return "allow";
    case "manager":
      return namedNeeds(command, state).every(
        ({ eventId }) => kittedEventOf(state, eventId).managerId === actor.id,
      )
        ? "allow"
        : "not-found";
    case "agent":
      return command.type === "reportIssue" && usesKit(actor, state, needOf(state, command))
        ? "allow"
        : "not-found";
    case "client":
      return "not-found";
    default:
      return neverRole(actor.role);
  }
}

function namedNeeds(command: CustodyCommand, state: KitCustody): readonly KitAssignment[] {
  const further =
    command.type === "handOver" && command.toKitAssignmentId !== undefined
      ? [kitAssignmentOf(state, command.toKitAssignmentId)]
      : [];
  return [needOf(state, command), ...further];
}

/** An agent who has the kit, or a shift at the activity that it is out for. */
function usesKit({ id }: PersonActor, state: KitCustody, need: KitAssignment): boolean {
  if (need.status !== "checked_out" && need.status !== "partly_returned") return false;
  return (
    boundUnit(state, need)?.custody.holderId === id ||
    state.crew.some(({ activityId, userId }) => activityId === need.activityId && userId === id)
  );
}

function neverRole(role: never): never {
  throw new Error(`unknown role ${String(role)}`);
}

/** What the reader may do with one need now; sent with the record, so that no screen has to guess. */
export interface CustodyAbilities {
  readonly prepare: boolean;
  readonly checkOut: boolean;
  readonly handOver: boolean;
  readonly swap: boolean;
  readonly return: boolean;
  readonly reportIssue: boolean;
}

/** For a reader who runs the event. */
export function custodyAbilities(
  { status, isBound }: { readonly status: AssignmentStatus; readonly isBound: boolean },
  event: { readonly status: string },
): CustodyAbilities {
  const isOver = event.status === "completed" || event.status === "cancelled";
  return {
    prepare: isBound && !isOver && (status === "assigned" || status === "prepared"),
    checkOut: isBound && !isOver && status === "prepared",
    handOver: status === "checked_out",
    swap: status === "checked_out",
    return: status === "checked_out" || status === "partly_returned",
    reportIssue: isBound && status !== "cancelled",
  };
}
