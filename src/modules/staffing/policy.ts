import type { Actor } from "@/commands/actor";
import type { PolicyAnswer } from "@/commands/decider";
import type { FollowingCommand, StaffingCommand } from "./commands";
import type { Staffing } from "./staffing";

const FOLLOWING: ReadonlySet<string> = new Set<FollowingCommand["type"]>([
  "expire",
  "releaseStaff",
  "withdrawClashing",
]);
/** What an agent does with a shift of their own; everything else is the agency's. */
const OF_AGENTS: ReadonlySet<string> = new Set<StaffingCommand["type"]>(["accept", "reject", "withdraw"]);

/** Who may issue which command on which shifts (domain.md "People"): managers for their events, agents for themselves. */
export function staffingPolicy(
  actor: Actor,
  command: StaffingCommand,
  state: Pick<Staffing, "events" | "assignments">,
): PolicyAnswer {
  if (actor.kind === "system") {
    return actor.handler === "workflow" && FOLLOWING.has(command.type) ? "allow" : "deny";
  }
  switch (actor.role) {
    case "admin":
      return FOLLOWING.has(command.type) ? "deny" : "allow";
    case "manager":
      if (!state.events.every((event) => event.managerId === actor.id)) return "not-found";
      return FOLLOWING.has(command.type) ? "deny" : "allow";
    case "agent":
      if (!OF_AGENTS.has(command.type)) return "deny";
      return isOwn(actor.id, command, state) ? withoutOverride(command) : "not-found";
    case "client":
      return "deny";
    default:
      return neverRole(actor.role);
  }
}

function neverRole(role: never): never {
  throw new Error(`unknown role ${String(role)}`);
}

function isOwn(
  personId: string,
  command: StaffingCommand,
  { assignments }: Pick<Staffing, "assignments">,
): boolean {
  return (
    "assignmentId" in command &&
    assignments.some(({ id, userId }) => id === command.assignmentId && userId === personId)
  );
}

function withoutOverride(command: StaffingCommand): PolicyAnswer {
  return command.type === "accept" && command.override !== undefined
    ? { deny: "Only the agency can push an acceptance through. Ask your manager." }
    : "allow";
}
