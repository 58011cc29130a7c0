import type { Actor } from "@/commands/actor";
import type { PolicyAnswer } from "@/commands/decider";
import type { FollowingNeedCommand, NeedCommand } from "@/modules/kits/commands/needs";
import type { KitAssignment, Kits, KittedEvent } from "@/modules/kits/kits";
import { isAhead, isEnded } from "@/modules/kits/needs/shapes";

const FOLLOWING: ReadonlySet<string> = new Set<FollowingNeedCommand["type"]>([
  "layOutKits",
  "releaseKits",
  "moveKits",
  "checkKitNeeds",
]);

/** Who may say what an event needs and gets (domain.md "People"): the desk, and managers for their own events. */
export function needsPolicy(actor: Actor, command: NeedCommand, state: Pick<Kits, "events">): PolicyAnswer {
  if (actor.kind === "system") {
    return actor.handler === "workflow" && FOLLOWING.has(command.type) ? "allow" : "deny";
  }
  switch (actor.role) {
    case "admin":
      return FOLLOWING.has(command.type) ? "deny" : "allow";
    case "manager":
      if (!state.events.every((event) => event.managerId === actor.id)) return "not-found";
      if (command.type === "resolveShortage" && command.way.kind === "borrow") {
        return { deny: "Only the desk takes parts out of another kit. Ask an admin of the agency." };
      }
      return FOLLOWING.has(command.type) ? "deny" : "allow";
    case "agent":
    case "client":
      return "deny";
    default:
      return neverRole(actor.role);
  }
}

function neverRole(role: never): never {
  throw new Error(`unknown role ${String(role)}`);
}

/** What the reader, who runs the event, may do with a need now; sent with it, so that no screen has to guess. */
export interface NeedAbilities {
  readonly bind: boolean;
  readonly cancel: boolean;
  readonly resolve: boolean;
}

export function needAbilities(
  need: Pick<KitAssignment, "status" | "kitInstanceId">,
  event: Pick<KittedEvent, "status">,
  isShort: boolean,
): NeedAbilities {
  const isOpen = isAhead(need) && !isEnded(event);
  return { bind: isOpen, cancel: isOpen, resolve: isOpen && isShort };
}
