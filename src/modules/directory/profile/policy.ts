import type { Actor } from "@/commands/actor";
import type { PolicyAnswer } from "@/commands/decider";
import { directoryPolicy } from "@/modules/directory/policy";
import type { ProfileCommand } from "./profile";

/** Profiles are the admins' to change; when they are free, people say themselves too (security.md, part 3). */
export function profilePolicy(
  actor: Actor,
  command: Pick<ProfileCommand, "type" | "recordId">,
): PolicyAnswer {
  if (actor.kind === "person" && actor.role === "agent" && command.type === "setAvailability") {
    return command.recordId === actor.id ? "allow" : "not-found";
  }
  return directoryPolicy(actor);
}
