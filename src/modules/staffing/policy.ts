import type { Actor } from "@/commands/actor";
import type { PolicyAnswer } from "@/commands/decider";
import type { FollowingCommand, StaffingCommand } from "./commands";
import type { Assignment, StaffedEvent, Staffing } from "./staffing";

const FOLLOWING: ReadonlySet<string> = new Set<FollowingCommand["type"]>([
  "expire",
  "succeed",
  "moveShifts",
  "releaseStaff",
  "withdrawClashing",
]);
/** What an agent does with a shift of their own; everything else is the agency's. */
const OF_AGENTS: ReadonlySet<string> = new Set<StaffingCommand["type"]>([
  "accept",
  "reject",
  "withdraw",
  "joinStandby",
]);

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

/** Their own assignment; on the standby list of a slot are only those who were asked for it. */
function isOwn(
  personId: string,
  command: StaffingCommand,
  { assignments }: Pick<Staffing, "assignments">,
): boolean {
  if (command.type === "joinStandby") {
    return command.userId === personId && assignments.some(({ userId }) => userId === personId);
  }
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

/** What the reader may do with one assignment now; sent with the record, so that no screen has to guess. */
export interface AssignmentAbilities {
  readonly offer: boolean;
  readonly accept: boolean;
  readonly reject: boolean;
  readonly withdraw: boolean;
}

/** For a reader whose assignment it is, or who runs its event. */
export function assignmentAbilities(
  { status }: Pick<Assignment, "status">,
  event: Pick<StaffedEvent, "status">,
  reader: "agent" | "agency",
): AssignmentAbilities {
  const isAhead = event.status !== "completed" && event.status !== "cancelled";
  const isAgency = reader === "agency";
  return {
    offer: isAhead && isAgency && (status === "created" || status === "offered"),
    accept: isAhead && status === "offered",
    reject: isAhead && status === "offered",
    withdraw:
      isAhead && (status === "accepted" || (isAgency && (status === "created" || status === "offered"))),
  };
}
