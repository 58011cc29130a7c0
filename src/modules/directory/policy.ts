import type { Actor } from "@/commands/actor";
import type { PolicyAnswer } from "@/commands/decider";

/** Master data is the admins' to change; `operator` is whoever runs a script on the server itself. */
export function directoryPolicy(actor: Actor): PolicyAnswer {
  if (actor.kind === "system") return actor.handler === "operator" ? "allow" : "deny";
  return actor.role === "admin" ? "allow" : "deny";
}
